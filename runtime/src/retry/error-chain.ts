const MAX_CAUSES = 10;

/** What is asked of an error that a handler failed with, whatever class it has: across realms `instanceof` does not hold. */
export interface ForeignError {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
}

/** An error and what caused it, outermost first; nothing but objects. */
export function errorChain(error: unknown): ForeignError[] {
  const chain: ForeignError[] = [];
  let link = error;
  while (typeof link === "object" && link !== null && chain.length <= MAX_CAUSES) {
    chain.push(link);
    link = (link as ForeignError).cause;
  }
  return chain;
}
