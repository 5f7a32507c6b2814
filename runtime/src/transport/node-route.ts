import type { Agent } from "node:http";
import { HandlerLimits } from "./handler-limits.js";
import type { HandlerSettings } from "./handler-settings.js";
import type { HttpHandlerOptions, HttpRequest, HttpResponse } from "./http-handler.js";
import { watchIdleSockets } from "./idle-sockets.js";
import { httpModule } from "./node-agents.js";
import { type NodeConnections, sendRequest } from "./node-request.js";
import { UnsentError } from "./queued-request.js";

/** Where a route leads, by its connections. */
export interface NodeRouteOptions {
  /** @param protocol - with the colon, e.g. `https:` */
  readonly makeAgent: (protocol: string) => Agent | Promise<Agent>;
  /** The error of a connection that was not set up in time. @param limit - milliseconds */
  readonly tooSlow: (limit: number) => Error;
}

/** One way to services, with connections of its own, and a watch on idle and on new ones. */
export class NodeRoute {
  readonly #settings: HandlerSettings;
  readonly #options: NodeRouteOptions;
  readonly #limits: HandlerLimits;
  /** By protocol. */
  readonly #making = new Map<string, Promise<NodeConnections>>();
  readonly #agents = new Set<Agent>();

  constructor(settings: HandlerSettings, options: NodeRouteOptions) {
    this.#settings = settings;
    this.#options = options;
    this.#limits = new HandlerLimits(settings);
  }

  /** @param connectionTimeout - milliseconds */
  async handle(
    request: HttpRequest,
    { abortSignal, freshConnection = false, requestTimeout }: HttpHandlerOptions,
    connectionTimeout: number,
  ): Promise<{ response: HttpResponse }> {
    const connections = await this.#connections(request.protocol);
    const watch = this.#limits.watch({
      connectionTimeout,
      requestTimeout: requestTimeout ?? this.#settings.requestTimeout ?? 0,
      tooSlow: this.#options.tooSlow,
    });
    for (;;) {
      await watchIdleSockets(connections.agent).closeUnfit(freshConnection);
      try {
        return await sendRequest(connections, request, { signal: abortSignal, watch, freshConnection });
      } catch (error) {
        if (!(error instanceof UnsentError)) throw error;
      }
    }
  }

  destroy(): void {
    for (const agent of this.#agents) agent.destroy();
  }

  #connections(protocol: string): Promise<NodeConnections> {
    const known = this.#making.get(protocol);
    if (known !== undefined) return known;
    const making = this.#connect(protocol);
    this.#making.set(protocol, making);
    return making;
  }

  async #connect(protocol: string): Promise<NodeConnections> {
    const agent = await this.#options.makeAgent(protocol);
    this.#agents.add(agent);
    watchIdleSockets(agent);
    return { start: httpModule(protocol).request, agent };
  }
}
