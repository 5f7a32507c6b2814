import type { Unchecked } from "../common/unchecked.js";
import type { ClientConfig } from "../config/client-config.js";
import { resolveConfig } from "../config/resolve-config.js";
import type { ResolvedClientConfig } from "../config/resolved-config.js";
import type { OperationDescriptor } from "../descriptors/operation.js";
import type { ServiceDescriptor } from "../descriptors/service.js";
import { type CallerStack, captureCaller } from "../errors/caller-stack.js";
import { annotate } from "./annotate.js";
import { bindParams } from "./bind-params.js";
import { makeCall } from "./call.js";
import type { CallContext, CallState, Progress } from "./call-context.js";
import { type Callback, callBack, readArguments, type SendArguments } from "./callback.js";
import { checkCommand, type ForeignCommand } from "./check-command.js";
import type { Command } from "./command.js";
import type { MetadataBearer } from "./metadata.js";
import { noMiddleware } from "./no-middleware.js";
import type { RequestOptions } from "./request-options.js";
import type { SafeResult } from "./safe-result.js";
import { startClock } from "./time-limits.js";

/** Makes the calls of one service. Generated clients extend it. */
export class Client {
  readonly service: ServiceDescriptor;
  /** The configuration with everything filled in. */
  readonly config: ResolvedClientConfig;

  constructor(service: ServiceDescriptor, config: ClientConfig = {}) {
    this.service = service;
    this.config = resolveConfig(service, config);
  }

  /**
   * Refuses commands of other packages. It is declared so that tools for any AWS client take this one, e.g. to mock it.
   *
   * @deprecated Import the command from this package, too.
   * @throws {@link ConfigurationError}
   */
  send(command: ForeignCommand, ...rest: readonly unknown[]): Promise<Unchecked>;
  /**
   * Makes the call; throws whatever else than a result comes out of it. With a callback, that gets both.
   *
   * @example
   * ```ts
   * const result = await client.send(command, { abortSignal });
   * client.send(command, (error, result) => {});
   * ```
   */
  send<Input extends object, Output extends MetadataBearer, Failure extends Error = Error>(
    command: Command<Input, Output, Failure>,
    options?: RequestOptions,
  ): Promise<Output>;
  send<Input extends object, Output extends MetadataBearer, Failure extends Error = Error>(
    command: Command<Input, Output, Failure>,
    callback: Callback<Output>,
  ): void;
  send<Input extends object, Output extends MetadataBearer, Failure extends Error = Error>(
    command: Command<Input, Output, Failure>,
    options: RequestOptions | undefined,
    callback: Callback<Output>,
  ): void;
  send<Output extends MetadataBearer>(
    command: Command<object, Output, Error> | ForeignCommand,
    ...rest: SendArguments<Output>
  ): Promise<Output> | undefined {
    const { options, callback } = readArguments(rest);
    const result = call(this, command, options, captureCaller(this.send));
    if (callback === undefined) return result;
    callBack(result, callback, this.config.logger);
    return undefined;
  }

  /** Makes the call and answers with its result or its error; never throws. */
  async safeSend<Input extends object, Output extends MetadataBearer, Failure extends Error = Error>(
    command: Command<Input, Output, Failure>,
    options: RequestOptions = {},
  ): Promise<SafeResult<Output, Failure>> {
    try {
      // A callback, which types forbid, would get the result instead.
      const noCallback = typeof options === "function" ? {} : options;
      return { success: true, data: await this.send(command, noCallback) };
    } catch (error) {
      return { success: false, error: error as Failure };
    }
  }

  /** Closes the client's connections; the next call opens new ones. */
  destroy(): void {
    this.config.requestHandler.destroy?.();
  }

  /**
   * Exists to say what takes its place: `hooks`.
   *
   * @throws {@link ConfigurationError}
   */
  get middlewareStack(): never {
    throw noMiddleware("client");
  }
}

/** Whatever goes wrong comes out of the promise. */
function call<Output extends MetadataBearer>(
  client: Client,
  command: Command<object, Output, Error> | ForeignCommand,
  options: RequestOptions = {},
  caller: CallerStack,
): Promise<Output> {
  const { service } = client;
  const state: CallState = { caller, sent: false };
  const progress: Progress = { attempts: 0, totalRetryDelay: 0 };
  let operation: OperationDescriptor | undefined;
  let context: CallContext;
  try {
    checkCommand(service, command);
    operation = command.operation;
    context = readCall(client, command, options, progress, state);
  } catch (error) {
    return Promise.reject(annotate(error, { service, progress, state, operation }));
  }
  return makeCall(context, command);
}

/** What a call takes from the client, the command and the options. */
function readCall(
  { config, service }: Client,
  { operation, input }: Command<object, MetadataBearer, Error>,
  options: RequestOptions,
  progress: Progress,
  state: CallState,
): CallContext {
  return {
    service,
    operation,
    progress,
    state,
    config,
    input: bindParams(operation, input, config.params),
    hooks: [config.hooks, options.hooks ?? {}],
    maxResponseSize: options.maxResponseSize ?? config.maxResponseSize,
    rawResponse: options.rawResponse ?? config.rawResponse,
    retryUnsafeOperations: options.retryUnsafeOperations ?? config.retryUnsafeOperations,
    ...startClock(config, options, state),
  };
}
