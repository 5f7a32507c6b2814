const MAX_CAUSES = 10;

/** What is asked of somebody else's error, whatever class it has: across realms `instanceof` does not hold. */
export interface ForeignError {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** Whatever was thrown, as an error that may lack everything. */
export function asForeignError(error: unknown): ForeignError {
  return isReadable(error) ? error : {};
}

const FIELDS = ["name", "code", "message", "syscall", "cause", "errors"] as const;

/** Whether a value can be asked like an error: getters of somebody else's may throw. */
function isReadable(error: unknown): error is ForeignError {
  if (typeof error !== "object" || error === null) return false;
  try {
    for (const field of FIELDS) void (error as ForeignError)[field];
    return true;
  } catch {
    return false;
  }
}

/**
 * An error and what caused it, outermost first; nothing but objects. Of several errors at once, such as those of a
 * host's several addresses, the first counts.
 */
export function errorChain(error: unknown): ForeignError[] {
  const chain: ForeignError[] = [];
  let link = error;
  while (isReadable(link) && chain.length <= MAX_CAUSES) {
    chain.push(link);
    const { cause, errors } = link;
    link = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return chain;
}
