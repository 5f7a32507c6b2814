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
  return typeof error === "object" && error !== null ? error : {};
}

/**
 * An error and what caused it, outermost first; nothing but objects. Of several errors at once, such as those of a
 * host's several addresses, the first counts.
 */
export function errorChain(error: unknown): ForeignError[] {
  const chain: ForeignError[] = [];
  let link = error;
  while (typeof link === "object" && link !== null && chain.length <= MAX_CAUSES) {
    chain.push(link);
    const { cause, errors } = link as ForeignError;
    link = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return chain;
}
