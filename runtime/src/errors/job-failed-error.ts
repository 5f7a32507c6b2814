import { hide } from "../common/printing.js";
import type { JobIdentifiers } from "../job/job-descriptor.js";
import { BaseError, type BaseErrorOptions } from "./base-error.js";

/** What a {@link JobFailedError} is made from. */
export interface JobFailedErrorOptions extends BaseErrorOptions {
  readonly jobId: string;
  readonly identifiers: JobIdentifiers;
  readonly status: string;
  readonly text: string;
  readonly job: object;
}

/** The service carried out the call, and the job that it started failed. What it had done by then may stay. */
export class JobFailedError extends BaseError {
  override readonly name = "JobFailedError";
  readonly jobId: string;
  /** Everything that names the job, the id included. */
  readonly identifiers: JobIdentifiers;
  /** The service's word for the failure. */
  readonly status: string;
  /**
   * What the job left behind, fit for logs and terminals and cut to 4000 characters; "" where it says nothing. Not printed:
   * it may quote secrets.
   */
  declare readonly text: string;
  /** The job as the service tells of it; not printed. */
  declare readonly job: object;

  constructor(message: string, options: JobFailedErrorOptions) {
    super(message, options);
    this.jobId = options.jobId;
    this.identifiers = options.identifiers;
    this.status = options.status;
    hide(this, "text", options.text);
    hide(this, "job", options.job);
  }
}
