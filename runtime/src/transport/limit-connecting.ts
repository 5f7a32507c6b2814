import type { Agent, ClientRequest } from "node:http";
import type { Socket } from "node:net";
import { startTimer } from "../common/timer.js";
import { forbidResending } from "./forbid-resending.js";

/** How long a connection may take to set up, in milliseconds, and the error of one that takes longer. */
export interface ConnectLimit {
  readonly limit: number;
  readonly tooSlow: () => Error;
}

/** Not part of Node's documentation, but what its requests call, and agents of all makes have. */
type AddRequest = (request: ClientRequest, ...rest: readonly unknown[]) => void;

/**
 * The same agent, but giving up requests whose connection takes too long: the lookup of the name, the way through a proxy
 * and TLS included, of which Smithy's handler counts only the time that TCP takes.
 */
export function limitConnecting(agent: Agent, limit: ConnectLimit): Agent {
  const addRequest: AddRequest = (request, ...rest) => {
    tellWhenGivenUp(request);
    Reflect.apply(Reflect.get(agent, "addRequest") as AddRequest, agent, [request, ...rest]);
    if (limit.limit > 0 && !request.reusedSocket) watch(agent, request, limit);
    forbidResending(request);
  };
  // Members of the agent see the agent itself: it may be of any make.
  return new Proxy(agent, {
    get: (target, key) => (key === "addRequest" ? addRequest : Reflect.get(target, key)),
  });
}

/** A request that waits for its connection, and is destroyed, keeps it to itself. */
function tellWhenGivenUp(request: ClientRequest): void {
  const { destroy } = request;
  request.destroy = (error) => {
    if (request.destroyed) return request;
    destroy.call(request, error);
    if (request.socket !== null) return request;
    if (error !== undefined) request.emit("error", error);
    request.emit("close");
    return request;
  };
}

function watch(agent: Agent, request: ClientRequest, limit: ConnectLimit): void {
  // As long as it queues for a connection, none is set up.
  if (isQueued(agent, request)) request.once("socket", (socket) => countDown(request, limit, socket));
  else countDown(request, limit);
}

function isQueued(agent: Agent, request: ClientRequest): boolean {
  return Object.values(agent.requests ?? {}).some((queue) =>
    (queue as unknown[] | undefined)?.includes(request),
  );
}

function countDown(request: ClientRequest, { limit, tooSlow }: ConnectLimit, socket?: Socket): void {
  if (socket !== undefined && isReady(socket)) return;
  const timer = startTimer(limit, () => request.destroy(tooSlow()));
  const done = (): void => clearTimeout(timer);
  request.once("close", done);
  if (socket !== undefined) whenReady(socket, done);
  else request.once("socket", (given) => whenReady(given, done));
}

/** Waits until a socket is connected and, where that is due, secured. */
function whenReady(socket: Socket, ready: () => void): void {
  if (socket.connecting) socket.once("connect", () => whenReady(socket, ready));
  else if (isReady(socket)) ready();
  else socket.once("secureConnect", ready);
}

function isReady(socket: Socket & { readonly secureConnecting?: boolean }): boolean {
  return !socket.connecting && socket.secureConnecting !== true;
}
