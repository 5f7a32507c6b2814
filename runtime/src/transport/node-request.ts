import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import type { HandlerAbortSignal } from "../common/abort-signal.js";
import { endOf } from "../common/linked-signal.js";
import { startTimer } from "../common/timer.js";
import { forbidResending } from "./forbid-resending.js";
import type { HttpRequest, HttpResponse } from "./http-handler.js";
import type { IdleSockets } from "./idle-sockets.js";
import { isQueued } from "./limit-connecting.js";
import { queryString } from "./query-string.js";
import { writeWhenFit } from "./queued-request.js";

/** What requests of one protocol are sent by: its `request` function, and what keeps its connections. */
export interface NodeConnections {
  readonly start: (options: RequestOptions) => ClientRequest;
  readonly agent: Agent;
  readonly idle: IdleSockets;
}

/** Milliseconds that the rest of a request may take when its answer has come. */
const SENDING_AFTER_ANSWER = 500;

/** Watches over a request that has just been made. @param end - gives it up */
export type WatchRequest = (request: ClientRequest, agent: Agent, end: (error: Error) => void) => void;

/** How a request is sent. */
export interface SendOptions {
  readonly signal: HandlerAbortSignal | undefined;
  readonly watch: WatchRequest;
  /** Whether the request must not be repeated, see `HttpHandlerOptions.freshConnection`. */
  readonly freshConnection: boolean;
}

/**
 * Sends one request with `node:http` or `node:https`.
 *
 * @returns the head of its response; the body is still to come
 * @throws UnsentError where nothing of it was sent, and it may be tried again
 */
export function sendRequest(
  { start, agent, idle }: NodeConnections,
  request: HttpRequest,
  { signal, watch, freshConnection }: SendOptions,
): Promise<{ response: HttpResponse }> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) throw endOf(signal);
    const sent = start(optionsOf(request, agent));
    let received: IncomingMessage | undefined;
    const end = (error: Error): void => {
      reject(error);
      received?.destroy(error);
      giveUp(sent, error);
    };
    const onAbort = (): void => end(endOf(signal as HandlerAbortSignal));
    signal?.addEventListener("abort", onAbort, { once: true });
    // Not `once`, here and below, where an event comes once anyway: that takes an object and a function for each.
    sent.on("response", (message) => {
      received = message;
      message.on("end", () => leaveUnsent(sent));
      resolve({ response: responseOf(message) });
    });
    sent.on("error", reject);
    sent.on("close", () => {
      signal?.removeEventListener("abort", onAbort);
      // Without an error where the server changes to another protocol.
      received ?? reject(new Error("The connection ended without an answer."));
    });
    watch(sent, agent, end);
    forbidResending(sent);
    const write = (): void => writeBody(sent, request.body, end);
    if (freshConnection && isQueued(sent, agent)) writeWhenFit(sent, idle, write, end);
    else write();
  });
}

function optionsOf(request: HttpRequest, agent: Agent): RequestOptions {
  const { method, hostname, port, path, headers } = request;
  const query = queryString(request.query);
  return {
    method,
    // An IPv6 address stands in brackets in a URL, and nowhere else.
    host: hostname.replace(/^\[(.*)\]$/, "$1"),
    port,
    path: query === "" ? path : `${path}?${query}`,
    headers,
    agent,
  };
}

function responseOf(message: IncomingMessage): HttpResponse {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = typeof value === "string" ? value : value.join(", ");
  }
  const { statusCode = -1, statusMessage = "" } = message;
  return { statusCode, reason: statusMessage, headers, body: message };
}

/** A request that waits for its connection, and is destroyed, keeps it to itself: agents would go on connecting. */
function giveUp(sent: ClientRequest, error: Error): void {
  if (sent.destroyed) return;
  sent.destroy(error);
  if (sent.socket === null) sent.emit("close");
}

/** A server that has answered before all was sent may never read the rest, which would keep the connection forever. */
function leaveUnsent(sent: ClientRequest): void {
  if (sent.writableFinished !== false) return;
  // Where all was sent, Node may just not have heard of it: over TLS, answers are often read before that.
  const timer = startTimer(SENDING_AFTER_ANSWER, () => sent.destroy());
  for (const event of ["finish", "close"]) sent.once(event, () => clearTimeout(timer));
}

function writeBody(sent: ClientRequest, body: unknown, end: (error: Error) => void): void {
  try {
    if (isStream(body)) body.once("error", end).pipe(sent);
    else
      sent.end(
        ArrayBuffer.isView(body) ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength) : body,
      );
  } catch (error) {
    // It is nothing that can be sent. The connection is set up, though, and would wait for it.
    end(error as Error);
  }
}

function isStream(body: unknown): body is NodeJS.ReadableStream {
  return typeof (body as NodeJS.ReadableStream | undefined)?.pipe === "function";
}
