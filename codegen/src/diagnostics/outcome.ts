import type { Diagnostic, Outcome } from "./diagnostic.js";
import { formatLocation } from "./location.js";

/** What a diagnostic says; `help` may be undefined where there is none to give. */
type Details = Omit<Diagnostic, "severity" | "help"> & { readonly help?: string | undefined };

const finding = (severity: Diagnostic["severity"], { help, ...details }: Details): Diagnostic => ({
  severity,
  ...details,
  ...(help === undefined ? {} : { help }),
});

/** A diagnostic that stops the generator. */
export const problem = (details: Details): Diagnostic => finding("error", details);

/** A diagnostic that does not stop the generator. */
export const warning = (details: Details): Diagnostic => finding("warning", details);

/** Whether any of them is an error. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === "error");

/** The value, unless one of the diagnostics is an error. */
export const outcomeOf = <Value>(value: Value, diagnostics: readonly Diagnostic[]): Outcome<Value> =>
  hasErrors(diagnostics) ? { ok: false, diagnostics } : { ok: true, value, diagnostics };

/** In reading order: by file, line and column. */
export const sortDiagnostics = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  [...diagnostics].sort(
    ({ location: a }, { location: b }) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );

/** Leaves out what was said before of the same place: a mixin's fault shows in every shape that mixes it in. */
export const sayOnce = (diagnostics: readonly Diagnostic[]): Diagnostic[] => {
  const said = new Set<string>();
  return diagnostics.filter(({ location, message }) => {
    const words = `${formatLocation(location)} ${message}`;
    if (said.has(words)) return false;
    said.add(words);
    return true;
  });
};
