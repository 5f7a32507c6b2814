import type { JobIdentifiers } from "../job/job-descriptor.js";
import { BaseError, type BaseErrorOptions } from "./base-error.js";

/** What a {@link JobConflictError} is made from. */
export interface JobConflictErrorOptions extends BaseErrorOptions {
  readonly blockedAt: JobIdentifiers;
}

/** Another job is in the way, so that nothing was started; the service's error is in `cause`. Try again when it is over. */
export class JobConflictError extends BaseError {
  override readonly name = "JobConflictError";
  /** Where the other job runs, as far as it is known. */
  readonly blockedAt: JobIdentifiers;

  constructor(message: string, options: JobConflictErrorOptions) {
    super(message, options);
    this.blockedAt = options.blockedAt;
  }
}
