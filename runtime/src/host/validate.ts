import type { Validator, ValidatorIssue } from "../validation/validator.js";

/** One thing that is wrong with a value. */
export interface InputProblem {
  /** Where, e.g. `ResourceConfig.UserPoolConfigs.MinimumLength` or `Jobs[3].Status`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** All that a validator finds wrong with a value; empty where it is right, or where there is no validator. */
export const findProblems = (validator: Validator<unknown> | undefined, value: unknown): InputProblem[] => {
  const result = validator?.safeParse(value);
  return result === undefined || result.success ? [] : result.error.issues.map(problemOf);
};

const problemOf = ({ path, message }: ValidatorIssue): InputProblem => ({
  path: path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, ""),
  message,
});

/** All problems in one line. */
export const describeProblems = (problems: readonly InputProblem[]): string =>
  problems.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join("; ");
