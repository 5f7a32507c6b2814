import type { StructureDescriptor } from "../descriptors/shape.js";
import type { ValidationIssue } from "./issue.js";
import { translateIssue } from "./translate-issue.js";
import type { Validator } from "./validator.js";

/** What a validator makes of a value. */
export interface Verdict {
  /** The value as the validator has read it: a copy, where nothing is wrong. */
  readonly value: unknown;
  /** Everything that is wrong, in our own words. */
  readonly issues: ValidationIssue[];
}

/** Has a value judged by a validator. */
export function judge(shape: StructureDescriptor, validator: Validator<unknown>, value: unknown): Verdict {
  const result = validator.safeParse(value);
  if (result.success) return { value: result.data, issues: [] };
  return { value, issues: result.error.issues.flatMap((issue) => translateIssue(shape, value, issue)) };
}

/** Everything that a validator finds wrong with a value, in our own words. */
export function findIssues(
  shape: StructureDescriptor,
  validator: Validator<unknown>,
  value: unknown,
): ValidationIssue[] {
  return judge(shape, validator, value).issues;
}

/** Puts two lists together; of two issues with one place, the first counts. */
export function mergeIssues(
  first: readonly ValidationIssue[],
  second: readonly ValidationIssue[],
): ValidationIssue[] {
  const paths = new Set(first.map(({ path }) => path));
  return [...first, ...second.filter(({ path }) => !paths.has(path))];
}
