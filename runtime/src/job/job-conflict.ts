import { isMadeBy } from "../errors/instance-of.js";
import { JobConflictError } from "../errors/job-conflict-error.js";
import { ServiceException } from "../errors/service-exception.js";
import type { JobIdentifiers } from "./job-descriptor.js";

/** What the service's message says of the job in the way. @returns undefined where an error is about something else */
export function conflictOf(pattern: RegExp | undefined, error: unknown): JobIdentifiers | undefined {
  if (pattern === undefined || !ServiceException.isInstance(error)) return undefined;
  const match = pattern.exec(String(error.message));
  if (match === null) return undefined;
  return Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value !== undefined));
}

/** Whether an error, of a poller or a call, says that another job is in the way: that nothing was started, and may be later. */
export function isJobConflict(pattern: RegExp, error: unknown): error is JobConflictError | ServiceException {
  return isMadeBy(JobConflictError, error) || conflictOf(pattern, error) !== undefined;
}
