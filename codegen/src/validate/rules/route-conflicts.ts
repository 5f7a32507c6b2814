import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { formatLocation } from "../../diagnostics/location.js";
import { problem } from "../../diagnostics/outcome.js";
import { parseHttpUri } from "../../model/http-uri.js";
import { locateTrait } from "../../model/located-traits.js";
import type { OperationShape } from "../../model/model.js";
import { serviceOperations } from "../../model/service-operations.js";
import type { ServiceRule } from "../rule.js";
import { traitProperty } from "../trait-property.js";

const HTTP = "smithy.api#http";

/** No two operations of a service may answer to the same method and pattern, however their labels are called. */
export const routeConflicts: ServiceRule = (model, service) => {
  const routes = new Map<string, OperationShape>();
  return serviceOperations(model, service).flatMap((operation): Diagnostic[] => {
    const route = routeOf(operation);
    if (route === undefined) return [];
    const earlier = routes.get(route);
    if (earlier === undefined) routes.set(route, operation);
    if (earlier === undefined) return [];
    const place = formatLocation(locateTrait(earlier.traits, HTTP, ["uri"], earlier.location));
    const location = locateTrait(operation.traits, HTTP, ["uri"], operation.location);
    const message = `has the same route as ${earlier.id} at ${place}`;
    return [problem({ location, shapeId: operation.id, message, help: "Give one another method or URI." })];
  });
};

/** Host, method, path and literal query; labels by kind only. */
const routeOf = ({ traits }: OperationShape): string | undefined => {
  const method = traitProperty(traits, HTTP, "method");
  const pattern = traitProperty(traits, HTTP, "uri");
  if (method === undefined || pattern === undefined) return undefined;
  const { segments, query } = parseHttpUri(pattern).uri;
  const path = segments.map((segment) =>
    segment.kind === "literal" ? segment.text : segment.greedy ? "{+}" : "{}",
  );
  const parameters = query.map(({ name, value }) => `${name}=${value ?? ""}`).sort();
  const host = traitProperty(traits, "smithy.api#endpoint", "hostPrefix")?.replace(/\{[^}]*\}/gu, "{}") ?? "";
  return `${host} ${method} /${path.join("/")}?${parameters.join("&")}`;
};
