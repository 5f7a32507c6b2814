import type { FetchFunction, FetchFunctionInit, PlatformAbortSignal } from "./fetch-function.js";
import { readFetchResponse } from "./fetch-response.js";
import type { HttpHandler, HttpHandlerOptions, HttpRequest, HttpResponse } from "./http-handler.js";
import { requestUrl } from "./request-url.js";

/** Sends requests with a `fetch` that the user brings. Redirects are not followed: a signature is for one host. */
export class FetchFunctionHandler implements HttpHandler {
  readonly metadata = { handlerProtocol: "fetch" };
  readonly #fetch: FetchFunction;

  constructor(fetch: FetchFunction) {
    this.#fetch = fetch;
  }

  async handle(request: HttpRequest, options: HttpHandlerOptions = {}): Promise<{ response: HttpResponse }> {
    // Called without `this`: browsers refuse a `fetch` that is a method of anything but their window.
    const fetch = this.#fetch;
    const response = await fetch(requestUrl(request).href, toInit(request, options));
    if (typeof response?.status !== "number" || typeof response.headers?.forEach !== "function") {
      throw new TypeError(
        "requestHandler is a function, and so a `fetch`, but did not answer with a Response.",
      );
    }
    return { response: readFetchResponse(response) };
  }
}

function toInit(
  { method, headers, body }: HttpRequest,
  { abortSignal }: HttpHandlerOptions,
): FetchFunctionInit {
  return {
    method,
    headers: { ...headers },
    redirect: "manual",
    ...(body === undefined ? {} : { body: toBuffer(body) }),
    ...(abortSignal === undefined ? {} : { signal: abortSignal as PlatformAbortSignal }),
  };
}

/** The protocol makes bytes, and nothing else. */
function toBuffer(body: unknown): ArrayBuffer {
  const bytes = body as Uint8Array<ArrayBuffer>;
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
