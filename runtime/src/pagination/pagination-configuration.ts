import type { Client } from "../client/client.js";

/** How pages are fetched. */
export interface PaginationConfiguration {
  readonly client: Client;
  /** Items per page; what the service likes best where absent. */
  readonly pageSize?: number | undefined;
  /** Token of the page to begin with; the first page where absent. */
  readonly startingToken?: string | undefined;
}
