import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import { buildQueryString } from "@smithy/core/protocols";
import type { HandlerAbortSignal } from "../common/abort-signal.js";
import { endOf } from "../common/linked-signal.js";
import { forbidResending } from "./forbid-resending.js";
import type { HttpRequest, HttpResponse } from "./http-handler.js";

/** What requests of one protocol are sent by: its `request` function, and what keeps its connections. */
export interface NodeConnections {
  readonly start: (options: RequestOptions) => ClientRequest;
  readonly agent: Agent;
}

/** Watches over a request that has just been made. @param end - gives it up */
export type WatchRequest = (request: ClientRequest, agent: Agent, end: (error: Error) => void) => void;

/** Sends one request with `node:http` or `node:https`. @returns the head of its response; the body is still to come */
export function sendRequest(
  { start, agent }: NodeConnections,
  request: HttpRequest,
  signal: HandlerAbortSignal | undefined,
  watch: WatchRequest,
): Promise<{ response: HttpResponse }> {
  return new Promise((resolve, reject) => {
    const sent = start(optionsOf(request, agent));
    let received: IncomingMessage | undefined;
    const end = (error: Error): void => {
      reject(error);
      received?.destroy(error);
      giveUp(sent, error);
    };
    sent.once("response", (message) => {
      received = message;
      resolve({ response: responseOf(message) });
    });
    sent.on("error", reject);
    if (signal !== undefined) followUntilClosed(sent, signal, end);
    watch(sent, agent, end);
    forbidResending(sent);
    writeBody(sent, request.body);
  });
}

function optionsOf(request: HttpRequest, agent: Agent): RequestOptions {
  const { method, hostname, port, path, headers } = request;
  const query = buildQueryString(request.query ?? {});
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

function followUntilClosed(
  sent: ClientRequest,
  signal: HandlerAbortSignal,
  end: (error: Error) => void,
): void {
  const onAbort = (): void => end(endOf(signal));
  if (signal.aborted) {
    onAbort();
    return;
  }
  signal.addEventListener("abort", onAbort, { once: true });
  sent.once("close", () => signal.removeEventListener("abort", onAbort));
}

/** A request that waits for its connection, and is destroyed, keeps it to itself: agents would go on connecting. */
function giveUp(sent: ClientRequest, error: Error): void {
  if (sent.destroyed) return;
  sent.destroy(error);
  if (sent.socket === null) sent.emit("close");
}

function writeBody(sent: ClientRequest, body: unknown): void {
  if (typeof (body as NodeJS.ReadableStream | undefined)?.pipe === "function") {
    (body as NodeJS.ReadableStream).pipe(sent);
  } else {
    sent.end(ArrayBuffer.isView(body) ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength) : body);
  }
}
