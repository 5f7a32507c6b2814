import type { StructureDescriptor } from "../descriptors/shape.js";
import { findIssues, judgeInput } from "./check.js";
import type { ConstraintSwitches } from "./constraints.js";
import type { ValidationIssue } from "./issue.js";
import type { Verdict } from "./read-input.js";
import type { Validators } from "./validator.js";

/** How input and output of an operation are checked. */
export interface Validation {
  /**
   * Reads an input and judges it.
   *
   * @throws whatever an input throws that is read
   */
  judgeInput(shape: StructureDescriptor, input: unknown, switches: ConstraintSwitches): Verdict;
  /** Everything that is wrong with an output. */
  findOutputIssues(
    shape: StructureDescriptor,
    output: unknown,
    switches: ConstraintSwitches,
  ): ValidationIssue[];
}

/** Has input and output judged by validators. */
export function validationBy(validators: Validators<unknown, unknown>): Validation {
  return {
    judgeInput: (shape, input, switches) => judgeInput(shape, validators.input(), input, switches),
    findOutputIssues: (shape, output, switches) => findIssues(shape, validators.output(), output, switches),
  };
}
