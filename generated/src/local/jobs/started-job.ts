// Copied by tinsmith from model/extensions/local/jobs/started-job.ts. Do not edit: change that file and run `npm run generate`.
import type { Job } from "./job.js";

/** What most operations answer that start a job. */
export interface StartedJob {
  readonly AppId: string;
  readonly BackendEnvironmentName: string;
  readonly JobId: string;
  readonly Operation: string;
  readonly Status: string;
}

/** What storage operations answer, and CreateBackendConfig: nothing of the operation. */
export type StartedQuietJob = Omit<StartedJob, "Operation">;

/** The answer to a call that started a job. */
export const startedJob = (job: Job): StartedJob => ({ ...startedQuietJob(job), Operation: job.operation });

/** The answer to a call that started a job and does not name its operation. */
export const startedQuietJob = ({ appId, environments, jobId, status }: Job): StartedQuietJob => ({
  AppId: appId,
  BackendEnvironmentName: environments[0] ?? "",
  JobId: jobId,
  Status: status,
});
