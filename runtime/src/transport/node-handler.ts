import { Agent as HttpAgent } from "node:http";
// As a whole, since Smithy's handler imports it so: bundlers get two ways of importing it mixed up in CommonJS.
import https from "node:https";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { HandlerSettings } from "./handler-settings.js";
import type { HttpHandler, HttpHandlerOptions, HttpRequest, HttpResponse } from "./http-handler.js";
import { type IdleSockets, watchIdleSockets } from "./idle-sockets.js";

/** Milliseconds to set up a connection, where nothing else is said. */
const CONNECTION_TIMEOUT = 10_000;

/** Connections at a time, as in AWS's clients. */
const MAX_SOCKETS = 50;

/** The default on Node, Bun and Deno: Smithy's handler on `node:http`, with finite limits and a watch on idle connections. */
export class NodeHandler implements HttpHandler {
  readonly metadata = { handlerProtocol: "http/1.1" };
  readonly #handler: NodeHttpHandler;
  readonly #idle: readonly IdleSockets[];

  constructor(settings: HandlerSettings) {
    const httpAgent = isAgent(settings.httpAgent)
      ? settings.httpAgent
      : new HttpAgent(agentOptions(settings.httpAgent));
    const httpsAgent = isAgent(settings.httpsAgent)
      ? settings.httpsAgent
      : new https.Agent(agentOptions(settings.httpsAgent));
    this.#idle = [httpAgent, httpsAgent].map(watchIdleSockets);
    this.#handler = new NodeHttpHandler({
      connectionTimeout: settings.connectionTimeout ?? CONNECTION_TIMEOUT,
      ...(settings.requestTimeout === undefined ? {} : { requestTimeout: settings.requestTimeout }),
      throwOnRequestTimeout: true,
      httpAgent,
      httpsAgent: httpsAgent as https.Agent,
    });
  }

  async handle(request: HttpRequest, options: HttpHandlerOptions = {}): Promise<{ response: HttpResponse }> {
    if (options.freshConnection) for (const sockets of this.#idle) sockets.closeStale();
    const { abortSignal, requestTimeout } = options;
    type Handle = (request: HttpRequest, options: object) => Promise<{ response: HttpResponse }>;
    // The handler wants Smithy's class of requests, but only reads what every request has.
    return (this.#handler.handle.bind(this.#handler) as unknown as Handle)(request, {
      ...(abortSignal === undefined ? {} : { abortSignal }),
      ...(requestTimeout === undefined ? {} : { requestTimeout }),
    });
  }

  destroy(): void {
    this.#handler.destroy();
  }
}

function agentOptions(options: object | undefined): object {
  return { keepAlive: true, maxSockets: MAX_SOCKETS, ...options };
}

function isAgent(value: object | undefined): value is HttpAgent {
  return value !== undefined && "destroy" in value && "freeSockets" in value;
}
