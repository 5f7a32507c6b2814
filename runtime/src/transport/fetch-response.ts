import { NetworkError } from "../errors/network-error.js";
import type { FetchFunctionResponse } from "./fetch-function.js";
import type { HttpResponse } from "./http-handler.js";

/**
 * The response of a `fetch` as handlers give it.
 *
 * @throws {@link NetworkError} where a browser hides a redirect that was not followed
 */
export function readFetchResponse({
  status,
  statusText,
  type,
  headers,
  body,
}: FetchFunctionResponse): HttpResponse {
  if (type === "opaqueredirect") {
    throw new NetworkError(
      "The service answered with a redirect, which is not followed: a signature is for one host. The browser does not say where it leads.",
      { phase: "receive" },
    );
  }
  const bag: Record<string, string> = {};
  headers.forEach((value, name) => {
    bag[name] = value;
  });
  return { statusCode: status, reason: statusText, headers: bag, body: body ?? undefined };
}
