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
}

/** The next call gets bytes of your choice, such as a gateway's HTML page. */
export interface ResponseFault extends FaultScope {
  readonly kind: "response";
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  /** Whether the call takes effect all the same, its answer being lost; false if left out. */
  readonly isExecuted?: boolean | undefined;
}

/** The next call fails with HTTP 200 and a text in `Error`; nothing is done. For operations that have an `Error`. */
export interface InBandFault extends FaultScope {
  readonly kind: "inBandError";
  readonly error: string;
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
export type CallFault = ThrottlingFault | ErrorFault | ResponseFault;

/** What befalls a job. */
export type JobFault = JobFailureFault | StuckJobFault;

/** Something to go wrong. */
export type StagedFault = CallFault | InBandFault | JobFault;

/** Faults that wait for their call, first come, first served. */
export class FaultQueue {
  #staged: { readonly fault: StagedFault; left: number }[] = [];

  add(fault: StagedFault): void {
    this.#staged.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#staged = [];
  }

  takeCallFault(operation: string): CallFault | undefined {
    return this.#take(operation, isCallFault);
  }

  takeInBandFault(operation: string): InBandFault | undefined {
    return this.#take(operation, (fault) => fault.kind === "inBandError");
  }

  takeJobFault(operation: string): JobFault | undefined {
    return this.#take(operation, isJobFault);
  }

  #take<Kind extends StagedFault>(
    operation: string,
    isKind: (fault: StagedFault) => fault is Kind,
  ): Kind | undefined {
    for (const staged of this.#staged) {
      const { fault } = staged;
      if ((fault.operation ?? operation) !== operation || !isKind(fault)) continue;
      staged.left -= 1;
      if (staged.left <= 0) this.#staged = this.#staged.filter((other) => other !== staged);
      return fault;
    }
    return undefined;
  }
}

const isJobFault = (fault: StagedFault): fault is JobFault =>
  fault.kind === "jobFailure" || fault.kind === "stuckJob";

const isCallFault = (fault: StagedFault): fault is CallFault =>
  fault.kind === "throttling" || fault.kind === "error" || fault.kind === "response";
