import type { HttpRequest } from "./http-handler.js";
import { queryString } from "./query-string.js";

/**
 * The URL of a request, for handlers that take no less.
 *
 * @throws where the platform's URL parser would send the request elsewhere than it was signed for
 */
export function requestUrl(request: HttpRequest): URL {
  const port = request.port === undefined ? "" : `:${request.port}`;
  const parameters = queryString(request.query);
  const query = parameters === "" ? "" : `?${parameters}`;
  const url = new URL(`${request.protocol}//${request.hostname}${port}${request.path}${query}`);
  if (
    url.pathname !== request.path ||
    url.hostname !== request.hostname.toLowerCase() ||
    url.search !== query
  ) {
    throw new Error("The request's URL would change while it is parsed, and then not match its signature.");
  }
  return url;
}
