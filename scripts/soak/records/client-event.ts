/** How a job ended, as its poller reported it. */
export type JobOutcome = "completed" | "failed";

/** Why polling stopped before the job was over. */
export type AbortReason = "resumed" | "stuck" | "timeout";

/** Something that a client did or observed. `by` names its source: app, step and attempt. */
export type ClientEvent =
  /** An attempt is about to be sent. */
  | {
      readonly kind: "sent";
      readonly by: string;
      readonly operation: string;
      /** The same for all attempts of a call: header `amz-sdk-invocation-id`. */
      readonly call: string;
      /** The job that it is about. */
      readonly job?: string | undefined;
      /** Whether its process was killed, perhaps before sending it. */
      readonly isKilled?: boolean;
    }
  /** A job was started. */
  | { readonly kind: "started"; readonly by: string; readonly operation: string; readonly job: string }
  /** Nothing was started. */
  | { readonly kind: "refused"; readonly by: string; readonly error: string; readonly isConflict: boolean }
  /** A poller was aborted, or timed out. */
  | { readonly kind: "aborted"; readonly by: string; readonly job: string; readonly reason: AbortReason }
  /** A job was resumed from the serialized poller of a process that was killed. */
  | { readonly kind: "resumed"; readonly by: string; readonly job: string }
  /** A poller reported the end of its job. */
  | {
      readonly kind: "ended";
      readonly by: string;
      readonly job: string;
      readonly outcome: JobOutcome;
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
  /** An app stopped with an unexpected error. */
  | { readonly kind: "error"; readonly by: string; readonly message: string };
