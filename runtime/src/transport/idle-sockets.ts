import type { Agent } from "node:http";
import type { Socket } from "node:net";
import { uptime } from "../platform/uptime.js";

/**
 * A request that must not be repeated does not go out on a connection that was idle for longer. Servers close
 * connections that idle, and a request that crosses the closing is lost. Programs that make one call after the other
 * take less time in between, servers wait longer: Node's 5 seconds, most others more.
 */
const MAX_IDLE_MILLISECONDS = 100;

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
      this.#since.set(socket, { time: uptime(), bytesRead: socket.bytesRead });
    });
  }

  /** Whether none is idle, and requests queue for those that are in use. */
  get isExhausted(): boolean {
    // An agent of the user's own need not keep its connections where Node's do.
    const { freeSockets = {}, requests = {} } = this.#agent as Partial<Agent>;
    return !holdsAny(freeSockets) && holdsAny(requests);
  }

  /**
   * Closes the connections that the server has closed, and those over which something came that nobody had asked for: the
   * rest of it would be taken for the answer to the next request. A request that is made at once gets none of them.
   *
   * @param isFresh - whether to close those, too, that have been idle for too long
   */
  closeUnfit(isFresh: boolean): void {
    const { freeSockets, scheduling } = this.#agent as Agent & { readonly scheduling?: string };
    const oldest = isFresh ? uptime() - MAX_IDLE_MILLISECONDS : -Infinity;
    for (const sockets of Object.values(freeSockets ?? {})) {
      const inTurn = scheduling === "lifo" ? [...(sockets ?? [])].reverse() : [...(sockets ?? [])];
      for (const socket of inTurn) {
        if (this.#isUnfit(socket, oldest)) close(socket);
        // Where the agent says in which order it hands them out, this one is next: no need to look at hundreds.
        else if (scheduling !== undefined) break;
      }
    }
  }

  /** Whether a connection has carried another request before. */
  wasUsed(socket: Socket): boolean {
    return this.#since.has(socket);
  }

  /** Whether nothing has come over a connection since it became idle, and it is open in both directions. */
  isIntact(socket: Socket): boolean {
    const since = this.#since.get(socket);
    return (
      socket.readable && socket.writable && (since === undefined || since.bytesRead === socket.bytesRead)
    );
  }

  #isUnfit(socket: Socket, oldest: number): boolean {
    // A connection that nobody has seen become idle is treated as idle forever.
    return !this.isIntact(socket) || (this.#since.get(socket)?.time ?? 0) < oldest;
  }
}

function holdsAny(lists: Readonly<Record<string, readonly unknown[] | undefined>>): boolean {
  for (const host in lists) if (lists[host]?.length) return true;
  return false;
}

/**
 * Lets Node read what has come in the meantime: a server's word that it closes may lie there unread.
 *
 * @param all - whether to wait until that is sure: the first round may be the end of one in which Node had looked before
 */
export async function letNodeRead(all: boolean): Promise<void> {
  for (let round = all ? 2 : 1; round > 0; round--) await new Promise((resolve) => setImmediate(resolve));
}

/** The agent learns of it at once, and not only when the connection is closed: until then it would hand it out. */
function close(socket: Socket): void {
  socket.destroy();
  socket.emit("agentRemove");
}
