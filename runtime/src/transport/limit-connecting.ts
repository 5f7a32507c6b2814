import type { Agent, ClientRequest } from "node:http";
import type { Socket } from "node:net";
import { startTimer } from "../common/timer.js";

/**
 * Gives up a request whose connection takes too long to set up: the lookup of the name, the way through a proxy and TLS
 * included.
 *
 * @param limit - milliseconds; 0 for no limit
 */
export function limitConnecting(
  request: ClientRequest,
  agent: Agent,
  limit: number,
  giveUp: () => void,
): void {
  if (limit <= 0 || request.reusedSocket) return;
  // As long as it queues for a connection, none is set up.
  if (isQueued(request, agent)) request.once("socket", (socket) => countDown(request, limit, giveUp, socket));
  else countDown(request, limit, giveUp);
}

/** Whether a request waits until another one leaves it a connection. */
export function isQueued(
  request: ClientRequest,
  { requests = {} }: Partial<Pick<Agent, "requests">>,
): boolean {
  for (const host in requests) if ((requests[host] as unknown[] | undefined)?.includes(request)) return true;
  return false;
}

function countDown(request: ClientRequest, limit: number, giveUp: () => void, socket?: Socket): void {
  if (socket !== undefined && isReady(socket)) return;
  const timer = startTimer(limit, giveUp);
  const done = (): void => clearTimeout(timer);
  request.once("close", done);
  if (socket !== undefined) whenReady(socket, done);
  else request.once("socket", (given) => whenReady(given, done));
}

/** Waits until a socket is connected and, over TLS, secured. */
function whenReady(socket: Socket, ready: () => void): void {
  if (socket.connecting) socket.once("connect", () => whenReady(socket, ready));
  else if (isReady(socket)) ready();
  else socket.once("secureConnect", ready);
}

function isReady(socket: Socket & { readonly secureConnecting?: boolean }): boolean {
  return !socket.connecting && socket.secureConnecting !== true;
}
