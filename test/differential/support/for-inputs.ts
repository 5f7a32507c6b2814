import fc from "fast-check";
import { inputArbitrary, systematicValues, type Values } from "./arbitraries.js";
import type { OfficialOperation } from "./official-operations.js";
import { propertySettings } from "./runs.js";

/**
 * Checks what holds for every input of an operation: with inputs at random, which shrink to the least that fails, then
 * with the systematic ones, which are sure to have everything.
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
  const property = fc.asyncProperty(inputArbitrary(operation), check);
  await fc.assert(property, { seed: seed + offset, numRuns });
  for (const input of systematicValues(operation.input)) await check(input);
};
