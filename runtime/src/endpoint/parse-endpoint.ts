import { findGreedyLabelProblem } from "../protocol/label-guard.js";
import { isStablePath } from "../transport/request-target.js";
import type { Endpoint, EndpointInput } from "./endpoint.js";
import { readHeaders } from "./endpoint-headers.js";
import { unfitEndpoint as unfit } from "./unfit-endpoint.js";

/** What can be a host: names, IPv4, and IPv6 in brackets. */
const HOST = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])$/i;

/** What stands between the host and a query or fragment. */
const WRITTEN_PATH = /^[^:]*:[/\\]*[^/\\?#]*([^?#]*)/;

/**
 * Reads an endpoint that a user wrote. It carries signed requests, so it has to be plain: http or https, a host,
 * maybe a port and a path.
 *
 * @throws ConfigurationError; the message repeats nothing of the endpoint, which may hold a password
 */
export function parseEndpoint(input: EndpointInput): Endpoint {
  if (typeof input === "string") return fromUrl(input);
  if (typeof input !== "object" || input === null) throw unfit("is neither text nor an object");
  if ("href" in input) return fromUrl(input.href);
  const endpoint = "url" in input ? parseEndpoint(input.url) : fromParts(input);
  return input.headers === undefined ? endpoint : { ...endpoint, headers: readHeaders(input.headers) };
}

function fromUrl(text: string): Endpoint {
  const url = parseUrl(text);
  if (url.username !== "" || url.password !== "") throw unfit("holds a user name or password");
  // As it was written: the parser has resolved what it takes for segments to resolve.
  plainPath(WRITTEN_PATH.exec(text.trim())?.[1] ?? "");
  return fromParts({
    protocol: url.protocol,
    hostname: url.hostname,
    port: url.port === "" ? undefined : Number(url.port),
    path: url.pathname,
    query: url.search === "" ? undefined : readQuery(url.searchParams),
  });
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw unfit('is no URL; it should look like "https://example.com"');
  }
}

/** Any transport has to send to where the request was signed for: so nothing may be left that a URL parser changes. */
function fromParts({ protocol: scheme, hostname, port: given, path = "/", query }: Endpoint): Endpoint {
  if (typeof scheme !== "string" || typeof hostname !== "string" || typeof path !== "string")
    throw unfit("has no protocol, host or path that is text");
  const protocol = scheme.endsWith(":") ? scheme : `${scheme}:`;
  if (protocol !== "https:" && protocol !== "http:") throw unfit("is neither http nor https");
  if (!HOST.test(hostname)) throw unfit("has no host that could be used");
  // From JavaScript, it may come as text out of a variable.
  const port = /^\d+$/.test(String(given)) ? Number(given) : given;
  if (port !== undefined && !Number.isInteger(port)) throw unfit("has a port that is no whole number");
  const plain = plainPath(path);
  const url = parseUrl(`${protocol}//${hostname}${port === undefined ? "" : `:${port}`}${plain}`);
  if (url.pathname !== plain || !isStablePath(plain))
    throw unfit("has a path with characters that have to be encoded");
  return {
    protocol,
    hostname: url.hostname,
    // The one that goes without saying is not said: in the `host` header it would not be, either.
    port: url.port === "" ? undefined : port,
    path: plain,
    query,
  };
}

function plainPath(path: string): string {
  const inner = withoutSlashes(path);
  if (inner !== "" && findGreedyLabelProblem(inner) !== undefined)
    throw unfit('has a path with empty, "." or ".." segments');
  return `/${inner}`;
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
