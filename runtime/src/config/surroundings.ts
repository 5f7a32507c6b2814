import type { Logger } from "../common/logger.js";
import type { AwsCredentialIdentityProvider } from "../credentials/identity.js";
import type { DefaultsMode } from "./defaults-mode.js";

/** What can be set outside the code, by its key in the configuration. */
export interface SettingValues {
  /** The region that requests are signed for. */
  region: string;
  /** Most attempts of one call. */
  maxAttempts: number;
  /** The retry strategy. */
  retryMode: string;
  /** Whether to use endpoints validated under FIPS 140. */
  useFipsEndpoint: boolean;
  /** Whether to use endpoints that IPv6 reaches, too. */
  useDualstackEndpoint: boolean;
  /** Whether requests are signed with this machine's own time, whatever the service's clock says. */
  disableClockSkewCorrection: boolean;
  /** Whether endpoints that are configured outside the code are passed over. */
  ignoreConfiguredEndpointUrls: boolean;
  /** Name of the application. */
  userAgentAppId: string;
  /** The set of defaults. */
  defaultsMode: DefaultsMode;
}

/** The key of such a setting. */
export type SettingName = keyof SettingValues;

/** Environment variables and files; browsers and workers have neither. */
export interface Surroundings {
  /** The name of an environment that AWS runs, e.g. `AWS_Lambda_nodejs20.x`. */
  readonly executionEnvironment: string | undefined;
  /**
   * Looks a setting up: environment variable, then shared files.
   *
   * @returns undefined where it is nowhere
   * @throws ConfigurationError where what is found cannot be read
   */
  lookUp<Name extends SettingName>(name: Name): Promise<SettingValues[Name] | undefined>;
  /** The region that requests are signed for, of the machine, too. @throws ConfigurationError where it is nowhere */
  findRegion(): Promise<string>;
  /** The region that the code runs in, if it can be known. */
  regionOfExecution(): Promise<string | undefined>;
  /** The endpoint that is set for a service, or for all services. */
  findEndpoint(serviceId: string): Promise<string | undefined>;
  /** Looks for credentials where a client without `credentials` finds them. */
  identityProvider(logger: Logger): AwsCredentialIdentityProvider;
}
