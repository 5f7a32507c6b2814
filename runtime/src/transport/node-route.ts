import type { Agent as HttpsAgent } from "node:https";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { guardLogger, silentLogger } from "../common/logger.js";
import type { HandlerSettings } from "./handler-settings.js";
import type { HttpHandler, HttpHandlerOptions, HttpRequest, HttpResponse } from "./http-handler.js";
import { type IdleSockets, watchIdleSockets } from "./idle-sockets.js";
import type { NodeAgents } from "./node-agents.js";

/** Milliseconds after which Smithy's handler looks whether requests queue, beside the request's own limit. */
const QUEUE_WARNING = { request: 2000, connection: 1000 };

/** One way to services, with connections of its own: Smithy's handler, with a watch on idle connections. */
export class NodeRoute implements HttpHandler {
  readonly #handler: NodeHttpHandler;
  #idle: readonly IdleSockets[] = [];

  /** @param connectionTimeout - milliseconds */
  constructor(settings: HandlerSettings, connectionTimeout: number, makeAgents: () => Promise<NodeAgents>) {
    this.#handler = new NodeHttpHandler(async () => {
      const { httpAgent, httpsAgent } = await makeAgents();
      this.#idle = [httpAgent, httpsAgent].map(watchIdleSockets);
      return {
        ...limitsOf(settings),
        connectionTimeout,
        httpAgent,
        httpsAgent: httpsAgent as HttpsAgent,
        // Without one, Smithy's handler would write to the console.
        logger: settings.logger === undefined ? silentLogger : guardLogger(settings.logger),
      };
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

/** The user's limits, as Smithy's handler takes them. */
function limitsOf(settings: HandlerSettings): object {
  const { requestTimeout, socketTimeout, connectionTimeout } = settings;
  return {
    ...(requestTimeout === undefined ? {} : { requestTimeout }),
    ...(socketTimeout === undefined ? {} : { socketTimeout }),
    throwOnRequestTimeout: settings.throwOnRequestTimeout ?? true,
    socketAcquisitionWarningTimeout:
      settings.socketAcquisitionWarningTimeout ??
      (requestTimeout ?? QUEUE_WARNING.request) + (connectionTimeout ?? QUEUE_WARNING.connection),
  };
}
