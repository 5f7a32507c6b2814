import type { OperationHandler, Validated } from "@tinsmith/runtime/host";
import type { GetBackendJobRequest, GetBackendJobResponse } from "../../commands/GetBackendJobCommand.js";
import type {
  ListBackendJobsRequest,
  ListBackendJobsResponse,
} from "../../commands/ListBackendJobsCommand.js";
import type {
  UpdateBackendJobRequest,
  UpdateBackendJobResponse,
} from "../../commands/UpdateBackendJobCommand.js";
import type { BackendJobRespObj } from "../../structures.js";
import { badRequest } from "../errors.js";
import { isOver, type Job } from "../jobs/job.js";
import { decodePageToken, encodePageToken } from "../jobs/page-token.js";
import { findEnvironment } from "../state/state.js";
import type { LocalWorld } from "../world.js";

/** Jobs on a page, unless the caller wants fewer. */
const DEFAULT_PAGE_SIZE = 25;

/** Handlers of the records of jobs. */
export interface JobHandlers {
  readonly GetBackendJob: OperationHandler<GetBackendJobRequest, GetBackendJobResponse>;
  readonly ListBackendJobs: OperationHandler<ListBackendJobsRequest, ListBackendJobsResponse>;
  readonly UpdateBackendJob: OperationHandler<UpdateBackendJobRequest, UpdateBackendJobResponse>;
}

/** Makes the handlers of the records of jobs. */
export const createJobHandlers = ({ state, jobs }: LocalWorld): JobHandlers => ({
  GetBackendJob: ({ AppId, BackendEnvironmentName: name, JobId }) =>
    describeJob(jobs.find(AppId, name, JobId), name),

  ListBackendJobs: (input) => {
    const { AppId, BackendEnvironmentName: name } = input;
    const all = jobs.list(AppId, name);
    // Jobs outlive their environment: only where there were none does it have to exist.
    if (all.length === 0) findEnvironment(state, AppId, name);
    return pageOf(all.filter(filterOf(input)), input);
  },

  UpdateBackendJob: ({ AppId, BackendEnvironmentName: name, JobId, Operation, Status }) => {
    const job = jobs.find(AppId, name, JobId);
    if (isOver(job) && (Status ?? job.status) !== job.status) throw badRequest(`Job ${JobId} is over`);
    jobs.record(job, { operation: Operation, status: Status });
    return describeJob(job, name);
  },
});

const filterOf =
  ({ JobId, Operation, Status }: Validated<ListBackendJobsRequest>) =>
  ({ jobId, operation, status }: Job): boolean =>
    (JobId ?? jobId) === jobId && (Operation ?? operation) === operation && (Status ?? status) === status;

/** Jobs that start while somebody turns the pages do not move them: a token says after which job to go on. */
const pageOf = (jobs: readonly Job[], input: Validated<ListBackendJobsRequest>) => {
  const { BackendEnvironmentName: name, MaxResults: size = DEFAULT_PAGE_SIZE, NextToken } = input;
  const before = NextToken ? decodePageToken(input, NextToken) : Number.POSITIVE_INFINITY;
  const rest = jobs.filter(({ sequence }) => sequence < before);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return {
    Jobs: page.map((job) => describeJob(job, name)),
    NextToken: last === undefined || rest.length <= size ? null : encodePageToken(input, last.sequence),
  };
};

const describeJob = (job: Job, environment: string): BackendJobRespObj => ({
  AppId: job.appId,
  BackendEnvironmentName: environment,
  JobId: job.jobId,
  Operation: job.operation,
  Status: job.status,
  Error: job.error,
  CreateTime: String(job.createTime),
  UpdateTime: String(job.updateTime),
});
