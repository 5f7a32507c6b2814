import type { StructureDescriptor, UnionDescriptor } from "../descriptors/shape.js";
import { isRecord } from "../protocol/shape-access.js";
import { type Located, locateMember } from "./locate-member.js";
import type { ValidatorIssue } from "./validator.js";

/** What validators add to an issue, by its code; names as in zod. */
interface IssueDetails {
  readonly errors?: unknown;
  readonly expected?: unknown;
  readonly keys?: unknown;
  readonly maximum?: unknown;
  readonly minimum?: unknown;
  readonly inclusive?: unknown;
  readonly origin?: unknown;
  readonly pattern?: unknown;
}

/** An issue together with what the descriptors and the value say about its place. */
export interface IssueContext {
  readonly issue: ValidatorIssue & IssueDetails;
  readonly located: Located;
  readonly value: unknown;
}

/** Puts an issue into its place. One about a union becomes those about the member that the value has. */
export function contextsOf(
  root: StructureDescriptor,
  rootValue: unknown,
  issue: ValidatorIssue & IssueDetails,
): IssueContext[] {
  const located = locateMember(root, issue.path);
  const value = valueAt(rootValue, issue.path);
  const within = issuesWithin(issue, located, value);
  if (within !== undefined) return within.flatMap((each) => contextsOf(root, rootValue, each));
  return [{ issue: mapSize(issue, located, value), located, value }];
}

/** What is wrong with the one member that a union has; undefined where it has not exactly one that is known. */
function issuesWithin(
  { code, path, errors }: ValidatorIssue & IssueDetails,
  { shape }: Located,
  value: unknown,
): ValidatorIssue[] | undefined {
  if (code !== "invalid_union" || !isUnion(shape) || !isRecord(value) || !Array.isArray(errors))
    return undefined;
  const [key, ...others] = Object.keys(value);
  const variant: unknown = errors[Object.keys(shape.members).indexOf(key ?? "")];
  if (others.length > 0 || !Array.isArray(variant)) return undefined;
  return variant.map((issue: ValidatorIssue) => ({ ...issue, path: [...path, ...issue.path] }));
}

function isUnion(shape: Located["shape"]): shape is UnionDescriptor {
  return typeof shape === "object" && shape.kind === "union";
}

/** The number of a map's entries is a condition of the generator's own: gives it the form that other sizes have. */
function mapSize(
  issue: ValidatorIssue & IssueDetails,
  { shape, member }: Located,
  value: unknown,
): ValidatorIssue & IssueDetails {
  const isMap = typeof shape === "object" && shape.kind === "map";
  if (issue.code !== "custom" || !isMap || member?.length === undefined || !isRecord(value)) return issue;
  const { min, max } = member.length;
  const isSmall = min !== undefined && Object.keys(value).length < min;
  const bound = isSmall ? { code: "too_small", minimum: min } : { code: "too_big", maximum: max };
  return { ...issue, ...bound, origin: "map", inclusive: true };
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
