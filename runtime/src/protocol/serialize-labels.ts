import type { OperationDescriptor } from "../descriptors/operation.js";
import type { MemberDescriptor } from "../descriptors/shape.js";
import { describeShape } from "../validation/describe-shape.js";
import { describeType } from "../validation/describe-value.js";
import type { ValidationIssue } from "../validation/issue.js";
import { encodeGreedyLabel, encodePathSegment } from "./encode-path.js";
import { writeHttpValue } from "./http-values.js";
import { findGreedyLabelProblem, findLabelProblem } from "./label-guard.js";
import { memberValue, targetOf } from "./shape-access.js";
import { parseUriTemplate, type UriPart } from "./uri-template.js";

/** A path that is safe to send, or what speaks against it. */
export interface GuardedPath {
  /** Encoded; only to be used where `issues` is empty. */
  readonly path: string;
  readonly issues: readonly ValidationIssue[];
}

/**
 * Fills in the labels of an operation's path. Each is read once, checked, and only then written: what was checked is
 * what goes out.
 */
export function serializeLabels(operation: OperationDescriptor, input: Record<string, unknown>): GuardedPath {
  const issues: ValidationIssue[] = [];
  const path = parseUriTemplate(operation.http.uri)
    .parts.map((part) => (part.kind === "text" ? part.text : writeLabel(part, operation, input, issues)))
    .join("");
  return { path, issues };
}

function writeLabel(
  label: Extract<UriPart, { kind: "label" }>,
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
  const problem = label.greedy ? findGreedyLabelProblem(text) : findLabelProblem(text);
  if (problem !== undefined) issues.push({ path: label.name, code: "unsafe_label", message: problem });
  // Not encoded where it is refused: a lone surrogate would throw.
  if (problem !== undefined) return "";
  return label.greedy ? encodeGreedyLabel(text) : encodePathSegment(text);
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
        ? writeHttpValue(member, value)
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
