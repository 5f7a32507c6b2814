import type { ClientConfig } from "../config/client-config.js";
import { resolveConfig } from "../config/resolve-config.js";
import type { ResolvedClientConfig } from "../config/resolved-config.js";
import type { ServiceDescriptor } from "../descriptors/service.js";
import { bindParams } from "./bind-params.js";
import { makeCall } from "./call.js";
import type { Command } from "./command.js";
import type { MetadataBearer } from "./metadata.js";
import type { RequestOptions } from "./request-options.js";
import type { SafeResult } from "./safe-result.js";

/** Makes the calls of one service. Generated clients extend it. */
export class Client {
  readonly service: ServiceDescriptor;
  /** The configuration with everything filled in. */
  readonly config: ResolvedClientConfig;

  constructor(service: ServiceDescriptor, config: ClientConfig = {}) {
    this.service = service;
    this.config = resolveConfig(service, config);
  }

  /** Makes the call; throws whatever else than a result comes out of it. */
  async send<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    command: Command<Input, Output, Failure>,
    options: RequestOptions = {},
  ): Promise<Output> {
    return makeCall(
      {
        service: this.service,
        operation: command.operation,
        config: this.config,
        input: bindParams(command.operation, command.input, this.config.params),
        hooks: [this.config.hooks, options.hooks ?? {}],
        signal: options.abortSignal,
        requestTimeout: options.requestTimeout ?? this.config.requestTimeout,
        progress: { attempts: 0, totalRetryDelay: 0 },
      },
      command,
    );
  }

  /** Makes the call and answers with its result or its error; never throws. */
  async safeSend<Input extends object, Output extends MetadataBearer, Failure extends Error>(
    command: Command<Input, Output, Failure>,
    options: RequestOptions = {},
  ): Promise<SafeResult<Output, Failure>> {
    try {
      return { success: true, data: await this.send(command, options) };
    } catch (error) {
      return { success: false, error: error as Failure };
    }
  }

  /** Closes the client's connections; the next call opens new ones. */
  destroy(): void {
    this.config.requestHandler.destroy?.();
  }
}
