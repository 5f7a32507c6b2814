import type { StructureDescriptor } from "../descriptors/shape.js";
import { type ConstraintSwitches, isSwitchedOff } from "./constraints.js";
import type { ValidationIssue } from "./issue.js";
import { contextsOf } from "./issue-context.js";
import { translateIssue } from "./translate-issue.js";
import type { Validator } from "./validator.js";

const ALL_ON: ConstraintSwitches = { min: true, max: true, pattern: true, enum: true };

/** What a validator makes of a value. */
export interface Verdict {
  /** The value as the validator has read it: a copy, where nothing is wrong. */
  readonly value: unknown;
  /** Everything that is wrong, in our own words. */
  readonly issues: ValidationIssue[];
}

/**
 * Has a value judged by a validator.
 *
 * @param switches - constraints that do not count; all do by default
 */
export function judge(
  shape: StructureDescriptor,
  validator: Validator<unknown>,
  value: unknown,
  switches: ConstraintSwitches = ALL_ON,
): Verdict {
  const result = validator.safeParse(value);
  if (result.success) return { value: result.data, issues: [] };
  const issues = result.error.issues
    .flatMap((issue) => contextsOf(shape, value, issue))
    .filter((context) => !isSwitchedOff(context, switches))
    .flatMap(translateIssue);
  return { value, issues };
}

/** Everything that a validator finds wrong with a value, in our own words. */
export function findIssues(
  shape: StructureDescriptor,
  validator: Validator<unknown>,
  value: unknown,
  switches?: ConstraintSwitches,
): ValidationIssue[] {
  return judge(shape, validator, value, switches).issues;
}

/** Puts two lists together; of two issues with one place, the first counts. */
export function mergeIssues(
  first: readonly ValidationIssue[],
  second: readonly ValidationIssue[],
): ValidationIssue[] {
  const paths = new Set(first.map(({ path }) => path));
  return [...first, ...second.filter(({ path }) => !paths.has(path))];
}
