import type { OperationDescriptor } from "@tinsmith/runtime";
import type { HostResponse } from "../host/message.js";
import { matchInput } from "./match-input.js";
import type { RecordedCall } from "./recorded-call.js";

/** How one attempt is answered. */
export interface Answer {
  /** Milliseconds until it comes. */
  readonly delay: number;
  /** Whether nothing may be added to it, such as a request id. */
  readonly isRaw?: boolean;
  /** @throws what becomes of the connection instead */
  respond(operation: OperationDescriptor, call: RecordedCall): HostResponse | Promise<HostResponse>;
}

/** Which calls are answered, and how. */
export class Stub {
  /** Absent where it stands for any. */
  readonly operation: OperationDescriptor | undefined;
  /** What the input has to have; absent where any will do. */
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

  /** Answers that were for a single attempt each, and are used up. */
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
