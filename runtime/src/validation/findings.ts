import type { ConstraintSwitches } from "./constraints.js";
import { appendKey } from "./format-path.js";
import type { ValidationIssue } from "./issue.js";
import type { Problem } from "./problems.js";

/** What a walk through a value has found wrong, and where the walk is: paths are written only for what is wrong. */
export class Findings {
  readonly issues: ValidationIssue[] = [];
  /** The keys that lead to the value which is looked at; those that may be secret are blotted out. */
  readonly keys: (number | string)[] = [];
  readonly switches: ConstraintSwitches;

  constructor(switches: ConstraintSwitches) {
    this.switches = switches;
  }

  /** Notes a problem with the value that is looked at. */
  add(problem: Problem): void {
    this.issues.push({ path: this.keys.reduce<string>(appendKey, ""), ...problem });
  }
}
