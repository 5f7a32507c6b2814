import type { OperationDescriptor } from "@tinsmith/runtime";
import type { HostResponse } from "../host/message.js";
import { matchInput } from "./match-input.js";
import type { RecordedCall } from "./recorded-call.js";

/** How one attempt is answered. */
export interface Answer {
  /** Milliseconds until it comes. */
  readonly delay: number;
  /** Whether it is sent unchanged, without a request id, for example. */
  readonly isRaw?: boolean;
  /** @throws a staged failure of the connection */
  respond(operation: OperationDescriptor, call: RecordedCall): HostResponse | Promise<HostResponse>;
}

/** Which calls a stub matches, and its answers. */
export class Stub {
  /** Absent if it matches all operations. */
  readonly operation: OperationDescriptor | undefined;
  /** What the input has to contain; absent if it matches all inputs. */
  readonly pattern: unknown;
  readonly #strict: boolean;
  readonly #once: Answer[] = [];
  #always: Answer | undefined;
  #given = 0;

  constructor(operation: OperationDescriptor | undefined, pattern: unknown, strict: boolean) {
    this.operation = operation;
    this.pattern = pattern;
    this.#strict = strict;
  }

  /** How many answers for a single attempt have been used up. */
  get given(): number {
    return this.#given;
  }

  fits({ name }: OperationDescriptor, input: unknown): boolean {
    if (this.operation !== undefined && this.operation.name !== name) return false;
    return this.pattern === undefined || matchInput(this.pattern, input, this.#strict);
  }

  setOnce(answer: Answer): void {
    this.#once.push(answer);
  }

  setAlways(answer: Answer): void {
    this.#always = answer;
  }

  /** The next answer, or none where they are used up. */
  take(): Answer | undefined {
    const next = this.#once.shift();
    if (next === undefined) return this.#always;
    this.#given++;
    return next;
  }
}
