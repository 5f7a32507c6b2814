/** Where requests go. */
export interface Endpoint {
  /** With the colon, e.g. `https:`. */
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number | undefined;
  /** What comes before every route; `/` or empty for nothing. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | string[] | null>> | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A URL object of any platform. */
export interface UrlLike {
  readonly href: string;
}

/** An endpoint as Smithy's endpoint rules write it. */
export interface RuleEndpoint {
  readonly url: UrlLike;
  /** Sent with every request; several values of a header are joined by commas. */
  readonly headers?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The ways to write an endpoint. */
export type EndpointInput = string | UrlLike | RuleEndpoint | Endpoint;
