import type { Bounds } from "../descriptors/shape.js";
import type { Findings } from "./findings.js";
import { type Subject, wrongLength } from "./problems.js";

/**
 * Holds a text, a list, a map or bytes to their length.
 *
 * @param size - characters of a text, bytes, items of a list, entries of a map
 */
export function checkLength(findings: Findings, length: Bounds, subject: Subject, size: number): void {
  const { min = 0, max = size } = length;
  const { switches } = findings;
  if (size < min && switches.min) findings.add(wrongLength(subject, "too_small", min, size, length));
  if (size > max && switches.max) findings.add(wrongLength(subject, "too_big", max, size, length));
}
