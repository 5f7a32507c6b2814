/**
 * Keys of AWS's clients that have no effect here. They exist so that configurations written for those clients compile.
 * Some have no effect in AWS's clients either; what the others replace there is built in here.
 */
export interface CompatibilityConfig {
  /** Shown in `client.config`. */
  apiVersion?: string | undefined;
  /** Shown in `client.config`. The protocol is part of the endpoint. */
  tls?: boolean | undefined;
  /** Shown in `client.config`. */
  disableHostPrefix?: boolean | undefined;
  /** There is one way to sign. */
  authSchemePreference?: unknown;
  /** The runtime is detected. */
  runtime?: string | undefined;
  /** There is no middleware. */
  cacheMiddleware?: boolean | undefined;
  urlParser?: unknown;
  bodyLengthChecker?: unknown;
  streamCollector?: unknown;
  base64Decoder?: unknown;
  base64Encoder?: unknown;
  utf8Decoder?: unknown;
  utf8Encoder?: unknown;
}

/** What of it `client.config` shows. */
export interface ResolvedCompatibilityConfig {
  readonly apiVersion: string;
  readonly tls: boolean;
  readonly disableHostPrefix: boolean;
}
