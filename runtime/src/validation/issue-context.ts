import type { StructureDescriptor, UnionDescriptor } from "../descriptors/shape.js";
import { isRecord } from "../protocol/shape-access.js";
import { isStructureLike, type Located, locateKey, locateMapKey, locateMember } from "./locate-member.js";
import type { ValidatorIssue } from "./validator.js";

/** What validators add to an issue, by its code; names as in zod. */
interface IssueDetails {
  readonly errors?: unknown;
  readonly expected?: unknown;
  readonly issues?: unknown;
  readonly keys?: unknown;
  readonly maximum?: unknown;
  readonly minimum?: unknown;
  readonly params?: unknown;
  readonly pattern?: unknown;
}

/** An issue together with what the descriptors and the value say about its place. */
export interface IssueContext {
  readonly issue: ValidatorIssue & IssueDetails;
  readonly located: Located;
  readonly value: unknown;
  /** The name of a member that its holder does not have. */
  readonly unknown?: { readonly name: string; readonly holder: StructureDescriptor | UnionDescriptor };
}

/**
 * Puts an issue into its place. One about a union becomes those about the member that the value has; one about keys of a
 * map, or about unknown members, one for each.
 */
export function contextsOf(
  root: StructureDescriptor,
  rootValue: unknown,
  issue: ValidatorIssue & IssueDetails,
): IssueContext[] {
  const { code, path } = issue;
  if (code === "invalid_key") return keyContexts(root, issue);
  const located = locateMember(root, path);
  if (code === "unrecognized_keys") return strangerContexts(located, issue, listOf(issue.keys));
  const value = valueAt(rootValue, path);
  if (code !== "invalid_union" || !isUnion(located.shape) || !isRecord(value))
    return [{ issue: nameSize(issue, located, value), located, value }];
  const { members } = located.shape;
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(members, key));
  if (unknown.length > 0) return strangerContexts(located, issue, unknown.flatMap(nameOfVariant(value)));
  return (
    issuesWithin(issue, members, value)?.flatMap((each) => contextsOf(root, rootValue, each)) ?? [
      { issue, located, value },
    ]
  );
}

function isUnion(shape: Located["shape"]): shape is UnionDescriptor {
  return isStructureLike(shape) && shape.kind === "union";
}

/** What is wrong with the one member that a union has; undefined where it has not exactly one. */
function issuesWithin(
  { path, errors }: ValidatorIssue & IssueDetails,
  members: UnionDescriptor["members"],
  value: Record<string, unknown>,
): ValidatorIssue[] | undefined {
  const [key, ...others] = Object.keys(value);
  const variant = listOf(errors)[Object.keys(members).indexOf(key ?? "")];
  if (others.length > 0 || !Array.isArray(variant)) return undefined;
  return variant.map((issue: ValidatorIssue) => ({ ...issue, path: [...path, ...issue.path] }));
}

/** Answers hold variants that the model does not know under `$unknown`, each with its name. */
const nameOfVariant =
  (value: Record<string, unknown>) =>
  (key: string): unknown => {
    const variant = value[key];
    return key === "$unknown" && Array.isArray(variant) ? variant[0] : key;
  };

/** Keys that do not belong: members that a structure does not have, or keys of a map that their enum does not have. */
function strangerContexts(holder: Located, issue: ValidatorIssue, keys: readonly unknown[]): IssueContext[] {
  const { shape } = holder;
  return keys
    .map(String)
    .map((name) =>
      isStructureLike(shape)
        ? { issue, located: locateKey(holder, name), value: undefined, unknown: { name, holder: shape } }
        : { issue: { ...issue, code: "invalid_value" }, located: locateMapKey(holder, name), value: name },
    );
}

/** What is wrong with a key of a map. */
function keyContexts(
  root: StructureDescriptor,
  { path, issues }: ValidatorIssue & IssueDetails,
): IssueContext[] {
  const key = path.at(-1) ?? "";
  const located = locateMapKey(locateMember(root, path.slice(0, -1)), key);
  return listOf(issues).map((each) => {
    const issue = each as ValidatorIssue;
    return { issue: nameSize({ ...issue, path }, located, key), located, value: key };
  });
}

/**
 * Sizes that zod does not know are conditions of the generator's own, of maps and of lists that may be too long:
 * gives them the form that other sizes have.
 */
function nameSize(
  issue: ValidatorIssue & IssueDetails,
  { shape, member }: Located,
  value: unknown,
): ValidatorIssue & IssueDetails {
  if (issue.code !== "custom") return issue;
  // Neither does it know bytes.
  if (shape === "blob" && !(value instanceof Uint8Array)) return { ...issue, code: "invalid_type" };
  const size = sizeOf(value);
  if (size === undefined || member?.length === undefined || issue.params !== undefined) return issue;
  const { min = 0, max } = member.length;
  return {
    ...issue,
    ...(size < min ? { code: "too_small", minimum: min } : { code: "too_big", maximum: max }),
  };
}

/**
 * How long something is: characters of a text, bytes, items of a list, entries of a map.
 *
 * @see https://smithy.io/2.0/spec/constraint-traits.html#length-trait
 */
export function sizeOf(value: unknown): number | undefined {
  if (typeof value === "string") return [...value].length;
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length;
  return isRecord(value) ? Object.keys(value).length : undefined;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
