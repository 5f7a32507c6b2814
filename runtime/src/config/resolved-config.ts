import type { BoundParams } from "../client/bind-params.js";
import type { Hooks } from "../client/hooks/hooks.js";
import type { Logger } from "../common/logger.js";
import type { Provider } from "../common/provider.js";
import type { ResolvedCredentialIdentityProvider } from "../credentials/identity.js";
import type { Endpoint } from "../endpoint/endpoint.js";
import type { RetryDelayOptions } from "../retry/delay-options.js";
import type { RetryStrategy } from "../retry/retry-strategy.js";
import type { HttpHandler } from "../transport/http-handler.js";
import type { ConstraintSwitches } from "../validation/constraints.js";
import type { ValidationMode } from "../validation/mode.js";
import type { Environment } from "./environment.js";
import type { UserAgentPair } from "./user-agent-pair.js";

/** A client's configuration with everything filled in. What takes looking up is a function, as in AWS's clients. */
export interface ResolvedClientConfig {
  readonly serviceId: string;
  readonly apiVersion: string;
  readonly profile: string | undefined;
  readonly region: Provider<string>;
  readonly credentials: ResolvedCredentialIdentityProvider;
  /** Answers with undefined where AWS's rules decide. */
  readonly endpoint: Provider<Endpoint | undefined>;
  readonly maxAttempts: Provider<number>;
  readonly retryMode: Provider<string>;
  readonly retryStrategy: Provider<RetryStrategy>;
  readonly retryDelayOptions: RetryDelayOptions;
  readonly requestHandler: HttpHandler;
  /** Milliseconds. */
  readonly requestTimeout: number;
  readonly useFipsEndpoint: Provider<boolean>;
  readonly useDualstackEndpoint: Provider<boolean>;
  readonly logger: Logger;
  readonly params: BoundParams;
  readonly hooks: Hooks;
  /** Pairs of name and version. */
  readonly customUserAgent: readonly UserAgentPair[];
  /** Milliseconds that the service's clock is ahead; changes when a response shows that it is wrong. */
  systemClockOffset: number;
  readonly disableClockSkewCorrection: Provider<boolean>;
  readonly validation: ConstraintSwitches & {
    readonly input: ValidationMode;
    readonly output: ValidationMode;
  };
  readonly environment: Environment;
}
