/** Where requests go. */
export interface Endpoint {
  /** With the colon, e.g. `https:`. */
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number | undefined;
  /** What comes before every route; `/` or empty for nothing. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | string[] | null>> | undefined;
}

/** A URL object of any platform. */
export interface UrlLike {
  readonly href: string;
}

/** The ways to write an endpoint; the one with `url` is that of Smithy's endpoint rules. */
export type EndpointInput = string | UrlLike | { readonly url: UrlLike } | Endpoint;
