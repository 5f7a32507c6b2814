import type { StructureDescriptor } from "../descriptors/shape.js";
import type { ValidationIssue } from "./issue.js";
import { translateIssue } from "./translate-issue.js";
import type { Validator } from "./validator.js";

/** Everything that a validator finds wrong with a value, in our own words. */
export function findIssues(
  shape: StructureDescriptor,
  validator: Validator<unknown>,
  value: unknown,
): ValidationIssue[] {
  const result = validator.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => translateIssue(shape, value, issue));
}

/** Puts two lists together; of two issues with one place, the first counts. */
export function mergeIssues(
  first: readonly ValidationIssue[],
  second: readonly ValidationIssue[],
): ValidationIssue[] {
  const paths = new Set(first.map(({ path }) => path));
  return [...first, ...second.filter(({ path }) => !paths.has(path))];
}
