import type { Agent, AgentOptions } from "node:http";
import type { HandlerSettings } from "./handler-settings.js";

/** Connections at a time, as in AWS's clients. */
const MAX_SOCKETS = 50;

/** The agent that leads straight to the service: the user's own, or a new one with the user's options. */
export function createAgent({ httpAgent, httpsAgent }: HandlerSettings, protocol: string): Agent {
  const given = protocol === "https:" ? httpsAgent : httpAgent;
  if (isAgent(given)) return given;
  return new (httpModule(protocol).Agent)(agentOptions(given));
}

/** Loaded when it is needed: most programs need one of them, and some make no call at all. */
export function httpModule(protocol: string): Pick<typeof import("node:http"), "Agent" | "request"> {
  return process.getBuiltinModule(protocol === "https:" ? "node:https" : "node:http");
}

/** Whether it is a user's own agent, by what AWS's clients take for one. */
export function isAgent(value: object | undefined): value is Agent {
  return value !== undefined && "destroy" in value && typeof value.destroy === "function";
}

/** The options of a new agent. */
export function agentOptions(options: object | undefined): AgentOptions {
  return { keepAlive: true, maxSockets: MAX_SOCKETS, ...options };
}
