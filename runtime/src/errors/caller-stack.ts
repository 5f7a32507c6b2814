/** The stack at which a call began. It is formatted when it is read, which is only where the call fails. */
export interface CallerStack {
  readonly stack?: unknown;
}

/**
 * Remembers who calls: errors that are born in a socket's callback or after a wait do not know it. Empty where the
 * platform cannot tell.
 *
 * @param entry - the function that was called; it and what it called are left out
 */
export function captureCaller(entry: (...parameters: never[]) => unknown): CallerStack {
  const holder = {};
  Error.captureStackTrace?.(holder, entry);
  return holder;
}

/** Puts the name into the first line of an error's stack, and the caller's frames, where they are missing, behind the last. */
export function completeStack(error: Error, caller: CallerStack): void {
  try {
    const { name, stack } = error;
    if (typeof stack !== "string") return;
    const known = new Set(framesOf(stack).map(placeOf));
    const further = framesOf(caller.stack).filter((frame) => !known.has(placeOf(frame)));
    // Engines write it before the class has said its name.
    error.stack = [stack.replace(/^Error(?=:)/, () => name), ...further].join("\n");
  } catch {
    // A formatter of the user's own has failed (Error.prepareStackTrace); the stack stays as it is.
  }
}

/** The lines that engines with V8's format write for functions. */
function framesOf(stack: unknown): string[] {
  return typeof stack === "string" ? stack.split("\n").filter((line) => /^ +at /.test(line)) : [];
}

/** A frame without its column: `await` and the call that it waits for stand in one line, but not in one place. */
function placeOf(frame: string): string {
  return frame.replace(/^ +at (?:async )?/, "").replace(/:\d+(?=\)?$)/, "");
}
