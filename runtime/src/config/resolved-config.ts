import type { BoundParams } from "../client/bind-params.js";
import type { Hooks } from "../client/hooks/hooks.js";
import type { Logger } from "../common/logger.js";
import type { Provider } from "../common/provider.js";
import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  ResolvedCredentialIdentityProvider,
} from "../credentials/identity.js";
import type { Endpoint } from "../endpoint/endpoint.js";
import type { RetryDelayOptions } from "../retry/delay-options.js";
import type { RetryStrategy } from "../retry/retry-strategy.js";
import type { HttpHandler } from "../transport/http-handler.js";
import type { ConstraintSwitches } from "../validation/constraints.js";
import type { ValidationMode } from "../validation/mode.js";
import type { ResolvedCompatibilityConfig } from "./compatibility-config.js";
import type { ResolvedDefaultsMode } from "./defaults-mode.js";
import type { Environment } from "./environment.js";
import type { ResolvedSigningConfig } from "./signing-config.js";
import type { ResolvedUserAgentConfig } from "./user-agent-config.js";

/** A client's configuration with everything filled in. What takes looking up is a function, as in AWS's clients. */
export interface ResolvedClientConfig
  extends ResolvedUserAgentConfig,
    ResolvedSigningConfig,
    ResolvedCompatibilityConfig {
  /** `node` for Bun and Deno, too. */
  readonly runtime: "node" | "browser";
  readonly serviceId: string;
  readonly profile: string | undefined;
  readonly region: Provider<string>;
  get credentials(): ResolvedCredentialIdentityProvider;
  /** May be set anew, as on AWS's clients: later attempts are signed with that; with undefined, the default counts again. */
  set credentials(value: AwsCredentialIdentity | AwsCredentialIdentityProvider | undefined);
  /** The endpoint that the code says, if it says one. */
  readonly endpoint: Provider<Endpoint> | undefined;
  /** Whether the code says an endpoint. */
  readonly isCustomEndpoint: boolean;
  /** The endpoint that environment variables or shared files say where the code says none. */
  readonly configuredEndpoint: Provider<Endpoint | undefined>;
  readonly ignoreConfiguredEndpointUrls: boolean;
  readonly maxAttempts: Provider<number>;
  readonly retryMode: Provider<string>;
  readonly retryStrategy: Provider<RetryStrategy>;
  readonly retryDelayOptions: RetryDelayOptions;
  readonly retryUnsafeOperations: boolean;
  readonly defaultsMode: Provider<ResolvedDefaultsMode>;
  readonly requestHandler: HttpHandler;
  /** Milliseconds; 0 for no limit. */
  readonly callTimeout: number;
  /** Milliseconds; 0 for no limit. */
  readonly requestTimeout: number;
  /** Bytes. */
  readonly maxResponseSize: number;
  readonly rawResponse: boolean;
  readonly useFipsEndpoint: Provider<boolean>;
  readonly useDualstackEndpoint: Provider<boolean>;
  readonly logger: Logger;
  readonly params: BoundParams;
  readonly hooks: Hooks;
  readonly validation: ConstraintSwitches & {
    readonly input: ValidationMode;
    readonly output: ValidationMode;
  };
  readonly environment: Environment;
}
