import type { z } from "zod";
import { valueAt } from "../model/values.js";
import { didYouMean } from "./nearest.js";

/** Something that a zod schema found wrong, told in our words. */
export interface DescribedIssue {
  /** From the root of the checked value. */
  readonly path: readonly (string | number)[];
  /** Whether the fault lies in the key at `path`, or in what stands behind it. */
  readonly part: "key" | "value";
  readonly message: string;
  readonly help?: string | undefined;
}

/**
 * Tells each issue in our words, one for each thing to correct.
 * @param root - the value that was checked.
 * @param knownKeys - keys that may stand at a path, for suggestions; empty where nobody knows.
 */
export const describeIssues = (
  issues: readonly z.core.$ZodIssue[],
  root: unknown,
  knownKeys: (path: readonly (string | number)[]) => Iterable<string> = () => [],
): DescribedIssue[] =>
  firstOfEachPlace(
    issues.flatMap((issue) => {
      const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
      if (issue.code === "unrecognized_keys") {
        return issue.keys.map((key) => unknownKey(path, key, knownKeys(path)));
      }
      if (issue.code === "invalid_union") return [describeUnion(issue, path, root)];
      return [{ path, ...describe(issue, valueAt(root, path), path) }];
    }),
  );

/** A number that is neither whole nor in its range is one thing to correct. */
const firstOfEachPlace = (issues: readonly DescribedIssue[]): DescribedIssue[] => {
  const seen = new Set<string>();
  return issues.filter(({ path }) => {
    const place = JSON.stringify(path);
    return !seen.has(place) && seen.add(place);
  });
};

const unknownKey = (path: DescribedIssue["path"], key: string, known: Iterable<string>): DescribedIssue => {
  const candidates = [...known];
  const list = candidates.length === 0 ? undefined : `Known here: ${candidates.join(", ")}.`;
  return {
    path: [...path, key],
    part: "key",
    message: `unknown key "${key}"`,
    help: didYouMean(key, candidates) ?? list,
  };
};

const describe = (
  issue: z.core.$ZodIssue,
  value: unknown,
  path: DescribedIssue["path"],
): Pick<DescribedIssue, "part" | "message"> => {
  const key = path.at(-1);
  if (value === undefined && key !== undefined) return { part: "key", message: `"${key}" is missing` };
  if (issue.code === "invalid_type") {
    return { part: "value", message: `expected ${nameOfType(issue.expected)}, found ${nameOfValue(value)}` };
  }
  if (issue.code === "invalid_value") {
    return { part: "value", message: `expected ${listed(issue.values)}, found ${nameOfValue(value)}` };
  }
  if (issue.code === "invalid_key") {
    return { part: "key", message: issue.issues[0]?.message ?? issue.message };
  }
  return { part: "value", message: issue.message };
};

const describeUnion = (
  issue: z.core.$ZodIssueInvalidUnion,
  path: DescribedIssue["path"],
  root: unknown,
): DescribedIssue => {
  const value = valueAt(root, path);
  const options = unionOptions(issue);
  if (value === undefined && path.length > 0)
    return { path, part: "key", message: `"${path.at(-1)}" is missing` };
  const help = typeof value === "string" ? didYouMean(value, options) : undefined;
  if (options.length > MAX_LISTED) {
    const known = `Known here: ${options.join(", ")}.`;
    return {
      path,
      part: "value",
      message: `unknown ${path.at(-1)} ${nameOfValue(value)}`,
      help: help ?? known,
    };
  }
  const wanted = options.length === 0 ? issue.message : `expected ${options.join(" or ")}`;
  return { path, part: "value", message: `${wanted}, found ${nameOfValue(value)}`, help };
};

/** More choices than this are no part of a sentence any more. */
const MAX_LISTED = 6;

const unionOptions = (issue: z.core.$ZodIssueInvalidUnion): string[] => {
  // Given where the union is told apart by a key, though the types do not say so.
  if ("options" in issue && Array.isArray(issue.options)) return issue.options.map(String);
  const expected = issue.errors
    .flat()
    .flatMap((inner) => (inner.code === "invalid_type" ? [inner.expected] : []));
  return [...new Set(expected.map(nameOfType))];
};

const listed = (values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join(" or ");

/** What zod calls otherwise than people who write a model. */
const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ["record", "object"],
  ["array", "list"],
  ["int", "whole number"],
]);

const nameOfType = (type: string): string => TYPE_NAMES.get(type) ?? type;

/** A value as a message shows it: short, and by kind where it is not a scalar. */
export const nameOfValue = (value: unknown): string => {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  // Infinity is a number of YAML, and null in JSON.
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
