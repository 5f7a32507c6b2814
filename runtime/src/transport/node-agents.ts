import { Agent, type AgentOptions } from "node:http";
// As a whole, since Smithy's handler imports it so: bundlers get two ways of importing it mixed up in CommonJS.
import https from "node:https";
import type { HandlerSettings } from "./handler-settings.js";

/** Connections at a time, as in AWS's clients. */
const MAX_SOCKETS = 50;

/** What keeps the connections of one handler. */
export interface NodeAgents {
  readonly httpAgent: Agent;
  readonly httpsAgent: Agent;
}

/** The agents that lead straight to the service: the user's own, or new ones with the user's options. */
export function createAgents({ httpAgent, httpsAgent }: HandlerSettings): NodeAgents {
  return {
    httpAgent: isAgent(httpAgent) ? httpAgent : new Agent(agentOptions(httpAgent)),
    httpsAgent: isAgent(httpsAgent) ? httpsAgent : new https.Agent(agentOptions(httpsAgent)),
  };
}

/** Whether it is a user's own agent, by the word of Smithy's handler. */
export function isAgent(value: object | undefined): value is Agent {
  return value !== undefined && "destroy" in value && typeof value.destroy === "function";
}

/** The options of a new agent. */
export function agentOptions(options: object | undefined): AgentOptions {
  return { keepAlive: true, maxSockets: MAX_SOCKETS, ...options };
}
