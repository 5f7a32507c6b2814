import fc from "fast-check";
import { inputArbitrary, systematicValues, type Values } from "../support/arbitraries.js";
import type { OfficialOperation } from "../support/official-operations.js";
import { propertySettings } from "../support/runs.js";

/**
 * Checks what holds for every input of an operation: first with the systematic ones, then with as many at random.
 *
 * @param runs - random inputs, where nobody says how many
 * @param offset - added to the seed, so that no two checks try the same inputs
 */
export const forInputs = async (
  operation: OfficialOperation,
  { runs, offset }: { readonly runs: number; readonly offset: number },
  check: (input: Values) => Promise<void>,
): Promise<void> => {
  const { seed, numRuns } = propertySettings(runs);
  const examples = systematicValues(operation.input).map((value): [Values] => [value]);
  await fc.assert(fc.asyncProperty(inputArbitrary(operation), check), {
    seed: seed + offset,
    numRuns: examples.length + numRuns,
    examples,
  });
};
