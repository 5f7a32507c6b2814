import type { Agent } from "node:http";

/**
 * A request that must not be repeated does not go out on a connection that was idle for longer. Servers close
 * connections that idle, the nearest of them after few seconds, and a request that crosses the closing is lost.
 */
export const MAX_IDLE_MILLISECONDS = 1000;

const watched = new WeakMap<Agent, IdleSockets>();

/** Watches an agent; once, however many handlers share it. */
export function watchIdleSockets(agent: Agent): IdleSockets {
  const known = watched.get(agent) ?? new IdleSockets(agent);
  watched.set(agent, known);
  return known;
}

/** Knows since when each of an agent's connections is idle. */
export class IdleSockets {
  readonly #agent: Agent;
  readonly #since = new WeakMap<object, number>();

  constructor(agent: Agent) {
    this.#agent = agent;
    agent.on?.("free", (socket: object) => this.#since.set(socket, performance.now()));
  }

  /** Closes the connections that have been idle for too long. */
  closeStale(): void {
    const oldest = performance.now() - MAX_IDLE_MILLISECONDS;
    // An agent of the user's own need not keep its connections where Node's do.
    for (const sockets of Object.values(this.#agent.freeSockets ?? {})) {
      for (const socket of sockets ?? []) {
        // A connection that nobody has seen become idle is treated as idle forever.
        if ((this.#since.get(socket) ?? 0) < oldest) socket.destroy();
      }
    }
  }
}
