import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import type { OperationDescriptor } from "@tinsmith/runtime";

/** A route of the service, taken apart by this suite's own hand: the client's template reader is under test. */
export interface Route {
  readonly operation: OperationDescriptor;
  readonly name: string;
  readonly method: string;
  /** Text, or the name of a label in braces. */
  readonly segments: readonly string[];
  readonly labels: readonly string[];
}

export const isLabel = (segment: string): boolean => segment.startsWith("{");

const routeOf = (operation: OperationDescriptor): Route => {
  const segments = operation.http.uri.slice(1).split("/");
  const labels = segments.filter(isLabel).map((segment) => segment.slice(1, -1));
  return { operation, name: operation.name, method: operation.http.method, segments, labels };
};

/** All routes of the service, from the model. */
export const routes: readonly Route[] = AmplifyBackendOperations.map(routeOf);

/** Every word that stands in a route. */
export const words: readonly string[] = [
  ...new Set(routes.flatMap(({ segments }) => segments.filter((segment) => !isLabel(segment)))),
].sort();

/** Values of a route's labels, by name. */
export type Labels = Readonly<Record<string, string>>;

/** The path that a client without a guard sends; the official one does. */
export const unguardedPath = ({ segments }: Route, labels: Labels): string =>
  `/${segments.map((segment) => (isLabel(segment) ? encodeURIComponent(labels[segment.slice(1, -1)] ?? "") : segment)).join("/")}`;

/** The routes that a path fits; a label is any text that is not empty. */
export const routesOf = (method: string, path: string, ignoreCase = false): Route[] => {
  const segments = path.split("/").slice(1);
  const fits = (pattern: string, index: number): boolean => {
    const segment = segments[index] ?? "";
    if (isLabel(pattern)) return segment !== "";
    return ignoreCase ? pattern.toLowerCase() === segment.toLowerCase() : pattern === segment;
  };
  return routes.filter(
    (route) =>
      route.method === method && route.segments.length === segments.length && route.segments.every(fits),
  );
};
