import type { AbortSignalLike } from "../common/abort-signal.js";
import type { HttpHandler, HttpRequest, HttpResponse } from "../transport/http-handler.js";
import type { HostRequest, HostResponse } from "./message.js";

/** What an {@link InProcessHandler} heeds of what clients tell it: ours and AWS's. */
export interface InProcessOptions {
  /** AWS's types still know a signal that cannot be listened to; that one is looked at once. */
  readonly abortSignal?: { readonly aborted: boolean } & Partial<AbortSignalLike>;
}

/** A Smithy HTTP handler that answers in the same process: no socket, no port, the same bytes. */
export class InProcessHandler implements HttpHandler {
  readonly metadata = { handlerProtocol: "http/1.1" };
  readonly #respond: (request: HostRequest) => Promise<HostResponse>;

  constructor(respond: (request: HostRequest) => Promise<HostResponse>) {
    this.#respond = respond;
  }

  /** @throws an `AbortError` if the signal is, or gets, aborted; the call itself may take effect all the same */
  async handle(request: HttpRequest, options: InProcessOptions = {}): Promise<{ response: HttpResponse }> {
    const { abortSignal } = options;
    if (abortSignal?.aborted === true) throw abortError();
    const answer = this.#answer(request);
    return { response: await (abortSignal === undefined ? answer : orAborted(answer, abortSignal)) };
  }

  async #answer(request: HttpRequest): Promise<HttpResponse> {
    const { statusCode, headers, body, breaks } = await this.#respond(await receiveRequest(request));
    if (breaks === "before") throw connectionReset();
    return { statusCode, headers: { ...headers }, body: breaks === "within" ? brokenBody(body) : body };
  }

  /** Nothing is held open. */
  destroy(): void {}

  /** Clients of the Smithy family offer settings to any handler; there is nothing to set here. */
  updateHttpClientConfig(_key: never, _value: never): void {}

  httpHandlerConfigs(): Record<string, never> {
    return {};
  }
}

/** Takes a client's request for what a server would have read off the wire. */
export const receiveRequest = async (request: HttpRequest): Promise<HostRequest> => {
  const headers = new Map(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (!headers.has("host")) headers.set("host", hostOf(request));
  return {
    method: request.method.toUpperCase(),
    path: request.path,
    query: Object.fromEntries(
      Object.entries(request.query ?? {}).map(([name, value]) => [name, value ?? ""]),
    ),
    headers: Object.fromEntries(headers),
    body: await readBody(request.body),
  };
};

const hostOf = ({ hostname, port }: HttpRequest): string =>
  port === undefined ? hostname : `${hostname}:${port}`;

const readBody = async (body: unknown): Promise<Uint8Array> => {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  // Node streams, web streams, blobs and array buffers: whatever a platform's `Response` takes.
  return new Uint8Array(await new Response(body as BodyInit).arrayBuffer());
};

/** As Node tells of a connection that the other side has dropped. */
const connectionReset = (): Error => Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });

/** A body of which half comes. */
const brokenBody = (body: Uint8Array): ReadableStream<Uint8Array> => {
  const parts = [body.subarray(0, body.byteLength / 2)];
  return new ReadableStream({
    pull: (controller) => {
      const part = parts.pop();
      if (part === undefined) controller.error(connectionReset());
      else controller.enqueue(part);
    },
  });
};

const orAborted = <Value>(answer: Promise<Value>, signal: Partial<AbortSignalLike>): Promise<Value> =>
  new Promise((resolve, reject) => {
    const onAbort = (): void => reject(abortError());
    signal.addEventListener?.("abort", onAbort, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener?.("abort", onAbort));
  });

/** As Smithy's own handlers fail: clients know it by its name. */
const abortError = (): Error => Object.assign(new Error("Request aborted"), { name: "AbortError" });
