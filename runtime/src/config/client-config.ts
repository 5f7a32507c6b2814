import type { BoundParams } from "../client/bind-params.js";
import type { Hooks } from "../client/hooks/hooks.js";
import type { Logger } from "../common/logger.js";
import type { Provider } from "../common/provider.js";
import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  CredentialDefaultProvider,
} from "../credentials/identity.js";
import type { EndpointInput } from "../endpoint/endpoint.js";
import type { RetryDelayOptions } from "../retry/delay-options.js";
import type { RetryStrategy } from "../retry/retry-strategy.js";
import type { FetchFunction } from "../transport/fetch-function.js";
import type { HandlerSettings } from "../transport/handler-settings.js";
import type { HttpHandler } from "../transport/http-handler.js";
import type { ValidationOptions } from "../validation/mode.js";
import type { CompatibilityConfig } from "./compatibility-config.js";
import type { DefaultsMode } from "./defaults-mode.js";
import type { Environment } from "./environment.js";
import type { ResponseOptions } from "./response-options.js";
import type { SigningConfig } from "./signing-config.js";
import type { UserAgentConfig } from "./user-agent-config.js";

/** `standard`: exponential backoff with a token bucket. `adaptive`: also slows down after throttling. */
export type RetryMode = "standard" | "adaptive";

/**
 * How a client is set up. What is left out is looked for in environment variables, then in AWS's shared files. Members can
 * be assigned to, as those of AWS's clients: programs build a configuration step by step.
 */
export interface ClientConfig extends UserAgentConfig, SigningConfig, CompatibilityConfig, ResponseOptions {
  /** Name of the service in variables and files, e.g. in `AWS_ENDPOINT_URL_…`; the service's own by default. */
  serviceId?: string | undefined;
  /**
   * AWS region, e.g. `eu-west-1`; else `AWS_REGION`, else `region` in the profile, else the region of the EC2 instance
   * that runs the code.
   */
  region?: string | Provider<string> | undefined;
  /** What requests are signed with, or a function that fetches it; any of `@aws-sdk/credential-providers` fits. */
  credentials?: AwsCredentialIdentity | AwsCredentialIdentityProvider | undefined;
  /** Makes the function that fetches what requests are signed with, where `credentials` is left out. */
  credentialDefaultProvider?: CredentialDefaultProvider | undefined;
  /**
   * Where requests go; else `AWS_ENDPOINT_URL_<SERVICE>`, else `AWS_ENDPOINT_URL`, else `endpoint_url` in the profile's
   * `services` section, else in the profile, else where AWS's rules say. Empty text counts as left out.
   */
  endpoint?: EndpointInput | Provider<EndpointInput> | undefined;
  /**
   * Passes over endpoints that environment variables and shared files name; else
   * `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`, else `ignore_configured_endpoint_urls` in the profile, else false.
   */
  ignoreConfiguredEndpointUrls?: boolean | undefined;
  /** Section of AWS's shared files; else `AWS_PROFILE`, else `default`. */
  profile?: string | undefined;
  /**
   * Most attempts of one call, the first included; else `AWS_MAX_ATTEMPTS`, else `max_attempts` in the profile, else 3.
   * 0 means one, too.
   */
  maxAttempts?: number | Provider<number> | undefined;
  /** How attempts are repeated; else `AWS_RETRY_MODE`, else `retry_mode` in the profile, else `standard`. */
  retryMode?: RetryMode | (string & {}) | Provider<string> | undefined;
  /** Replaces the strategy that `retryMode` names. */
  retryStrategy?: RetryStrategy | Provider<RetryStrategy> | undefined;
  /**
   * Repeats operations that the model does not call safe like those it does: after a dropped connection, a timeout or a
   * 5xx, too. Defaults to false.
   *
   * **Danger**: the service may have executed an attempt that failed. The next one then does it again: a second clone, a
   * second job, or an error such as `NotFoundException` after a removal that went well. Without this option, such an
   * operation is repeated only where it is certain that it was not executed. Prefer to turn it on for single calls.
   */
  retryUnsafeOperations?: boolean | undefined;
  /** How long to wait before an attempt is repeated, as in version 2 of AWS's SDK; not together with `retryStrategy`. */
  retryDelayOptions?: RetryDelayOptions | undefined;
  /**
   * A set of defaults, else `AWS_DEFAULTS_MODE`, else `defaults_mode` in the profile, else `legacy`. It decides how long
   * the default handler may take to connect: 10 seconds in `legacy`, 3.1 in `standard` and `cross-region`, 1.1 in
   * `in-region`, 30 in `mobile`.
   */
  defaultsMode?: DefaultsMode | Provider<DefaultsMode> | undefined;
  /** Sends the requests: any Smithy HTTP handler, settings of the default one, or a `fetch` function. */
  requestHandler?: HttpHandler | HandlerSettings | FetchFunction | undefined;
  /**
   * Milliseconds that a call may take as a whole: all attempts, the waits between them, credentials and hooks; 0 for no
   * limit, defaults to 5 minutes. Ends it in a `TimeoutError` with phase `call`, even where `requestTimeout` is longer.
   */
  callTimeout?: number | undefined;
  /** Milliseconds that one attempt may take, its response's body included; 0 for no limit, defaults to 60 seconds. */
  requestTimeout?: number | undefined;
  /**
   * Uses endpoints validated under FIPS 140; else `AWS_USE_FIPS_ENDPOINT`, else `use_fips_endpoint` in the profile, else
   * false.
   */
  useFipsEndpoint?: boolean | Provider<boolean> | undefined;
  /**
   * Uses endpoints that IPv6 reaches, too; else `AWS_USE_DUALSTACK_ENDPOINT`, else `use_dualstack_endpoint` in the
   * profile, else false.
   */
  useDualstackEndpoint?: boolean | Provider<boolean> | undefined;
  /** Where the client writes what happens; nowhere by default. */
  logger?: Logger | undefined;
  /**
   * Input members that every call shares: set wherever an operation has such a member and the input leaves it out, `null`
   * counting as left out; then checked like any other. The input of the command stays as it is.
   */
  params?: BoundParams | undefined;
  /** Functions of your own that run at fixed points of every call. */
  hooks?: Hooks | undefined;
  /** What is validated, and what a problem does. */
  validation?: ValidationOptions | undefined;
  /** Clock, randomness and environment variables, for tests; the platform's by default. */
  environment?: Partial<Environment> | undefined;
}
