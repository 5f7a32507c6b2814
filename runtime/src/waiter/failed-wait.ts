import { INSPECT, type Inspect } from "../common/printing.js";
import type { ShapeDescriptor } from "../descriptors/shape.js";
import { redact } from "../protocol/redact.js";
import type { WaiterResult } from "./waiter-result.js";

/** What a waiter found instead of what it waited for; as part of an error it is printed, and then without secrets. */
export class FailedWait implements WaiterResult {
  readonly state = "FAILURE";
  readonly reason: unknown;
  readonly observedResponses: Readonly<Record<string, number>>;
  readonly #output: ShapeDescriptor;

  /** @param output - the shape of the reason, unless that is an error */
  constructor(reason: unknown, output: ShapeDescriptor, observedResponses: Readonly<Record<string, number>>) {
    this.reason = reason;
    this.observedResponses = observedResponses;
    this.#output = output;
    // Not as a method: bundlers keep classes with computed names, also where nobody waits.
    Object.defineProperty(this, INSPECT, {
      value: (_depth: number, options: unknown, inspect: Inspect) => inspect(this.toJSON(), options),
    });
  }

  get final(): unknown {
    return this.reason;
  }

  toJSON(): WaiterResult {
    const { state, reason, observedResponses } = this;
    const shown = reason instanceof Error ? reason : redact(this.#output, reason);
    return { state, reason: shown, observedResponses };
  }
}
