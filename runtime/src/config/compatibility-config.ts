/**
 * Keys of AWS's clients that change nothing here, so that configurations written for those clients compile. What a key
 * would replace in there either has no say in AWS's own clients any more, or does its work here without help.
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
  /** Whatever runs the code is found out. */
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
