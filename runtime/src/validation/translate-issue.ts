import { constraintOf, isAboutRepetition, isEnum } from "./constraints.js";
import { describeShape } from "./describe-shape.js";
import { describeType } from "./describe-value.js";
import type { ValidationIssue, ValidationIssueCode } from "./issue.js";
import { type IssueContext, sizeOf } from "./issue-context.js";
import { nearestName } from "./nearest-name.js";
import { showValue } from "./show-value.js";

/**
 * Puts a validator's issue into our own words: its messages say little, and its language and settings belong to the
 * user.
 */
export function translateIssue(context: IssueContext): ValidationIssue {
  const { located, value, unknown } = context;
  const { path, shape, sensitive } = located;
  if (unknown !== undefined) return { path, ...unknownMember(unknown) };
  const constraint = constraintOf(context);
  const shown = showValue(shape, sensitive, value);
  return {
    path,
    ...translate(context),
    received: describeType(value),
    ...(constraint === undefined ? {} : { constraint }),
    ...(shown === undefined ? {} : { value: shown }),
  };
}

type Translation = Pick<ValidationIssue, "code" | "message" | "expected">;

function translate(context: IssueContext): Translation {
  const { issue } = context;
  switch (issue.code) {
    case "invalid_type":
    case "invalid_union":
      return wrongType(context, "invalid_type");
    case "invalid_value":
      return wrongType(context, "invalid_value");
    case "too_big":
      return outOfBounds(context, "too_big", `at most ${issue.maximum}`);
    case "too_small":
      return outOfBounds(context, "too_small", `at least ${issue.minimum}`);
    case "invalid_format":
      return mustBe("pattern", `text that matches ${issue.pattern}`, show(context));
    default:
      return custom(context);
  }
}

function mustBe(code: ValidationIssueCode, expected: string, actual: string): Translation {
  return { code, message: `must be ${expected}, not ${actual}`, expected };
}

function wrongType(context: IssueContext, code: ValidationIssueCode): Translation {
  const { shape } = context.located;
  const { value } = context;
  const expected = shape === undefined ? String(context.issue.expected) : describeShape(shape);
  if (value === undefined) return { code: "missing", message: `is required: ${expected}`, expected };
  // An enum's own values are told apart by what they are, so are numbers, everything else by its type.
  const isFraction = typeof value === "number" && expected === "an integer";
  const actual = isEnum(shape) || isFraction ? show(context) : describeType(value);
  return mustBe(code, expected, actual + nearestValue(context));
}

/** The value of an enum that a misspelt one most likely stands for. */
function nearestValue({ located: { shape, sensitive }, value }: IssueContext): string {
  if (sensitive || !isEnum(shape) || typeof value !== "string") return "";
  return didYouMean(nearestName(value, Object.values(shape.values).map(String)), '"');
}

const didYouMean = (name: string | undefined, quote = ""): string =>
  name === undefined ? "" : `; did you mean ${quote}${name}${quote}?`;

function outOfBounds(context: IssueContext, code: ValidationIssueCode, bound: string): Translation {
  const { located, value } = context;
  const size = sizeOf(value);
  if (size === undefined) return mustBe(code, bound, show(context));
  const expected = `${bound} ${unitOf(value)}`;
  // How long a secret is helps to guess it.
  return { code, message: `must have ${expected}${located.sensitive ? "" : `, not ${size}`}`, expected };
}

function unitOf(value: unknown): string {
  if (typeof value === "string") return "characters";
  return value instanceof Uint8Array ? "bytes" : "items";
}

function custom(context: IssueContext): Translation {
  const { issue, located } = context;
  if (isAboutRepetition(context)) return { code: "not_unique", message: "must not have an item twice" };
  return {
    code: "custom",
    message: located.sensitive || issue.message === "" ? "is invalid" : issue.message,
  };
}

function unknownMember({ name, holder }: NonNullable<IssueContext["unknown"]>): Translation {
  const expected = nearestName(name, Object.keys(holder.members));
  return {
    code: "unknown_member",
    message: `is no member of ${holder.name}${didYouMean(expected)}`,
    expected,
  };
}

/** The value itself where it may be shown, else its type. */
function show({ located, value }: IssueContext): string {
  const shown = located.sensitive ? undefined : showValue(located.shape, false, value);
  return shown ?? describeType(value);
}
