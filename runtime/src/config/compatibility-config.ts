/**
 * Keys of AWS's clients that change nothing here, so that configurations written for those clients compile. What a key
 * would replace in there either has no say in AWS's own clients any more, or does its work here without help.
 */
export interface CompatibilityConfig {
  /** Shown in `client.config`. */
  readonly apiVersion?: string | undefined;
  /** Shown in `client.config`. The protocol is part of the endpoint. */
  readonly tls?: boolean | undefined;
  /** Shown in `client.config`. */
  readonly disableHostPrefix?: boolean | undefined;
  /** There is one way to sign. */
  readonly authSchemePreference?: unknown;
  /** Whatever runs the code is found out. */
  readonly runtime?: string | undefined;
  /** There is no middleware. */
  readonly cacheMiddleware?: boolean | undefined;
  readonly urlParser?: unknown;
  readonly bodyLengthChecker?: unknown;
  readonly streamCollector?: unknown;
  readonly base64Decoder?: unknown;
  readonly base64Encoder?: unknown;
  readonly utf8Decoder?: unknown;
  readonly utf8Encoder?: unknown;
}

/** What of it `client.config` shows. */
export interface ResolvedCompatibilityConfig {
  readonly apiVersion: string;
  readonly tls: boolean;
  readonly disableHostPrefix: boolean;
}
