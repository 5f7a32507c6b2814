import type {
  HandlerSettings,
  HttpHandler,
  HttpHandlerOptions,
  HttpRequest,
  HttpResponse,
} from "@tinsmith/runtime";
import ky, { type Options } from "ky";
import { MAX_TIMER } from "../common/timer.js";
import { readFetchResponse } from "../transport/fetch-response.js";
import { requestUrl } from "../transport/request-url.js";

/**
 * Sends requests with `ky`, and so with the platform's `fetch`, like the default in browsers and workers: for those who
 * want to pass it on, or to build on it. Repeating is not its job, since every attempt has to be signed anew, and
 * redirects are not followed: a signature is for one host.
 */
export class KyHttpHandler implements HttpHandler {
  readonly metadata = { handlerProtocol: "fetch" };
  #settings: HandlerSettings;

  constructor(settings: HandlerSettings = {}) {
    this.#settings = settings;
  }

  async handle(request: HttpRequest, options: HttpHandlerOptions = {}): Promise<{ response: HttpResponse }> {
    const response = await ky(requestUrl(request), {
      ...fetchOptions(this.#settings, request),
      method: request.method,
      headers: request.headers,
      body: (request.body ?? null) as BodyInit | null,
      ...(options.abortSignal === undefined ? {} : { signal: options.abortSignal as AbortSignal }),
      retry: 0,
      throwHttpErrors: false,
      redirect: "manual",
      timeout: Math.min(options.requestTimeout || this.#settings.requestTimeout || 0, MAX_TIMER) || false,
    });
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

/** What the user wants `fetch` to be told. */
function fetchOptions(settings: HandlerSettings, request: HttpRequest): Options {
  const { keepAlive, credentials, cache, customFetch } = settings;
  return {
    ...(keepAlive === undefined ? {} : { keepalive: keepAlive }),
    ...(credentials === undefined ? {} : { credentials: credentials as RequestCredentials }),
    ...(cache === undefined ? {} : { cache: cache as RequestCache }),
    ...(customFetch === undefined ? {} : { fetch: customFetch as typeof fetch }),
    ...settings.requestInit?.(request),
  };
}
