// Copied by tinsmith from model/extensions/local.ts. Do not edit: change that file and run `npm run generate`.
/**
 * An AmplifyBackend in memory, to develop and test against without AWS: it verifies signatures, validates input,
 * runs jobs through their life cycle, pages lists, and answers with the service's errors.
 *
 * What it decides where AWS documents nothing:
 *
 * - A change takes effect when its job is COMPLETED, not before; a job that fails changes nothing. Of an environment
 *   that is being created GetBackend says ResourceNotFoundException until then, and all else NotFoundException.
 * - While a job runs, its environment takes no other; CloneBackend keeps source and target, RemoveAllBackends the
 *   whole app. Reading, tokens, UpdateBackendConfig and RemoveBackendConfig go on.
 * - A RemoveAllBackends job is found under every environment that the app had; jobs outlive their environment.
 * - Without Cognito and S3, any pool and bucket is taken to exist. An imported resource is named by its pool's id or
 *   bucket's name. A bucket goes with the storage that it was made for; one that was there before stays.
 */
import { LocalAmplifyBackend } from "./local/local-amplify-backend.js";
import type { LocalAmplifyBackendOptions } from "./local/options.js";

export { ManualClock, PacedClock, SeededIds, SystemClock } from "@tinsmith/runtime/host";
export type {
  CallFault,
  DroppedConnectionFault,
  ErrorFault,
  ExpiredTokenFault,
  HandlerFault,
  HtmlPageFault,
  InBandFault,
  JobFailureFault,
  JobFault,
  OutputFault,
  PendingJobFault,
  ResponseFault,
  SlowFault,
  StagedFault,
  StuckJobFault,
  ThrottlingFault,
} from "./local/faults.js";
export type { JobDelays } from "./local/jobs/job-book.js";
export type { LocalAmplifyBackend, LocalClientConfig } from "./local/local-amplify-backend.js";
export type { LocalAmplifyBackendOptions } from "./local/options.js";
export type { AppSnapshot, EnvironmentSnapshot, JobSnapshot, LocalSnapshot } from "./local/snapshot.js";

/** Starts an empty AmplifyBackend in this process; nothing is listening until `listen` is called. */
export const createLocalAmplifyBackend = (options: LocalAmplifyBackendOptions = {}): LocalAmplifyBackend =>
  new LocalAmplifyBackend(options);
