import type { OperationDescriptor } from "../descriptors/operation.js";
import type { MemberDescriptor } from "../descriptors/shape.js";
import { describeShape } from "../validation/describe-shape.js";
import { describeType } from "../validation/describe-value.js";
import type { ValidationIssue } from "../validation/issue.js";
import { showValue } from "../validation/show-value.js";
import { encodeGreedyLabel, encodePathSegment } from "./encode-path.js";
import { foldLabel } from "./fold-label.js";
import { findGreedyLabelProblem, findLabelProblem } from "./label-guard.js";
import { findMistakenRoute, hasDelimiter, markSlashes } from "./route-guard.js";
import { memberValue, targetOf } from "./shape-access.js";
import { parseUriPath, type UriLabel } from "./uri-template.js";

/** A path that is safe to send, or what speaks against it. */
export interface GuardedPath {
  /** Encoded; only to be used where `issues` is empty. */
  readonly path: string;
  readonly issues: readonly ValidationIssue[];
}

/** A label with its value. */
interface Label extends UriLabel {
  readonly text: string;
}

/**
 * Fills in the labels of an operation's path. Each is read once, then checked, then written: what was checked is what is
 * sent.
 *
 * @param routes - all routes of the service, none of which the path may be mistaken for
 */
export function serializeLabels(
  operation: OperationDescriptor,
  input: Record<string, unknown>,
  routes: readonly string[] = [],
): GuardedPath {
  const issues: ValidationIssue[] = [];
  const parts = parseUriPath(operation.http.uri).map((part) =>
    typeof part === "string" ? part : { ...part, text: readLabel(part, operation, input, issues) },
  );
  // Not encoded where a label is refused: a lone surrogate would throw.
  if (issues.length > 0) return { path: "", issues };
  const path = parts.map(encode).join("");
  return { path, issues: findMistakes(operation, parts, path, routes) };
}

function encode(part: string | Label): string {
  if (typeof part === "string") return part;
  return part.greedy ? encodeGreedyLabel(part.text) : encodePathSegment(part.text);
}

/** Reads the text of a label. Where there is none that can be sent, an issue is added. */
function readLabel(
  { name, greedy }: UriLabel,
  operation: OperationDescriptor,
  input: Record<string, unknown>,
  issues: ValidationIssue[],
): string {
  const member = operation.input.members[name];
  const value = memberValue(input, name);
  const text = member && labelText(member, value);
  if (text === undefined) {
    issues.push(wrongType(name, member, value));
    return "";
  }
  const message = greedy ? findGreedyLabelProblem(text) : findLabelProblem(text);
  if (message !== undefined) {
    const shown = showValue("string", member?.sensitive === true, text);
    issues.push({ path: name, code: "unsafe_label", message, value: shown });
  }
  return text;
}

/** Finds labels that are safe one by one, but together make the path of another route. A greedy label may have slashes. */
function findMistakes(
  { http }: OperationDescriptor,
  parts: readonly (string | Label)[],
  path: string,
  routes: readonly string[],
): ValidationIssue[] {
  let reaching: string | undefined;
  const folded = parts.map((part) => {
    if (typeof part === "string") return markSlashes(part);
    if (part.greedy) return markSlashes(part.text);
    const label = foldLabel(part.text);
    if (hasDelimiter(label)) reaching ??= part.name;
    return label;
  });
  if (reaching === undefined) return [];
  const route = findMistakenRoute(http, path, folded.join(""), routes);
  if (route === undefined) return [];
  const message = `must not turn the request's path into that of ${route} for servers that decode it`;
  return [{ path: reaching, code: "unsafe_label", message }];
}

/** Writes the value of a label as text; undefined where the value is not of the type that the model says. */
function labelText(member: MemberDescriptor, value: unknown): string | undefined {
  const target = targetOf(member);
  const kind = typeof target === "string" ? target : target.kind;
  switch (kind) {
    case "string":
    case "enum":
      return typeof value === "string" ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? String(value) : undefined;
    case "timestamp":
      return value instanceof Date && !Number.isNaN(value.getTime())
        ? member.codec?.toText(value, member)
        : undefined;
    default:
      return typeof value === "number" || typeof value === "bigint" ? String(value) : undefined;
  }
}

function wrongType(path: string, member: MemberDescriptor | undefined, value: unknown): ValidationIssue {
  const expected = member === undefined ? "a string" : describeShape(targetOf(member));
  const received = describeType(value);
  if (value === undefined || value === null) {
    return { path, code: "missing", message: `is required: ${expected}`, expected, received };
  }
  return { path, code: "invalid_type", message: `must be ${expected}, not ${received}`, expected, received };
}
