/** How a job has ended, by whoever followed it. */
export type JobEnd = "completed" | "failed";

/** Why a poller was left before its job was over. */
export type Leaving = "resumed" | "stuck" | "late";

/** Something that a follower of jobs has done or seen. `by` names the follower: an app, its step, the try. */
export type LedgerEntry =
  /** An attempt is about to be sent. */
  | {
      readonly kind: "sent";
      readonly by: string;
      readonly operation: string;
      /** The same for all attempts of a call: header `amz-sdk-invocation-id`. */
      readonly call: string;
      /** The job that it is about. */
      readonly job?: string | undefined;
      /** Whether its process was killed, perhaps before it was sent. */
      readonly isKilled?: boolean;
    }
  /** A job is known to have been started. */
  | { readonly kind: "started"; readonly by: string; readonly operation: string; readonly job: string }
  /** Nothing was started. */
  | { readonly kind: "refused"; readonly by: string; readonly error: string; readonly isConflict: boolean }
  /** A poller was left. */
  | { readonly kind: "left"; readonly by: string; readonly job: string; readonly why: Leaving }
  /** A poller has been made of the text of one in a process that was killed. */
  | { readonly kind: "takenOver"; readonly by: string; readonly job: string }
  /** A poller has come to the end of its job. */
  | {
      readonly kind: "ended";
      readonly by: string;
      readonly job: string;
      readonly end: JobEnd;
      readonly text: string;
    }
  /** All jobs of an environment, as a paginator gave them. */
  | {
      readonly kind: "listed";
      readonly by: string;
      readonly app: string;
      readonly environment: string;
      readonly jobs: readonly string[];
    }
  /** What should not have happened. */
  | { readonly kind: "mishap"; readonly by: string; readonly what: string };
