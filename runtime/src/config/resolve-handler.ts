import { platform } from "#platform";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { HttpHandler } from "../transport/http-handler.js";
import type { ClientConfig } from "./client-config.js";

/** The handler that sends the requests: the user's own, or the platform's with the user's settings. */
export function resolveHandler({ requestHandler }: ClientConfig): HttpHandler {
  if (requestHandler === undefined) return platform.createHttpHandler({});
  // Types forbid it, but what is neither would be taken for settings that say nothing.
  if (typeof requestHandler !== "object" || requestHandler === null) {
    throw new ConfigurationError("requestHandler is neither an HTTP handler nor settings of one.");
  }
  return "handle" in requestHandler ? requestHandler : platform.createHttpHandler(requestHandler);
}
