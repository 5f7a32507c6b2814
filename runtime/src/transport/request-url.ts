import { buildQueryString } from "@smithy/core/protocols";
import type { HttpRequest } from "./http-handler.js";

/**
 * The URL of a request, for handlers that take no less.
 *
 * @throws where the platform's URL parser would send the request elsewhere than it was signed for
 */
export function requestUrl(request: HttpRequest): URL {
  const port = request.port === undefined ? "" : `:${request.port}`;
  const queryString = buildQueryString(request.query);
  const query = queryString === "" ? "" : `?${queryString}`;
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
