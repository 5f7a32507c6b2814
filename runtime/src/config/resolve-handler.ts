import { createHttpHandler } from "#platform";
import { check } from "../common/check.js";
import { checkLimit } from "../common/check-limit.js";
import type { HandlerClient } from "../platform/platform.js";
import type { FetchFunction } from "../transport/fetch-function.js";
import { FetchHandler } from "../transport/fetch-handler.js";
import type { HandlerSettings } from "../transport/handler-settings.js";
import { type HttpHandler, LOGGER_KEY } from "../transport/http-handler.js";
import { refuseRedirects } from "../transport/refuse-redirects.js";
import type { ClientConfig } from "./client-config.js";

/** The handler that sends the requests: the user's own, or the platform's with the user's settings. */
export function resolveHandler(config: ClientConfig, client: HandlerClient): HttpHandler {
  const handler = chooseHandler(config, client);
  if (config.logger !== undefined) handler.updateHttpClientConfig?.(LOGGER_KEY, config.logger);
  return handler;
}

function chooseHandler({ requestHandler }: ClientConfig, client: HandlerClient): HttpHandler {
  if (requestHandler === undefined) return createHttpHandler({}, client);
  if (typeof requestHandler === "function") return new FetchHandler({}, checkFetch(requestHandler));
  // Types forbid it, but what is neither would be taken for settings that say nothing.
  const isObject = typeof requestHandler === "object" && !("then" in requestHandler);
  check(isObject, "requestHandler", "an HTTP handler, settings of one, or a `fetch` function");
  if (!isHandler(requestHandler)) {
    checkSettings(requestHandler);
    return createHttpHandler(requestHandler, client);
  }
  refuseRedirects(requestHandler);
  return requestHandler;
}

function checkSettings(settings: HandlerSettings): void {
  for (const name of ["connectionTimeout", "requestTimeout"] as const) {
    // From JavaScript, null says nothing, too.
    if (settings[name] != null) checkLimit(`requestHandler.${name}`, settings[name]);
  }
}

/** A class of handlers is a function, too; taken for a `fetch`, it would look like a network that is down. */
function checkFetch(fetch: FetchFunction): FetchFunction {
  const isClass = typeof fetch.prototype?.handle === "function";
  check(!isClass, "requestHandler", `an instance of its class, \`new ${fetch.name}()\``);
  return fetch;
}

function isHandler(value: HttpHandler | HandlerSettings): value is HttpHandler {
  return "handle" in value && typeof value.handle === "function";
}
