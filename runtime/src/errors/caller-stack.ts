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
  const stack = readStack(error);
  if (stack === undefined) return;
  const known = new Set(framesOf(stack).map(placeOf));
  const further = framesOf(readStack(caller)).filter((frame) => !known.has(placeOf(frame)));
  // Engines write it before the class has said its name.
  error.stack = [stack.replace(/^Error(?=:)/, () => error.name), ...further].join("\n");
}

/** A stack, where it is text: a formatter of the user's own (`Error.prepareStackTrace`) may make anything of it, or fail. */
export function readStack(holder: CallerStack): string | undefined {
  try {
    const { stack } = holder;
    return typeof stack === "string" ? stack : undefined;
  } catch {
    return undefined;
  }
}

/** The lines that engines with V8's format write for functions. */
function framesOf(stack = ""): string[] {
  return stack.split("\n").filter((line) => /^ +at /.test(line));
}

/** A frame without its column: `await` and the call that it waits for stand in one line, but not in one place. */
function placeOf(frame: string): string {
  return frame.replace(/^ +at (?:async )?/, "").replace(/:\d+(?=\)?$)/, "");
}
