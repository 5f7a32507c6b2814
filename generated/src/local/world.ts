// Copied by tinsmith from model/extensions/local/world.ts. Do not edit: change that file and run `npm run generate`.
import type { Clock, IdGenerator } from "@tinsmith/runtime/host";
import type { JobBook } from "./jobs/job-book.js";
import type { LocalState } from "./state/state.js";

/** What the handlers of the local service work on. */
export interface LocalWorld {
  readonly state: LocalState;
  readonly jobs: JobBook;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  /** How long a token is good for, in milliseconds. */
  readonly tokenLifetime: number;
}
