import { platform } from "#platform";
import { ConfigurationError } from "../errors/configuration-error.js";
import { FetchFunctionHandler } from "../transport/fetch-function-handler.js";
import type { HandlerDefaults, HandlerSettings } from "../transport/handler-settings.js";
import { type HttpHandler, LOGGER_KEY } from "../transport/http-handler.js";
import type { ClientConfig } from "./client-config.js";

/** The handler that sends the requests: the user's own, or the platform's with the user's settings. */
export function resolveHandler(config: ClientConfig, defaults: HandlerDefaults): HttpHandler {
  const handler = chooseHandler(config, defaults);
  if (config.logger !== undefined) handler.updateHttpClientConfig?.(LOGGER_KEY, config.logger);
  return handler;
}

function chooseHandler({ requestHandler }: ClientConfig, defaults: HandlerDefaults): HttpHandler {
  if (requestHandler === undefined) return platform.createHttpHandler({}, defaults);
  if (typeof requestHandler === "function") return new FetchFunctionHandler(requestHandler);
  // Types forbid it, but what is neither would be taken for settings that say nothing.
  if (typeof requestHandler !== "object" || "then" in requestHandler) {
    throw new ConfigurationError(
      "requestHandler is neither an HTTP handler, nor settings of one, nor a fetch function.",
    );
  }
  return isHandler(requestHandler) ? requestHandler : platform.createHttpHandler(requestHandler, defaults);
}

function isHandler(value: HttpHandler | HandlerSettings): value is HttpHandler {
  return "handle" in value && typeof value.handle === "function";
}
