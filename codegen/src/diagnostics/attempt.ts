import type { Diagnostic } from "./diagnostic.js";

/**
 * What a step made of what it was given: all of it, a part, or nothing. The pipeline goes on with a part, so
 * that one mistake does not hide the others.
 */
export interface Attempt<Value> {
  readonly value: Value | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes a step for each value: what came out of it, and the diagnostics of all. */
export const attemptEach = <From, To>(
  values: readonly From[],
  step: (value: From) => Attempt<To>,
): { readonly values: readonly To[]; readonly diagnostics: readonly Diagnostic[] } => {
  const attempts = values.map(step);
  return {
    values: attempts.flatMap(({ value }) => (value === undefined ? [] : [value])),
    diagnostics: attempts.flatMap(({ diagnostics }) => diagnostics),
  };
};
