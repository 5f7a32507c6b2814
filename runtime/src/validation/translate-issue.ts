import { constraintOf, isAboutRepetition, isEnum } from "./constraints.js";
import { describeShape } from "./describe-shape.js";
import { describeType } from "./describe-value.js";
import type { ValidationIssue, ValidationIssueCode } from "./issue.js";
import { type IssueContext, sizeOf } from "./issue-context.js";
import { nearestName } from "./nearest-name.js";
import { quote, showValue } from "./show-value.js";

/**
 * Puts a validator's issue into our own words: its messages say little, and its language and settings belong to the
 * user.
 */
export function translateIssue(context: IssueContext): ValidationIssue {
  const { located, value } = context;
  const { path, shape, sensitive } = located;
  const constraint = constraintOf(context);
  const shown = showValue(shape, sensitive, value);
  return {
    path,
    ...translate(context),
    ...(constraint === undefined ? {} : { constraint }),
    ...(shown === undefined ? {} : { value: shown }),
  };
}

type Translation = Omit<ValidationIssue, "path" | "constraint" | "value">;

function translate(context: IssueContext): Translation {
  if (context.unknown !== undefined) return unknownMember(context.unknown);
  const { code, maximum, minimum } = context.issue;
  switch (code) {
    case "invalid_type":
    case "invalid_union":
      return wrongType(context, "invalid_type");
    case "invalid_value":
      return wrongType(context, "invalid_value");
    case "too_big":
      return outOfBounds(context, "too_big", ["at most", "less than"], maximum);
    case "too_small":
      return outOfBounds(context, "too_small", ["at least", "more than"], minimum);
    case "invalid_format":
      return wrongPattern(context);
    default:
      return custom(context);
  }
}

function wrongType(context: IssueContext, code: ValidationIssueCode): Translation {
  const { located, value } = context;
  const expected = expectation(context);
  if (value === undefined)
    return { code: "missing", message: `is required: ${expected}`, expected, received: "undefined" };
  const isFraction = typeof value === "number" && expected === "an integer";
  // An enum's own values are told apart by what they are, so are numbers, everything else by its type.
  const shown = isEnum(located.shape) || isFraction ? show(context) : describeType(value);
  const message = `must be ${expected}, not ${shown}${nearestValue(context)}`;
  return { code, message, expected, received: describeType(value) };
}

function expectation({ issue, located }: IssueContext): string {
  if (located.shape !== undefined) return describeShape(located.shape);
  return typeof issue.expected === "string" ? issue.expected : "something else";
}

/** The value of an enum that a misspelt one most likely stands for. */
function nearestValue({ located: { shape, sensitive }, value }: IssueContext): string {
  if (sensitive || !isEnum(shape) || typeof value !== "string") return "";
  const nearest = nearestName(value, Object.values(shape.values).map(String));
  return nearest === undefined ? "" : `; did you mean ${quote(nearest)}?`;
}

function outOfBounds(
  context: IssueContext,
  code: ValidationIssueCode,
  [inclusive, exclusive]: readonly [string, string],
  bound: unknown,
): Translation {
  const { issue, located, value } = context;
  const words = `${issue.inclusive === false ? exclusive : inclusive} ${String(bound)}`;
  const size = sizeOf(value);
  const received = describeType(value);
  if (size === undefined)
    return { code, message: `must be ${words}, not ${show(context)}`, expected: words, received };
  const expected = `${words} ${unitOf(value)}`;
  // How long a secret is helps to guess it.
  const message = located.sensitive ? `must have ${expected}` : `must have ${expected}, not ${size}`;
  return { code, message, expected, received };
}

function unitOf(value: unknown): string {
  if (typeof value === "string") return "characters";
  return value instanceof Uint8Array ? "bytes" : "items";
}

function wrongPattern(context: IssueContext): Translation {
  const { pattern } = context.issue;
  const expected = typeof pattern === "string" ? `text that matches ${pattern}` : "text in the right format";
  const received = describeType(context.value);
  return { code: "pattern", message: `must be ${expected}, not ${show(context)}`, expected, received };
}

function custom(context: IssueContext): Translation {
  const { issue, located } = context;
  if (isAboutRepetition(context)) {
    return {
      code: "not_unique",
      message: "must not have an item twice",
      expected: "a list of different items",
    };
  }
  return {
    code: "custom",
    message: located.sensitive || issue.message === "" ? "is invalid" : issue.message,
  };
}

function unknownMember({ name, holder }: NonNullable<IssueContext["unknown"]>): Translation {
  const nearest = nearestName(name, Object.keys(holder.members));
  const hint = nearest === undefined ? "" : `; did you mean ${nearest}?`;
  return { code: "unknown_member", message: `is no member of ${holder.name}${hint}`, expected: nearest };
}

/** The value itself where it may be shown, else its type. */
function show({ located, value }: IssueContext): string {
  const shown = located.sensitive ? undefined : showValue(located.shape, false, value);
  return shown ?? describeType(value);
}
