import { NodeHttpHandler } from "@smithy/node-http-handler";

/** One HTTP exchange as it went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** From the request's first byte to the response's head, in milliseconds. */
  readonly milliseconds: number;
}

type Handle = NodeHttpHandler["handle"];

/** Smithy's request handler for Node, telling of every exchange: it fits our client and AWS's alike. */
export class TracedHandler extends NodeHttpHandler {
  readonly #onExchange: (exchange: Exchange) => void;

  constructor(onExchange: (exchange: Exchange) => void) {
    super();
    this.#onExchange = onExchange;
  }

  override async handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    const start = performance.now();
    const answer = await super.handle(request, options);
    this.#onExchange({
      method: request.method,
      path: request.path,
      status: answer.response.statusCode,
      milliseconds: performance.now() - start,
    });
    return answer;
  }
}
