import type { ClientRequest } from "node:http";

/**
 * Keeps Deno from sending a request a second time by itself. It does so where a connection that had been used before drops,
 * or where the request on it is given up, whatever its method, and even if the service has carried it out. What it goes by is
 * the request's own word that its connection was used.
 *
 * @see https://github.com/denoland/deno/issues/36786
 */
export function forbidResending(request: ClientRequest, versions: object = process.versions): void {
  if ("deno" in versions) Object.defineProperty(request, "reusedSocket", { get: () => false, set: () => {} });
}
