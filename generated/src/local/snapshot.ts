// Copied by tinsmith from model/extensions/local/snapshot.ts. Do not edit: change that file and run `npm run generate`.
import type { Job } from "./jobs/job.js";
import type { AppState } from "./state/app.js";
import type { EnvironmentState } from "./state/environment.js";
import type { LocalState } from "./state/state.js";

/** Everything in a local AmplifyBackend at one moment, for tests to look at: a copy, which does not change. */
export interface LocalSnapshot {
  readonly apps: readonly AppSnapshot[];
  /** Oldest first. */
  readonly jobs: readonly JobSnapshot[];
  /** Names, sorted. */
  readonly buckets: readonly string[];
}

/** An app at the moment of a snapshot. */
export interface AppSnapshot {
  readonly appId: string;
  readonly appName: string;
  readonly environments: readonly EnvironmentSnapshot[];
  readonly hasConfig: boolean;
  /** How many tokens there are; their secrets stay inside. */
  readonly tokens: number;
}

/** An environment at the moment of a snapshot. */
export interface EnvironmentSnapshot {
  readonly name: string;
  /** Resource names, as those below. */
  readonly apis: readonly string[];
  readonly auths: readonly string[];
  readonly storages: readonly string[];
}

/** A job at the moment of a snapshot; times in milliseconds since the epoch. */
export type JobSnapshot = Pick<
  Job,
  "appId" | "createTime" | "environments" | "error" | "jobId" | "operation" | "status" | "updateTime"
>;

/** Copies what there is, secrets left out. */
export const takeSnapshot = (state: LocalState, jobs: readonly Job[]): LocalSnapshot => ({
  apps: [...state.apps.values()].map(describeApp),
  jobs: jobs.map(describeJob),
  buckets: [...state.buckets.keys()].sort(),
});

const describeApp = ({ appId, appName, environments, tokens, config }: AppState): AppSnapshot => ({
  appId,
  appName,
  environments: [...environments.values()].map(describeEnvironment),
  hasConfig: config !== undefined,
  tokens: tokens.size,
});

const describeEnvironment = ({ name, apis, auths, storages }: EnvironmentState): EnvironmentSnapshot => ({
  name,
  apis: [...apis.keys()],
  auths: [...auths.keys()],
  storages: [...storages.keys()],
});

const describeJob = (job: Job): JobSnapshot => ({
  jobId: job.jobId,
  appId: job.appId,
  environments: [...job.environments],
  operation: job.operation,
  status: job.status,
  error: job.error,
  createTime: job.createTime,
  updateTime: job.updateTime,
});
