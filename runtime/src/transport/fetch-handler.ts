import type { HandlerAbortSignal } from "../common/abort-signal.js";
import { startTimer } from "../common/timer.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type {
  FetchFunction,
  FetchFunctionInit,
  FetchFunctionResponse,
  PlatformAbortSignal,
} from "./fetch-function.js";
import { readFetchResponse } from "./fetch-response.js";
import type { HandlerSettings } from "./handler-settings.js";
import type { HttpHandler, HttpHandlerOptions, HttpRequest, HttpResponse } from "./http-handler.js";
import { requestUrl } from "./request-url.js";

/**
 * Sends requests with a `fetch`: the platform's, which is the default in browsers and workers, or one that the user
 * brings. Redirects are not followed: a signature is for one host.
 *
 * Browsers decide about connections by themselves. Where one that was used before drops ahead of the first byte of an
 * answer, Chromium sends the request again, whatever its method, and tells nobody: `fetch` has no means against it
 * (streams as bodies would, but over HTTP/1.1 it refuses those). A call may so be executed twice there, as with any client.
 */
export class FetchHandler implements HttpHandler {
  readonly metadata = { handlerProtocol: "fetch" };
  readonly #own: FetchFunction | undefined;
  #settings: HandlerSettings;

  /** @param own - takes the place of the platform's `fetch` */
  constructor(settings: HandlerSettings, own?: FetchFunction) {
    this.#settings = settings;
    this.#own = own;
  }

  async handle(request: HttpRequest, options: HttpHandlerOptions = {}): Promise<{ response: HttpResponse }> {
    const settings = this.#settings;
    // Called without `this`: browsers refuse a `fetch` that is a method of anything but their window.
    const fetch = this.#own ?? fetchOf(settings);
    const url = requestUrl(request).href;
    const limit = options.requestTimeout || settings.requestTimeout || 0;
    const response = await withinTime(limit, options.abortSignal, (signal) =>
      fetch(url, toInit(request, settings, signal)),
    );
    if (typeof response?.status !== "number" || typeof response.headers?.forEach !== "function") {
      throw new TypeError(
        "requestHandler is a function, and so a `fetch`, but did not answer with a Response.",
      );
    }
    return { response: readFetchResponse(response) };
  }

  /** The next request is made under the new setting. */
  updateHttpClientConfig(key: string | symbol, value: unknown): void {
    this.#settings = { ...this.#settings, [key]: value };
  }

  httpHandlerConfigs(): HandlerSettings {
    return this.#settings;
  }
}

function fetchOf({ customFetch }: HandlerSettings): FetchFunction {
  return customFetch === undefined ? fetch : (url, init) => customFetch(new Request(url, init));
}

/** What the user wants `fetch` to be told, and what must not be otherwise. */
function toInit(
  request: HttpRequest,
  settings: HandlerSettings,
  signal: PlatformAbortSignal | undefined,
): FetchFunctionInit {
  const { keepAlive: keepalive, credentials, cache } = settings;
  const { method, headers, body } = request;
  const fixed = { method, headers: { ...headers }, redirect: "manual", body: body && toBuffer(body), signal };
  return { keepalive, credentials, cache, ...settings.requestInit?.(request), ...fixed } as FetchFunctionInit;
}

/** The protocol makes bytes, and nothing else. */
function toBuffer(body: unknown): ArrayBuffer {
  const bytes = body as Uint8Array<ArrayBuffer>;
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

/**
 * Waits for the head of a response, whether or not a `fetch` listens to its signal.
 *
 * @param limit - milliseconds; 0 for no limit
 */
async function withinTime(
  limit: number,
  outer: HandlerAbortSignal | undefined,
  send: (signal: PlatformAbortSignal | undefined) => Promise<FetchFunctionResponse>,
): Promise<FetchFunctionResponse> {
  const signal = outer as AbortSignal | undefined;
  if (limit === 0) return send(signal);
  const controller = new AbortController();
  // For the body, too, which comes when the time is no longer measured.
  signal?.addEventListener("abort", () => controller.abort(signal.reason), { once: true });
  let timer: ReturnType<typeof startTimer>;
  const timeUp = new Promise<never>((_, reject) => {
    timer = startTimer(limit, () => {
      const error = new TimeoutError("The service did not answer in time.", { phase: "attempt", limit });
      reject(error);
      controller.abort(error);
    });
  });
  try {
    return await Promise.race([send(controller.signal), timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
