/** Which calls a fault applies to, and how many of them. */
interface FaultScope {
  /** Only this operation, e.g. `CloneBackend`; any operation if left out. */
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

/** The next call is answered with exactly these bytes. */
export interface ResponseFault extends FaultScope {
  readonly kind: "response";
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  /** Whether the call takes effect although its answer is lost; false if left out. */
  readonly isExecuted?: boolean | undefined;
}

/** The next call gets a page of HTML from a gateway in front of the service. */
export interface HtmlPageFault extends FaultScope {
  readonly kind: "htmlPage";
  /** 504 if left out. */
  readonly statusCode?: number | undefined;
  /** Whether the call takes effect although its answer is lost; false if left out. */
  readonly isExecuted?: boolean | undefined;
}

/** The connection of the next call is dropped. */
export interface DroppedConnectionFault extends FaultScope {
  readonly kind: "droppedConnection";
  /** `before` the answer, the default, or `within` its body; in the latter case the call is executed. */
  readonly breaks?: "before" | "within" | undefined;
  /** Whether the call takes effect although its answer is lost; false if left out. */
  readonly isExecuted?: boolean | undefined;
}

/** The next call is handled late. */
export interface SlowFault extends FaultScope {
  readonly kind: "slow";
  /** Delay in milliseconds, by the service's `clock`, as `latency` is. */
  readonly milliseconds: number;
}

/** Members of the next successful answer are replaced. */
export interface OutputFault extends FaultScope {
  readonly kind: "output";
  readonly operation: string;
  /** By their names in the model, with values for JSON. The values need not fit the model; null is sent as null. */
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

/** A fault of any call. */
export type CallFault =
  | ThrottlingFault
  | ErrorFault
  | ExpiredTokenFault
  | ResponseFault
  | HtmlPageFault
  | DroppedConnectionFault
  | SlowFault;

/** A fault that replaces the operation's own answer. */
export type HandlerFault = InBandFault | PendingJobFault;

/** A fault of a job. */
export type JobFault = JobFailureFault | StuckJobFault;

/** Something that goes wrong, for `stage`. */
export type StagedFault = CallFault | OutputFault | HandlerFault | JobFault;
