import type { HttpHandler, HttpRequest } from "./http-handler.js";

/** Smithy's handler on `fetch`, known by what it has and Smithy's other handlers have not: those follow no redirects. */
interface FetchHttpHandler extends HttpHandler {
  readonly metadata?: never;
  readonly configProvider: Promise<{ requestInit?(request: HttpRequest): object } | undefined>;
}

/** Handlers that have been told: they may serve several clients. */
const told = new WeakSet<HttpHandler>();

/**
 * Tells Smithy's handler on `fetch` not to follow redirects: it would send a signed request, session token included, to
 * any host that an answer names. Settings that its user has made stay in force.
 */
export function refuseRedirects(handler: HttpHandler): void {
  if (!isFetchHttpHandler(handler) || told.has(handler)) return;
  told.add(handler);
  let own: { requestInit?(request: HttpRequest): object } | undefined;
  Promise.resolve(handler.configProvider).then(
    (config) => {
      // A copy: the handler is about to change its own.
      own = { ...config };
    },
    () => {},
  );
  handler.updateHttpClientConfig?.("requestInit", (request: HttpRequest) => ({
    ...own?.requestInit?.(request),
    redirect: "manual",
  }));
}

function isFetchHttpHandler(handler: HttpHandler): handler is FetchHttpHandler {
  return handler.metadata === undefined && "configProvider" in handler;
}
