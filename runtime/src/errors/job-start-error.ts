import { hide } from "../common/printing.js";
import { BaseError, type BaseErrorOptions } from "./base-error.js";

/** What a {@link JobStartError} is made from. */
export interface JobStartErrorOptions extends BaseErrorOptions {
  readonly jobId: string | undefined;
  readonly text: string;
  readonly started: object;
}

/**
 * The service answered with success, but with an error in the answer, or with too little to follow the job by. Whether a job
 * has started is unknown, unless `jobId` is there: look before you call again.
 */
export class JobStartError extends BaseError {
  override readonly name = "JobStartError";
  /** The job that was started all the same; absent where the answer names none. */
  readonly jobId: string | undefined;
  /** The error in the answer, cleaned and cut as in `JobFailedError`; "" where there is none. Not printed. */
  declare readonly text: string;
  /** The answer; not printed. */
  declare readonly started: object;

  constructor(message: string, options: JobStartErrorOptions) {
    super(message, options);
    this.jobId = options.jobId;
    hide(this, "text", options.text);
    hide(this, "started", options.started);
  }
}
