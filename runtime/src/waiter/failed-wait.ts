import { INSPECT, type Inspect } from "../common/printing.js";
import type { ShapeDescriptor } from "../descriptors/shape.js";
import { redact } from "../protocol/redact.js";
import type { WaiterResult } from "./waiter-result.js";

/** What a waiter found instead of what it waited for; as part of an error it is printed, and then without secrets. */
export class FailedWait implements WaiterResult {
  readonly state = "FAILURE";
  readonly reason: unknown;
  readonly #output: ShapeDescriptor;

  /** @param output - the shape of the reason, unless that is an error */
  constructor(reason: unknown, output: ShapeDescriptor) {
    this.reason = reason;
    this.#output = output;
  }

  toJSON(): WaiterResult {
    const { state, reason } = this;
    return { state, reason: reason instanceof Error ? reason : redact(this.#output, reason) };
  }

  /** @internal As of commands. */
  [INSPECT](_depth: number, options: unknown, inspect: Inspect): string {
    return inspect(this.toJSON(), options);
  }
}
