import type { OperationDescriptor } from "../descriptors/operation.js";
import type { MemberDescriptor } from "../descriptors/shape.js";
import { describeShape } from "../validation/describe-shape.js";
import { describeType } from "../validation/describe-value.js";
import type { ValidationIssue } from "../validation/issue.js";
import { showValue } from "../validation/show-value.js";
import { encodeGreedyLabel, encodePathSegment } from "./encode-path.js";
import { foldLabel } from "./fold-label.js";
import { findGreedyLabelProblem, findLabelProblem } from "./label-guard.js";
import { findMistakenRoute, hasDelimiter, OWN_SLASH } from "./route-guard.js";
import { memberValue, targetOf } from "./shape-access.js";
import { parseUriPath, type UriPart } from "./uri-template.js";

/** A path that is safe to send, or what speaks against it. */
export interface GuardedPath {
  /** Encoded; only to be used where `issues` is empty. */
  readonly path: string;
  readonly issues: readonly ValidationIssue[];
}

type Label = Extract<UriPart, { kind: "label" }>;

/**
 * Fills in the labels of an operation's path. Each is read once, checked, and only then written: what was checked is
 * what goes out.
 *
 * @param routes - all routes of the service, none of which the path may be mistaken for
 */
export function serializeLabels(
  operation: OperationDescriptor,
  input: Record<string, unknown>,
  routes: readonly string[] = [],
): GuardedPath {
  const issues: ValidationIssue[] = [];
  const parts = parseUriPath(operation.http.uri);
  const texts = parts.map((part) =>
    part.kind === "text" ? part.text : readLabel(part, operation, input, issues),
  );
  // Not encoded where one is refused: a lone surrogate would throw.
  if (issues.length > 0) return { path: "", issues };
  const path = parts.map((part, index) => encode(part, texts[index] ?? "")).join("");
  const issue = findMistake(operation, parts, texts, path, routes);
  return { path, issues: issue === undefined ? [] : [issue] };
}

function encode(part: UriPart, text: string): string {
  if (part.kind === "text") return text;
  return part.greedy ? encodeGreedyLabel(text) : encodePathSegment(text);
}

/** The text of a label, or nothing but an issue. */
function readLabel(
  label: Label,
  operation: OperationDescriptor,
  input: Record<string, unknown>,
  issues: ValidationIssue[],
): string {
  const member = operation.input.members[label.name];
  const value = memberValue(input, label.name);
  const text = member === undefined ? undefined : labelText(member, value);
  if (text === undefined) {
    issues.push(wrongType(label.name, member, value));
    return "";
  }
  const message = label.greedy ? findGreedyLabelProblem(text) : findLabelProblem(text);
  if (message !== undefined) {
    const shown = showValue("string", member?.sensitive === true, text);
    issues.push({ path: label.name, code: "unsafe_label", message, value: shown });
  }
  return text;
}

/** Finds what the labels, each fit by itself, make of the path. Slashes of greedy labels are what those are for. */
function findMistake(
  { http }: OperationDescriptor,
  parts: readonly UriPart[],
  texts: readonly string[],
  path: string,
  routes: readonly string[],
): ValidationIssue | undefined {
  let reaching: Label | undefined;
  const folded = parts.map((part, index) => {
    const text = texts[index] ?? "";
    if (part.kind === "text" || part.greedy) return text.replaceAll("/", OWN_SLASH);
    const label = foldLabel(text);
    if (hasDelimiter(label)) reaching ??= part;
    return label;
  });
  if (reaching === undefined) return undefined;
  const route = findMistakenRoute(http, path, folded.join(""), routes);
  if (route === undefined) return undefined;
  const message = `must not turn the request's path into that of ${route} for servers that decode it`;
  return { path: reaching.name, code: "unsafe_label", message };
}

/** The text of a label whose value has the type that the model says; undefined for any other value. */
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
