import type { OperationDescriptor } from "../descriptors/operation.js";
import type { HostRequest } from "./message.js";

/** Where a request leads. */
export interface RouteMatch {
  readonly operation: OperationDescriptor;
  /** Label values by member name, decoded. */
  readonly labels: Readonly<Record<string, string>>;
}

interface Route {
  readonly operation: OperationDescriptor;
  readonly segments: readonly Segment[];
  /** Query parameters that the pattern itself demands, with the value where it names one. */
  readonly query: ReadonlyMap<string, string | undefined>;
}

type Segment = { readonly literal: string } | { readonly label: string; readonly isGreedy: boolean };

/**
 * Makes the function that finds a request's operation. Of several that fit, the one that is literal earliest
 * in the path wins.
 *
 * A path is taken as it came: `..` is no way up, an empty segment no label.
 *
 * @see https://smithy.io/2.0/spec/http-bindings.html#http-trait
 */
export const createRouter = (
  operations: readonly OperationDescriptor[],
): ((request: HostRequest) => RouteMatch | undefined) => {
  const routes = operations.map(parseRoute).sort(bySpecificity);
  return (request) => {
    const [start, ...path] = request.path.split("/");
    if (start !== "") return undefined;
    for (const route of routes) {
      if (route.operation.http.method !== request.method || !hasQuery(route, request)) continue;
      const labels = matchPath(route.segments, path);
      if (labels !== undefined) return { operation: route.operation, labels };
    }
    return undefined;
  };
};

const parseRoute = (operation: OperationDescriptor): Route => {
  const [path = "", query = ""] = operation.http.uri.split("?");
  return { operation, segments: path.split("/").slice(1).map(parseSegment), query: parseLiterals(query) };
};

const parseSegment = (text: string): Segment => {
  const label = /^\{(.+?)(\+?)\}$/.exec(text);
  return label?.[1] === undefined ? { literal: text } : { label: label[1], isGreedy: label[2] === "+" };
};

const parseLiterals = (query: string): Map<string, string | undefined> =>
  new Map(
    query
      .split("&")
      .filter((pair) => pair !== "")
      .map((pair) => {
        const [name = "", value] = pair.split("=");
        return [name, value];
      }),
  );

const hasQuery = (route: Route, request: HostRequest): boolean => {
  for (const [name, value] of route.query) {
    const actual = Object.hasOwn(request.query, name) ? request.query[name] : undefined;
    if (actual === undefined || (value !== undefined && actual !== value)) return false;
  }
  return true;
};

/** Literals before labels before greedy labels, at the first segment that differs; then more query literals. */
const bySpecificity = (first: Route, second: Route): number => {
  const length = Math.min(first.segments.length, second.segments.length);
  for (let index = 0; index < length; index++) {
    const difference = rank(first.segments[index]) - rank(second.segments[index]);
    if (difference !== 0) return difference;
  }
  return second.segments.length - first.segments.length || second.query.size - first.query.size;
};

const rank = (segment: Segment | undefined): number => {
  if (segment === undefined || "literal" in segment) return 0;
  return segment.isGreedy ? 2 : 1;
};

const matchPath = (
  pattern: readonly Segment[],
  path: readonly string[],
): Record<string, string> | undefined => {
  const greedy = pattern.findIndex((segment) => "isGreedy" in segment && segment.isGreedy);
  if (greedy < 0) return pattern.length === path.length ? matchSegments(pattern, path) : undefined;
  // A greedy label takes all segments that the others leave over, one at the least.
  const surplus = path.length - pattern.length;
  if (surplus < 0) return undefined;
  const middle = path.slice(greedy, greedy + surplus + 1).join("/");
  return matchSegments(pattern, [...path.slice(0, greedy), middle, ...path.slice(greedy + surplus + 1)]);
};

const matchSegments = (
  pattern: readonly Segment[],
  path: readonly string[],
): Record<string, string> | undefined => {
  const labels = new Map<string, string>();
  for (const [index, segment] of pattern.entries()) {
    const text = path[index] ?? "";
    if ("literal" in segment) {
      if (segment.literal !== text) return undefined;
      continue;
    }
    const value = decodeLabel(text);
    if (value === undefined) return undefined;
    labels.set(segment.label, value);
  }
  return Object.fromEntries(labels);
};

/** A label's value; nothing where it is empty or not validly encoded, which no route fits. */
const decodeLabel = (text: string): string | undefined => {
  if (text === "") return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};
