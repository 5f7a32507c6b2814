import { nameOfValue } from "../../diagnostics/zod-issues.js";
import type { ValuePath } from "../../model/located-traits.js";

/** Where a value does not fit its shape. */
export interface Misfit {
  readonly path: ValuePath;
  readonly message: string;
  readonly help?: string | undefined;
}

/** A value that is not of the kind that is due. */
export const expected = (wanted: string, value: unknown, path: ValuePath): readonly Misfit[] => [
  { path, message: `expected ${wanted}, found ${nameOfValue(value)}` },
];
