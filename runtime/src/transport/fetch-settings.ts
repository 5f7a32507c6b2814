import type { FetchFunctionResponse } from "./fetch-function.js";
import type { HttpRequest } from "./http-handler.js";

/** The platform's own `Request`, where its types are there. */
export type PlatformRequest = typeof globalThis extends { Request: { prototype: infer Request } }
  ? Request
  : object;

/** What only `fetch` can be told: settings of the default handler in browsers and workers, as of AWS's clients there. */
export interface FetchSettings {
  /** Whether requests may outlive the page; defaults to false. */
  readonly keepAlive?: boolean | undefined;
  /** Whether requests carry cookies: `omit`, `same-origin` or `include`. */
  readonly credentials?: string | undefined;
  /** How the browser's cache is used, e.g. `no-store`. */
  readonly cache?: string | undefined;
  /** Says more about a request, after it has been signed; method, headers, body, signal and redirects stay as they are. */
  requestInit?(request: HttpRequest): object;
  /** Sends the requests in place of the platform's `fetch`. */
  customFetch?(request: PlatformRequest): Promise<FetchFunctionResponse>;
}
