import { describeShape } from "./describe-shape.js";
import { describeType } from "./describe-value.js";
import { formatPath } from "./format-path.js";
import type { ValidationIssue, ValidationIssueCode } from "./issue.js";
import type { IssueContext } from "./issue-context.js";
import { isStructureLike } from "./locate-member.js";
import { nearestName } from "./nearest-name.js";

/**
 * Puts a validator's issue into our own words: its messages say little, and its language and settings belong to the
 * user. An issue about several unknown members becomes one for each.
 */
export function translateIssue(context: IssueContext): ValidationIssue[] {
  if (context.issue.code === "unrecognized_keys") return unknownMembers(context);
  return [{ path: formatPath(context.issue.path), ...translate(context) }];
}

type Translation = Omit<ValidationIssue, "path">;

function translate(context: IssueContext): Translation {
  switch (context.issue.code) {
    case "invalid_type":
    case "invalid_union":
      return wrongType(context, "invalid_type");
    case "invalid_value":
      return wrongType(context, "invalid_value");
    case "too_big":
      return outOfBounds(context, "too_big", "at most", "less than", context.issue.maximum);
    case "too_small":
      return outOfBounds(context, "too_small", "at least", "more than", context.issue.minimum);
    case "invalid_format":
      return wrongPattern(context);
    default:
      return custom(context);
  }
}

function wrongType(context: IssueContext, code: ValidationIssueCode): Translation {
  const expected = expectation(context);
  if (context.value === undefined) {
    return { code: "missing", message: `is required: ${expected}`, expected, received: "undefined" };
  }
  const received = describeType(context.value);
  // An enum's own values are told apart by what they are, everything else by its type.
  const shown = typeof context.value === "string" ? show(context, code === "invalid_value") : received;
  return { code, message: `must be ${expected}, not ${shown}`, expected, received };
}

function expectation({ issue, located }: IssueContext): string {
  if (located.shape !== undefined) return describeShape(located.shape);
  return typeof issue.expected === "string" ? issue.expected : "something else";
}

function outOfBounds(
  context: IssueContext,
  code: ValidationIssueCode,
  inclusive: string,
  exclusive: string,
  bound: unknown,
): Translation {
  const words = `${context.issue.inclusive === false ? exclusive : inclusive} ${String(bound)}`;
  const unit = unitOf(context.issue.origin);
  const expected = unit === "" ? words : `${words} ${unit}`;
  const received = typeof context.value === "number" ? show(context, true) : describeType(context.value);
  const message = unit === "" ? `must be ${expected}, not ${received}` : `must have ${expected}`;
  return { code, message, expected, received: describeType(context.value) };
}

function unitOf(origin: unknown): string {
  if (origin === "string") return "characters";
  if (origin === "array" || origin === "set" || origin === "map" || origin === "object") return "items";
  return origin === "file" ? "bytes" : "";
}

function wrongPattern(context: IssueContext): Translation {
  const pattern = typeof context.issue.pattern === "string" ? context.issue.pattern : undefined;
  const expected = pattern === undefined ? "text in the right format" : `text that matches ${pattern}`;
  return { code: "pattern", message: `must be ${expected}`, expected, received: describeType(context.value) };
}

function custom({ issue, located }: IssueContext): Translation {
  return {
    code: "custom",
    message: located.sensitive || issue.message === "" ? "is invalid" : issue.message,
  };
}

function unknownMembers({ issue, located }: IssueContext): ValidationIssue[] {
  const shape = isStructureLike(located.shape) ? located.shape : undefined;
  const known = Object.keys(shape?.members ?? {});
  const keys = Array.isArray(issue.keys) ? issue.keys.map(String) : [];
  return keys.map((key) => {
    const nearest = nearestName(key, known);
    const hint = nearest === undefined ? "" : `; did you mean ${nearest}?`;
    const message = `is no member of ${shape?.name ?? "this structure"}${hint}`;
    return { path: formatPath([...issue.path, key]), code: "unknown_member", message, expected: nearest };
  });
}

const LONGEST_SHOWN = 60;

/** The value itself where it is short and no secret, else its type. */
function show({ located, value }: IssueContext, wanted: boolean): string {
  const text = JSON.stringify(value) ?? describeType(value);
  return wanted && !located.sensitive && text.length <= LONGEST_SHOWN ? text : describeType(value);
}
