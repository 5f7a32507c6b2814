import type { HandlerSettings } from "./handler-settings.js";
import type { HttpHandler, HttpHandlerOptions, HttpRequest, HttpResponse } from "./http-handler.js";

/** Sends requests with `ky`, and so with the platform's `fetch`: the default in browsers and workers. */
export class KyHttpHandler implements HttpHandler {
  readonly metadata = { handlerProtocol: "fetch" };
  readonly settings: HandlerSettings;

  constructor(settings: HandlerSettings = {}) {
    this.settings = settings;
  }

  handle(request: HttpRequest, options: HttpHandlerOptions = {}): Promise<{ response: HttpResponse }> {
    return Promise.reject(new Error(`${request.path} ${options.requestTimeout}`));
  }
}
