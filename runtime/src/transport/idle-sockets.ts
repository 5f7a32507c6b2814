import type { Agent } from "node:http";
import type { Socket } from "node:net";

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

/** When a connection became idle, and how many bytes it had received by then. */
interface IdleSince {
  readonly time: number;
  readonly bytesRead: number;
}

/** Knows since when each of an agent's connections is idle. */
export class IdleSockets {
  readonly #agent: Agent;
  readonly #since = new WeakMap<Socket, IdleSince>();

  constructor(agent: Agent) {
    this.#agent = agent;
    agent.on?.("free", (socket: Socket) => {
      this.#since.set(socket, { time: performance.now(), bytesRead: socket.bytesRead });
    });
  }

  /**
   * Closes the connections over which something came that nobody had asked for: the rest of it would be taken for the
   * answer to the next request.
   *
   * @param isFresh - whether to close those, too, that have been idle for too long
   */
  closeUnfit(isFresh: boolean): void {
    const oldest = isFresh ? performance.now() - MAX_IDLE_MILLISECONDS : -Infinity;
    // An agent of the user's own need not keep its connections where Node's do.
    for (const sockets of Object.values(this.#agent.freeSockets ?? {})) {
      for (const socket of sockets ?? []) {
        const since = this.#since.get(socket);
        // A connection that nobody has seen become idle is treated as idle forever.
        const isStale = (since?.time ?? 0) < oldest;
        if (isStale || (since !== undefined && since.bytesRead !== socket.bytesRead)) socket.destroy();
      }
    }
  }
}
