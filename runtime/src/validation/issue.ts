/** What kind of problem a {@link ValidationIssue} is. */
export type ValidationIssueCode =
  | "invalid_type"
  | "invalid_value"
  | "missing"
  | "too_big"
  | "too_small"
  | "pattern"
  | "unknown_member"
  | "unsafe_label"
  | "custom";

/** One thing that is wrong with an input or output. */
export interface ValidationIssue {
  /** Where, e.g. `ResourceConfig.UserPoolConfigs.SignInMethod` or `Jobs[3].Status`; empty for the value as a whole. */
  readonly path: string;
  readonly code: ValidationIssueCode;
  /** What is wrong, in one sentence without the path. Never shows the value of a sensitive member. */
  readonly message: string;
  /** What would have been right, e.g. `a string` or `one of "ON", "OFF"`. */
  readonly expected?: string | undefined;
  /** What was there instead, by its type, e.g. `number`. */
  readonly received?: string | undefined;
}
