// Copied by tinsmith from model/extensions/local/options.ts. Do not edit: change that file and run `npm run generate`.
import type { Clock, HostCredentials, IdGenerator, JournalEntry } from "@tinsmith/runtime/host";
import type { JobDelays } from "./jobs/job-book.js";

/** How a local AmplifyBackend is set up. */
export interface LocalAmplifyBackendOptions {
  /** Who may call; made-up credentials if left out. */
  readonly credentials?: HostCredentials | undefined;
  /** The one region that requests may be signed for. If left out any is, and `clientConfig()` says eu-central-1. */
  readonly region?: string | undefined;
  /** What jobs and tokens go by: the machine's clock if left out, a `ManualClock` to decide for yourself. */
  readonly clock?: Clock | undefined;
  /** What signatures are held against: the machine's clock if left out, whatever `clock` is. */
  readonly signatureClock?: Clock | undefined;
  /** How far ahead of `signatureClock` the service is at first, in milliseconds; 0 if left out. See `clockSkew`. */
  readonly clockSkew?: number | undefined;
  /** Where ids come from: random ones if left out, `SeededIds` for the same in every run. */
  readonly ids?: IdGenerator | undefined;
  /** How long jobs take, in milliseconds; 250 PENDING and 750 RUNNING if left out. */
  readonly jobDelays?: Partial<JobDelays> | undefined;
  /** How long a token is good for, in milliseconds; an hour if left out. */
  readonly tokenLifetime?: number | undefined;
  /** Milliseconds, by `clock`, before a call is looked at, by its operation; none if left out. */
  readonly latency?: number | ((operation: string) => number) | undefined;
  /** Names of buckets that the account has from the start. */
  readonly buckets?: readonly string[] | undefined;
  /** How many calls the journal keeps; 10,000 if left out. */
  readonly journalLimit?: number | undefined;
  /** Told of every call once it is in the journal. What it throws is not heard. */
  readonly onCall?: ((entry: JournalEntry) => void) | undefined;
}
