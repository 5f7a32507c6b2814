/** What kind of problem a {@link ValidationIssue} is. */
export type ValidationIssueCode =
  | "invalid_type"
  | "invalid_value"
  | "missing"
  | "too_big"
  | "too_small"
  | "pattern"
  | "not_unique"
  | "unknown_member"
  | "unsafe_label"
  | "custom";

/** A constraint of the model, named as its trait. @see https://smithy.io/2.0/spec/constraint-traits.html */
export type ValidationConstraint =
  | {
      readonly name: "length" | "range";
      readonly min?: number | undefined;
      readonly max?: number | undefined;
    }
  | { readonly name: "pattern"; readonly pattern: string }
  | { readonly name: "enum"; readonly values: readonly (string | number)[] }
  | { readonly name: "required" | "uniqueItems" };

/** One thing that is wrong with an input or output: plain data, without anything secret. */
export interface ValidationIssue {
  /**
   * Where, e.g. `ResourceConfig.UserPoolConfigs.SignInMethod` or `Jobs[3].Status`; empty for the value as a whole. Keys
   * that may be secret are blotted out.
   */
  readonly path: string;
  readonly code: ValidationIssueCode;
  /** What is wrong, in one sentence without the path. Never shows the value of a sensitive member. */
  readonly message: string;
  /** The constraint that is broken; absent where it is the type that is wrong. */
  readonly constraint?: ValidationConstraint | undefined;
  /** What would have been right, e.g. `a string` or `one of "ON", "OFF"`. */
  readonly expected?: string | undefined;
  /** What was there instead, by its type, e.g. `number`. */
  readonly received?: string | undefined;
  /**
   * What was there instead, as code would write it, e.g. `26` or `"ONN"`: cut after 60 characters,
   * `***SensitiveInformation***` where the model calls it sensitive. Absent for lists, objects and unknown members,
   * which may hold anything.
   */
  readonly value?: string | undefined;
}
