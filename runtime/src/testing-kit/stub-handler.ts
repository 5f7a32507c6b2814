import {
  AbortError,
  ConfigurationError,
  type Environment,
  type HttpHandler,
  type HttpHandlerOptions,
  type HttpRequest,
  type HttpResponse,
} from "@tinsmith/runtime";
import type { AbortSignalLike } from "../common/abort-signal.js";
import type { HostResponse } from "../host/message.js";
import { isTransportFailure } from "./stubbed-error.js";

/** Answers a request. @param sleep - waits in the client's time */
export type Respond = (
  request: HttpRequest,
  sleep: (milliseconds: number) => Promise<void>,
) => Promise<HostResponse>;

/** A Smithy HTTP handler that answers with what is stubbed: no socket, no port. */
export class StubHandler implements HttpHandler {
  readonly metadata = { handlerProtocol: "http/1.1" };
  readonly #respond: Respond;
  readonly #environment: () => Pick<Environment, "sleep">;

  /** @param environment - the client's; asked for when something has to wait */
  constructor(respond: Respond, environment: () => Pick<Environment, "sleep">) {
    this.#respond = respond;
    this.#environment = environment;
  }

  /**
   * @throws a staged failure of the connection; ConfigurationError, which clients do not retry, for a mistake of the test:
   *   a call without a stub, an answer that the operation cannot have
   */
  async handle(
    request: HttpRequest,
    { abortSignal }: HttpHandlerOptions = {},
  ): Promise<{ response: HttpResponse }> {
    const signal: AbortSignalLike | undefined = abortSignal;
    const sleep = (milliseconds: number) => this.#environment().sleep(milliseconds, signal);
    try {
      const { statusCode, headers, body } = await this.#respond(request, sleep);
      return { response: { statusCode, headers: { ...headers }, body } };
    } catch (error) {
      if (isTransportFailure(error) || error instanceof AbortError) throw error;
      throw new ConfigurationError(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }

  /** Nothing is held open. */
  destroy(): void {}

  /** Clients of the Smithy family offer settings to any handler; there is nothing to set here. */
  updateHttpClientConfig(): void {}

  httpHandlerConfigs(): Record<string, never> {
    return {};
  }
}
