import { readFetchResponse } from "./fetch-response.js";
import type { HandlerSettings } from "./handler-settings.js";
import type { HttpHandler, HttpHandlerOptions, HttpRequest, HttpResponse } from "./http-handler.js";
import { requestUrl } from "./request-url.js";

/**
 * Sends requests with `ky`, and so with the platform's `fetch`: the default in browsers and workers. Repeating is not
 * its job, since every attempt has to be signed anew, and redirects are not followed: a signature is for one host.
 */
export class KyHttpHandler implements HttpHandler {
  readonly metadata = { handlerProtocol: "fetch" };
  readonly settings: HandlerSettings;

  constructor(settings: HandlerSettings = {}) {
    this.settings = settings;
  }

  async handle(request: HttpRequest, options: HttpHandlerOptions = {}): Promise<{ response: HttpResponse }> {
    // Loaded when it is needed: on Node, it makes the platform load all of `fetch`, which takes longer than the rest.
    const { default: ky } = await import("ky");
    const response = await ky(requestUrl(request), {
      method: request.method,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: request.body as BodyInit }),
      ...(options.abortSignal === undefined ? {} : { signal: options.abortSignal as AbortSignal }),
      retry: 0,
      throwHttpErrors: false,
      redirect: "manual",
      timeout: options.requestTimeout ?? this.settings.requestTimeout ?? false,
    });
    return { response: readFetchResponse(response) };
  }
}
