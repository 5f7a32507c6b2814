// Copied by tinsmith from model/extensions/local/fault-queue.ts. Do not edit: change that file and run `npm run generate`.
import type {
  CallFault,
  HandlerFault,
  InBandFault,
  JobFault,
  OutputFault,
  PendingJobFault,
  StagedFault,
} from "./faults.js";

/** What befalls a call before its handler has a say. */
const CALL_KINDS: ReadonlySet<string> = new Set<CallFault["kind"]>([
  ...(["throttling", "error", "expiredToken", "response", "htmlPage", "droppedConnection", "slow"] as const),
]);

/** Faults that wait for their call, first come, first served. */
export class FaultQueue {
  #staged: { readonly fault: StagedFault; left: number }[] = [];

  /** What waits, each with the number of times that are left. */
  get waiting(): readonly StagedFault[] {
    return this.#staged.map(({ fault, left }) => ({ ...fault, times: left }));
  }

  add(fault: StagedFault): void {
    this.#staged.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#staged = [];
  }

  takeCallFault(operation: string): CallFault | undefined {
    return this.#take(operation, (fault): fault is CallFault => CALL_KINDS.has(fault.kind));
  }

  /** @param kinds - those that the operation can have */
  takeHandlerFault(operation: string, kinds: readonly HandlerFault["kind"][]): HandlerFault | undefined {
    return this.#take(
      operation,
      (fault): fault is InBandFault | PendingJobFault =>
        (fault.kind === "inBandError" || fault.kind === "pendingJob") && kinds.includes(fault.kind),
    );
  }

  takeOutputFault(operation: string): OutputFault | undefined {
    return this.#take(operation, (fault) => fault.kind === "output");
  }

  takeJobFault(operation: string): JobFault | undefined {
    return this.#take(operation, (fault) => fault.kind === "jobFailure" || fault.kind === "stuckJob");
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
