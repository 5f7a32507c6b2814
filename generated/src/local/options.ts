// Copied by tinsmith from model/extensions/local/options.ts. Do not edit: change that file and run `npm run generate`.
import type { Clock, HostCredentials, IdGenerator, JournalEntry } from "@tinsmith/runtime/host";
import type { JobDelays } from "./jobs/job-book.js";

/** Options of a local AmplifyBackend. */
export interface LocalAmplifyBackendOptions {
  /** The credentials that requests must be signed with; made-up ones, which `clientConfig()` has, if left out. */
  readonly credentials?: HostCredentials | undefined;
  /** The one region that requests may be signed for. If left out any is, and `clientConfig()` says eu-central-1. */
  readonly region?: string | undefined;
  /** The clock for jobs, tokens and latency: the machine's if left out. With a `ManualClock` you move it yourself. */
  readonly clock?: Clock | undefined;
  /** The clock for signatures and the header `date`: the machine's if left out, whatever `clock` is. */
  readonly signatureClock?: Clock | undefined;
  /** How far ahead of `signatureClock` the service is at first, in milliseconds; 0 if left out. See `clockSkew`. */
  readonly clockSkew?: number | undefined;
  /** Where ids come from: random ones if left out, `SeededIds` for the same in every run. */
  readonly ids?: IdGenerator | undefined;
  /** How long jobs take, in milliseconds; 250 PENDING and 750 RUNNING if left out. */
  readonly jobDelays?: Partial<JobDelays> | undefined;
  /** How long a token is good for, in milliseconds; an hour if left out. */
  readonly tokenLifetime?: number | undefined;
  /** Returns the delay of a call in milliseconds, by `clock`; no delay if left out. */
  readonly latency?: number | ((operation: string) => number) | undefined;
  /** Names of buckets that the account has from the start. */
  readonly buckets?: readonly string[] | undefined;
  /** How many calls the journal keeps; 10,000 if left out. */
  readonly journalLimit?: number | undefined;
  /** Called for every call once it is in the journal. Its errors are ignored. */
  readonly onCall?: ((entry: JournalEntry) => void) | undefined;
}
