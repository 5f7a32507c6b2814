import type { IncomingMessage } from "node:http";
import type { HandlerDefaults, HandlerSettings } from "./handler-settings.js";
import {
  type HttpHandler,
  type HttpHandlerOptions,
  type HttpRequest,
  type HttpResponse,
  LOGGER_KEY,
} from "./http-handler.js";
import { agentOptions, createAgent, isAgent } from "./node-agents.js";
import { NodeRoute } from "./node-route.js";
import { type HttpProxy, parseProxy, proxyFromEnvironment } from "./proxy.js";
import { proxyRefused, proxyTooSlow } from "./proxy-failure.js";
import { requestUrl } from "./request-url.js";
import { connectionTooSlow } from "./system-failure.js";

/** Milliseconds to set up a connection, where nothing else is said. */
const CONNECTION_TIMEOUT = 10_000;

/** Status of a proxy that wants to know who asks; a service has no such answer. */
const PROXY_AUTHENTICATION_REQUIRED = 407;

/** The default on Node, Bun and Deno: `node:http`, with finite limits, and through a proxy where there is one. */
export class NodeHandler implements HttpHandler {
  readonly metadata = { handlerProtocol: "http/1.1" };
  readonly takesAnySignal = true;
  readonly #defaults: HandlerDefaults;
  /** By the URL of the proxy; the empty one leads straight to the service. */
  readonly #routes = new Map<string, NodeRoute>();
  #settings: HandlerSettings;
  /** Milliseconds; without a setting, known once a request has been made. */
  #connectionTimeout: number | undefined;
  /** The proxy that the settings ask for. */
  #proxy: HttpProxy | undefined;

  constructor(settings: HandlerSettings, defaults: HandlerDefaults = {}) {
    this.#defaults = defaults;
    this.#settings = settings;
    this.#connectionTimeout = settings.connectionTimeout;
    this.#proxy = configuredProxy(settings);
  }

  async handle(request: HttpRequest, options: HttpHandlerOptions = {}): Promise<{ response: HttpResponse }> {
    const proxy = this.#proxyOf(request);
    this.#connectionTimeout ??= (await this.#defaults.connectionTimeout?.()) ?? CONNECTION_TIMEOUT;
    const connectionTimeout = options.connectionTimeout ?? this.#connectionTimeout;
    const route = this.#routeThrough(proxy);
    if (proxy === undefined) return route.handle(request, options, connectionTimeout);
    // The agent writes the URL anew where the proxy gets to see it.
    if (request.protocol === "http:") requestUrl(request);
    const result = await route.handle(request, options, connectionTimeout);
    if (result.response.statusCode !== PROXY_AUTHENTICATION_REQUIRED) return result;
    // Nobody reads the rest of it: the connection would wait for that.
    (result.response.body as IncomingMessage).destroy();
    throw proxyRefused(proxy, result.response.statusCode);
  }

  destroy(): void {
    for (const route of this.#routes.values()) route.destroy();
  }

  /** Connections in use go on; new ones are made under the new settings. A logger does not replace one that is set. */
  updateHttpClientConfig(key: string | symbol, value: unknown): void {
    const change = key === LOGGER_KEY ? { logger: this.#settings.logger ?? value } : { [key]: value };
    const settings = { ...this.#settings, ...(change as HandlerSettings) };
    this.#proxy = configuredProxy(settings);
    this.#settings = settings;
    this.#connectionTimeout = settings.connectionTimeout;
    this.#routes.clear();
  }

  /** What is in use. */
  httpHandlerConfigs(): HandlerSettings {
    return { ...this.#settings, connectionTimeout: this.#connectionTimeout };
  }

  #proxyOf(request: HttpRequest): HttpProxy | undefined {
    const { httpAgent, httpsAgent, proxy } = this.#settings;
    if (isAgent(request.protocol === "https:" ? httpsAgent : httpAgent)) return undefined;
    return proxy === undefined ? proxyFromEnvironment(request, this.#defaults.variables ?? {}) : this.#proxy;
  }

  #routeThrough(proxy: HttpProxy | undefined): NodeRoute {
    const key = proxy === undefined ? "" : `${proxy.url} ${proxy.authorization}`;
    const route = this.#routes.get(key) ?? createRoute(this.#settings, proxy);
    this.#routes.set(key, route);
    return route;
  }
}

function createRoute(settings: HandlerSettings, proxy: HttpProxy | undefined): NodeRoute {
  if (proxy === undefined) {
    return new NodeRoute(settings, {
      makeAgent: (protocol) => createAgent(settings, protocol),
      tooSlow: connectionTooSlow,
    });
  }
  return new NodeRoute(settings, {
    makeAgent: async (protocol) => {
      // Imported when it is needed: most users have no proxy.
      const { createProxyAgent } = await import("./proxy-agents.js");
      const { httpAgent, httpsAgent } = settings;
      return createProxyAgent(proxy, protocol, agentOptions(protocol === "https:" ? httpsAgent : httpAgent));
    },
    tooSlow: (limit) => proxyTooSlow(proxy, undefined, limit),
  });
}

function configuredProxy({ proxy }: HandlerSettings): HttpProxy | undefined {
  return proxy === undefined || proxy === false ? undefined : parseProxy(proxy, "requestHandler.proxy");
}
