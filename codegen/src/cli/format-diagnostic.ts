import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { formatLocation } from "../diagnostics/location.js";
import { printable } from "../diagnostics/printable.js";

/** `file:line:column  shapeId  message`, and below it, indented, what to do. */
export const formatDiagnostic = ({ severity, location, shapeId, message, help }: Diagnostic): string => {
  const told = severity === "warning" ? `warning: ${message}` : message;
  const line = [formatLocation(location), ...(shapeId === undefined ? [] : [shapeId]), told].join("  ");
  return `${printable(line)}\n${help === undefined ? "" : `    ${printable(help)}\n`}`;
};

/** `3 errors, 1 warning`. */
export const countDiagnostics = (diagnostics: readonly Diagnostic[]): string => {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [count(errors, "error")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
  ];
  return parts.length === 0 ? "no problems" : parts.join(", ");
};

/** A number and what is counted, in the plural where due. */
export const count = (number: number, noun: string): string =>
  `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;
