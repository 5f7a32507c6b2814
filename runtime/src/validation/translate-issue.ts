import type { StructureDescriptor } from "../descriptors/shape.js";
import { describeShape } from "./describe-shape.js";
import { describeType } from "./describe-value.js";
import { formatPath } from "./format-path.js";
import type { ValidationIssue, ValidationIssueCode } from "./issue.js";
import { isStructureLike, type Located, locateMember } from "./locate-member.js";
import { nearestName } from "./nearest-name.js";
import type { ValidatorIssue } from "./validator.js";

/** What validators add to an issue, by its code; names as in zod. */
interface IssueDetails {
  readonly expected?: unknown;
  readonly keys?: unknown;
  readonly maximum?: unknown;
  readonly minimum?: unknown;
  readonly inclusive?: unknown;
  readonly origin?: unknown;
  readonly pattern?: unknown;
}

/** An issue together with what the descriptors and the value say about its place. */
interface Context {
  readonly issue: ValidatorIssue & IssueDetails;
  readonly located: Located;
  readonly value: unknown;
}

/**
 * Puts a validator's issue into our own words: its messages say little, and its language and settings belong to the
 * user. An issue about several unknown members becomes one for each.
 */
export function translateIssue(
  root: StructureDescriptor,
  rootValue: unknown,
  issue: ValidatorIssue,
): ValidationIssue[] {
  const context = { issue, located: locateMember(root, issue.path), value: valueAt(rootValue, issue.path) };
  if (issue.code === "unrecognized_keys") return unknownMembers(context);
  return [{ path: formatPath(issue.path), ...translate(context) }];
}

type Translation = Omit<ValidationIssue, "path">;

function translate(context: Context): Translation {
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

function wrongType(context: Context, code: ValidationIssueCode): Translation {
  const expected = expectation(context);
  if (context.value === undefined) {
    return { code: "missing", message: `is required: ${expected}`, expected, received: "undefined" };
  }
  const received = describeType(context.value);
  // An enum's own values are told apart by what they are, everything else by its type.
  const shown = typeof context.value === "string" ? show(context, code === "invalid_value") : received;
  return { code, message: `must be ${expected}, not ${shown}`, expected, received };
}

function expectation({ issue, located }: Context): string {
  if (located.shape !== undefined) return describeShape(located.shape);
  return typeof issue.expected === "string" ? issue.expected : "something else";
}

function outOfBounds(
  context: Context,
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

function wrongPattern(context: Context): Translation {
  const pattern = typeof context.issue.pattern === "string" ? context.issue.pattern : undefined;
  const expected = pattern === undefined ? "text in the right format" : `text that matches ${pattern}`;
  return { code: "pattern", message: `must be ${expected}`, expected, received: describeType(context.value) };
}

function custom({ issue, located }: Context): Translation {
  return {
    code: "custom",
    message: located.sensitive || issue.message === "" ? "is invalid" : issue.message,
  };
}

function unknownMembers({ issue, located }: Context): ValidationIssue[] {
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
function show({ located, value }: Context, wanted: boolean): string {
  const text = JSON.stringify(value) ?? describeType(value);
  return wanted && !located.sensitive && text.length <= LONGEST_SHOWN ? text : describeType(value);
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
