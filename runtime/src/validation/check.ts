import type { StructureDescriptor } from "../descriptors/shape.js";
import { type ConstraintSwitches, isSwitchedOff } from "./constraints.js";
import type { ValidationIssue } from "./issue.js";
import { contextsOf } from "./issue-context.js";
import { readInput, type Verdict } from "./read-input.js";
import { translateIssue } from "./translate-issue.js";
import type { Validator } from "./validator.js";

const ALL_ON: ConstraintSwitches = { min: true, max: true, pattern: true, enum: true };

/**
 * Reads an input and has it judged by a validator.
 *
 * @returns a copy, and everything that is wrong with it
 * @throws whatever an input throws that is read
 */
export function judgeInput(
  shape: StructureDescriptor,
  validator: Validator<unknown>,
  input: unknown,
  switches: ConstraintSwitches,
): Verdict {
  const { value, issues } = readInput(shape, input);
  return { value, issues: mergeIssues(issues, findIssues(shape, validator, value, switches)) };
}

/**
 * Everything that a validator finds wrong with a value, in our own words.
 *
 * @param switches - constraints that do not count; all do by default
 */
export function findIssues(
  shape: StructureDescriptor,
  validator: Validator<unknown>,
  value: unknown,
  switches: ConstraintSwitches = ALL_ON,
): ValidationIssue[] {
  const result = validator.safeParse(value);
  if (result.success) return [];
  const issues: ValidationIssue[] = [];
  for (const context of result.error.issues.flatMap((issue) => contextsOf(shape, value, issue))) {
    if (isSwitchedOff(context, switches)) continue;
    const issue = translateIssue(context);
    const last = issues.at(-1);
    if (last?.path === issue.path && isBound(issue)) {
      // Validators go on to measure what has the wrong type.
      if (last.code === "invalid_type") continue;
      // A number may be beyond its type and beyond its range: that is one problem.
      if (last.code === issue.code) issues.pop();
    }
    issues.push(issue);
  }
  return issues;
}

const isBound = ({ code }: ValidationIssue): boolean => code === "too_big" || code === "too_small";

/** The same; that there is no finding out is a problem, too. */
export function tryToFindIssues(find: () => ValidationIssue[]): ValidationIssue[] {
  try {
    return find();
  } catch {
    return [
      { path: "", code: "custom", message: "cannot be checked: it cannot be read, or is nested too deeply" },
    ];
  }
}

/** Puts two lists together; of two issues with one place, the first counts. */
export function mergeIssues(
  first: readonly ValidationIssue[],
  second: readonly ValidationIssue[],
): ValidationIssue[] {
  const paths = new Set(first.map(({ path }) => path));
  return [...first, ...second.filter(({ path }) => !paths.has(path))];
}
