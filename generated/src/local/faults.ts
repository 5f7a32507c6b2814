// Copied by tinsmith from model/extensions/local/faults.ts. Do not edit: change that file and run `npm run generate`.
/** Which calls a fault is for, and how many of them. */
interface FaultScope {
  /** Only this operation, e.g. `CloneBackend`; the next that comes if left out. */
  readonly operation?: string | undefined;
  /** How many times; 1 if left out. */
  readonly times?: number | undefined;
}

/** The next call is refused with TooManyRequestsException, status 429. */
export interface ThrottlingFault extends FaultScope {
  readonly kind: "throttling";
  readonly limitType?: string | undefined;
  /** Seconds that the header `Retry-After` asks to wait; no such header if left out. */
  readonly retryAfter?: number | undefined;
}

/** The next call is refused with an error of your choice. */
export interface ErrorFault extends FaultScope {
  readonly kind: "error";
  /** e.g. `GatewayTimeoutException`. */
  readonly name: string;
  readonly message?: string | undefined;
  /** The model's status for the error if left out. */
  readonly status?: number | undefined;
  /** By the model's names, e.g. `{ ResourceType: "App" }`. */
  readonly members?: Readonly<Record<string, unknown>> | undefined;
  /** Seconds that the header `Retry-After` asks to wait; no such header if left out. */
  readonly retryAfter?: number | undefined;
}

/** The next call is refused with ExpiredTokenException, status 403, as if its session had ended. */
export interface ExpiredTokenFault extends FaultScope {
  readonly kind: "expiredToken";
}

/** The next call gets bytes of your choice. */
export interface ResponseFault extends FaultScope {
  readonly kind: "response";
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  /** Whether the call takes effect all the same, its answer being lost; false if left out. */
  readonly isExecuted?: boolean | undefined;
}

/** The next call gets a page of HTML from a gateway in front of the service. */
export interface HtmlPageFault extends FaultScope {
  readonly kind: "htmlPage";
  /** 504 if left out. */
  readonly statusCode?: number | undefined;
  /** Whether the call takes effect all the same, its answer being lost; false if left out. */
  readonly isExecuted?: boolean | undefined;
}

/** The connection of the next call is dropped. */
export interface DroppedConnectionFault extends FaultScope {
  readonly kind: "droppedConnection";
  /** `before` anything is answered, as if left out, or `within` the body of the answer; then the call is executed. */
  readonly breaks?: "before" | "within" | undefined;
  /** Whether the call takes effect all the same, its answer being lost; false if left out. */
  readonly isExecuted?: boolean | undefined;
}

/** The next call is looked at late. */
export interface SlowFault extends FaultScope {
  readonly kind: "slow";
  /** By the service's `clock`, as `latency` is. */
  readonly milliseconds: number;
}

/** Members of the next successful answer are others. */
export interface OutputFault extends FaultScope {
  readonly kind: "output";
  readonly operation: string;
  /** By the model's names, as JSON has them, be they what the model says or not; null is sent as such. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** The next call fails with HTTP 200 and a text in `Error`; nothing is done. For operations that have an `Error`. */
export interface InBandFault extends FaultScope {
  readonly kind: "inBandError";
  readonly error: string;
}

/** The next call that would start a job is refused, as if somebody else's job had the environment. */
export interface PendingJobFault extends FaultScope {
  readonly kind: "pendingJob";
}

/** The next job that is started ends FAILED. */
export interface JobFailureFault extends FaultScope {
  readonly kind: "jobFailure";
  /** Text in the job's `Error`; the real service was seen to leave it empty. Absent if left out. */
  readonly error?: string | undefined;
}

/** The next job that is started never ends. */
export interface StuckJobFault extends FaultScope {
  readonly kind: "stuckJob";
}

/** What befalls a call, whichever it is. */
export type CallFault =
  | ThrottlingFault
  | ErrorFault
  | ExpiredTokenFault
  | ResponseFault
  | HtmlPageFault
  | DroppedConnectionFault
  | SlowFault;

/** What takes the place of a handler. */
export type HandlerFault = InBandFault | PendingJobFault;

/** What befalls a job. */
export type JobFault = JobFailureFault | StuckJobFault;

/** Something to go wrong. */
export type StagedFault = CallFault | OutputFault | HandlerFault | JobFault;
