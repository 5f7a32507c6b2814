import { unreadable } from "./json.js";

/** When a job started, and when its record last changed. */
export interface JobTimes {
  readonly createTime: Date | undefined;
  readonly updateTime: Date | undefined;
}

const DIGITS = /^\d{1,16}$/;

/**
 * Reads the times of a job, which GetBackendJob, ListBackendJobs and UpdateBackendJob give as texts of milliseconds since 1970.
 *
 * @throws ResponseParseError where one is no such text
 */
export const readJobTimes = (job: {
  readonly CreateTime?: string | undefined;
  readonly UpdateTime?: string | undefined;
}): JobTimes => ({
  createTime: readTime(job.CreateTime, "CreateTime"),
  updateTime: readTime(job.UpdateTime, "UpdateTime"),
});

function readTime(text: string | undefined, name: string): Date | undefined {
  if (text === undefined || text === null || text === "") return undefined;
  const time = new Date(DIGITS.test(text) ? Number(text) : Number.NaN);
  if (Number.isNaN(time.getTime())) {
    throw unreadable({ name }, "a number of milliseconds since 1970");
  }
  return time;
}
