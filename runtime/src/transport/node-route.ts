import type { Agent as HttpsAgent } from "node:https";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { guardLogger, silentLogger } from "../common/logger.js";
import { MAX_TIMER } from "../common/timer.js";
import type { HandlerSettings } from "./handler-settings.js";
import type { HttpHandlerOptions, HttpRequest, HttpResponse } from "./http-handler.js";
import { watchIdleSockets } from "./idle-sockets.js";
import { type ConnectLimit, limitConnecting } from "./limit-connecting.js";
import type { NodeAgents } from "./node-agents.js";

/** Milliseconds after which Smithy's handler looks whether requests queue, beside the request's own limit. */
const QUEUE_WARNING = { request: 2000, connection: 1000 };

/** Different limits for which handlers are kept: they cost little, and hold no connections. */
const MAX_HANDLERS = 10;

/** Where a route leads, by its connections. */
export interface NodeRouteOptions {
  readonly makeAgents: () => Promise<NodeAgents>;
  /** The error of a connection that was not set up in time. @param limit - milliseconds */
  readonly tooSlow: (limit: number) => Error;
}

/** One way to services, with connections of its own: Smithy's handler, with a watch on idle and on new connections. */
export class NodeRoute {
  readonly #settings: HandlerSettings;
  readonly #options: NodeRouteOptions;
  /** By the milliseconds that a connection may take. */
  readonly #handlers = new Map<number, NodeHttpHandler>();
  #making: Promise<NodeAgents> | undefined;
  #agents: NodeAgents | undefined;

  constructor(settings: HandlerSettings, options: NodeRouteOptions) {
    this.#settings = settings;
    this.#options = options;
  }

  /** @param connectionTimeout - milliseconds */
  async handle(
    request: HttpRequest,
    options: HttpHandlerOptions,
    connectionTimeout: number,
  ): Promise<{ response: HttpResponse }> {
    const { httpAgent, httpsAgent } = await this.#connections();
    const agent = request.protocol === "https:" ? httpsAgent : httpAgent;
    await watchIdleSockets(agent).closeUnfit(options.freshConnection ?? false);
    const { abortSignal, requestTimeout } = options;
    const handler = this.#handlerFor(connectionTimeout);
    type Handle = (request: HttpRequest, options: object) => Promise<{ response: HttpResponse }>;
    // The handler wants Smithy's class of requests, but only reads what every request has.
    return (handler.handle.bind(handler) as unknown as Handle)(request, {
      ...(abortSignal === undefined ? {} : { abortSignal }),
      ...(requestTimeout === undefined ? {} : { requestTimeout }),
    });
  }

  destroy(): void {
    this.#agents?.httpAgent.destroy();
    this.#agents?.httpsAgent.destroy();
  }

  #connections(): Promise<NodeAgents> {
    this.#making ??= this.#options.makeAgents().then((agents) => {
      this.#agents = agents;
      watchIdleSockets(agents.httpAgent);
      watchIdleSockets(agents.httpsAgent);
      return agents;
    });
    return this.#making;
  }

  #handlerFor(connectionTimeout: number): NodeHttpHandler {
    const known = this.#handlers.get(connectionTimeout);
    if (known !== undefined) return known;
    if (this.#handlers.size >= MAX_HANDLERS) this.#handlers.clear();
    const handler = this.#createHandler({
      limit: connectionTimeout,
      tooSlow: () => this.#options.tooSlow(connectionTimeout),
    });
    this.#handlers.set(connectionTimeout, handler);
    return handler;
  }

  #createHandler(limit: ConnectLimit): NodeHttpHandler {
    return new NodeHttpHandler(async () => {
      const { httpAgent, httpsAgent } = await this.#connections();
      const { logger } = this.#settings;
      return {
        ...limitsOf(this.#settings),
        httpAgent: limitConnecting(httpAgent, limit),
        httpsAgent: limitConnecting(httpsAgent, limit) as HttpsAgent,
        // Without one, Smithy's handler would write to the console.
        logger: logger === undefined ? silentLogger : guardLogger(logger),
      };
    });
  }
}

/** The user's limits, as Smithy's handler takes them. */
function limitsOf(settings: HandlerSettings): object {
  const { requestTimeout, socketTimeout, connectionTimeout, socketAcquisitionWarningTimeout } = settings;
  const queueWarning =
    (requestTimeout ?? QUEUE_WARNING.request) + (connectionTimeout ?? QUEUE_WARNING.connection);
  return {
    ...(requestTimeout == null ? {} : { requestTimeout: countable(requestTimeout) }),
    ...(socketTimeout == null ? {} : { socketTimeout: countable(socketTimeout) }),
    throwOnRequestTimeout: settings.throwOnRequestTimeout ?? true,
    socketAcquisitionWarningTimeout: countable(socketAcquisitionWarningTimeout ?? queueWarning),
  };
}

/** What is too long for a timer would end at once. */
function countable(milliseconds: number): number {
  return Math.min(milliseconds, MAX_TIMER);
}
