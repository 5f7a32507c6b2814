import type { Client } from "../client/client.js";

/** How pages are fetched. */
export interface PaginationConfiguration {
  readonly client: Client;
  /** Items per page, unless the input says so itself; what the service likes best where absent. */
  readonly pageSize?: number | string | undefined;
  /** Token of the page to begin with; the input's own, or the first page, where absent. */
  readonly startingToken?: unknown;
  /** Most pages to fetch, at least 1; all where absent. `nextToken` of the paginator then tells where to go on. */
  readonly maxPages?: number | undefined;
  /**
   * Ends the listing where the service gives the token again that the page was asked with, as services do whose lists
   * grow at their end. A `PaginationError` where absent.
   */
  readonly stopOnSameToken?: boolean | undefined;
  /** Is given the command of each page before it is sent; what it answers with, if anything, is sent instead. */
  readonly withCommand?: ((command: never) => unknown) | undefined;
}
