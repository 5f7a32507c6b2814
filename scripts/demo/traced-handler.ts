import type { HttpHandler, HttpHandlerOptions, HttpRequest, HttpResponse } from "@tinsmith/runtime";

/** One HTTP exchange as it went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** From the request's first byte to the response's head, in milliseconds. */
  readonly milliseconds: number;
}

/** A request handler that does what another one does, and tells of every exchange. */
export const traceExchanges = (
  inner: HttpHandler,
  onExchange: (exchange: Exchange) => void,
): HttpHandler => ({
  async handle(request: HttpRequest, options?: HttpHandlerOptions): Promise<{ response: HttpResponse }> {
    const start = performance.now();
    const answer = await inner.handle(request, options);
    onExchange({
      method: request.method,
      path: request.path,
      status: answer.response.statusCode,
      milliseconds: performance.now() - start,
    });
    return answer;
  },
  destroy: () => inner.destroy?.(),
});
