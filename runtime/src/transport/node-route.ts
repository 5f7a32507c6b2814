import type { Agent } from "node:http";
import { HandlerLimits } from "./handler-limits.js";
import type { HandlerSettings } from "./handler-settings.js";
import type { HttpHandlerOptions, HttpRequest, HttpResponse } from "./http-handler.js";
import { letNodeRead, watchIdleSockets } from "./idle-sockets.js";
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
  /** By protocol: what is there, and what is being made. */
  readonly #made = new Map<string, NodeConnections>();
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
    const connections = this.#made.get(request.protocol) ?? (await this.#connections(request.protocol));
    const { idle } = connections;
    const watch = this.#limits.watch({
      connectionTimeout,
      requestTimeout: requestTimeout ?? this.#settings.requestTimeout ?? 0,
      tooSlow: this.#options.tooSlow,
    });
    for (;;) {
      // One that queues is looked after when its turn comes. Any other also waits for a connection about to become free,
      // and goes out together with those that do: alone, each would cost both sides a turn of their event loop.
      if (!idle.isExhausted) await letNodeRead(freshConnection);
      idle.closeUnfit(freshConnection);
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
    const connections = { start: httpModule(protocol).request, agent, idle: watchIdleSockets(agent) };
    this.#made.set(protocol, connections);
    return connections;
  }
}
