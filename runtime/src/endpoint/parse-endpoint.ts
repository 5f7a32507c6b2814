import { ConfigurationError } from "../errors/configuration-error.js";
import { findGreedyLabelProblem } from "../protocol/label-guard.js";
import type { Endpoint, EndpointInput } from "./endpoint.js";

/** What a URL parser leaves unchanged as a host: names, IPv4, and IPv6 in brackets. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/i;

/**
 * Reads an endpoint that a user wrote. It carries signed requests, so it has to be plain: http or https, a host,
 * maybe a port and a path.
 *
 * @throws {@link ConfigurationError}; the message repeats nothing of the endpoint, which may hold a password
 */
export function parseEndpoint(input: EndpointInput): Endpoint {
  if (typeof input === "string") return fromUrl(input);
  if (typeof input !== "object" || input === null) throw unfit("is neither text nor an object");
  return "href" in input ? fromUrl(input.href) : checkParts(input);
}

function fromUrl(text: string): Endpoint {
  const url = parseUrl(text);
  if (url.username !== "" || url.password !== "") throw unfit("holds a user name or password");
  return checkParts({
    protocol: url.protocol,
    hostname: url.hostname,
    port: url.port === "" ? undefined : Number(url.port),
    path: url.pathname,
    query: readQuery(url.searchParams),
  });
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw unfit('is no URL; it should look like "https://example.com"');
  }
}

function checkParts(endpoint: Endpoint): Endpoint {
  const protocol = endpoint.protocol.endsWith(":") ? endpoint.protocol : `${endpoint.protocol}:`;
  if (protocol !== "https:" && protocol !== "http:") throw unfit("is neither http nor https");
  if (!HOST.test(endpoint.hostname)) throw unfit("has no host that could be used");
  const path = withoutSlashes(endpoint.path);
  if (path !== "" && findGreedyLabelProblem(path) !== undefined)
    throw unfit('has a path with empty or ".." segments');
  return { ...endpoint, protocol, path: path === "" ? "/" : `/${path}` };
}

/** Routes begin with a slash: one at the end of the endpoint's path would be doubled. */
function withoutSlashes(path: string): string {
  return path.replace(/^\//, "").replace(/\/$/, "");
}

function readQuery(parameters: URLSearchParams): Record<string, string[]> | undefined {
  const query: Record<string, string[]> = {};
  for (const name of new Set(parameters.keys())) query[name] = parameters.getAll(name);
  return Object.keys(query).length === 0 ? undefined : query;
}

function unfit(problem: string): ConfigurationError {
  return new ConfigurationError(`The endpoint ${problem}.`);
}
