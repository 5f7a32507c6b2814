import type { Outcome } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import type { ParsedFile } from "./parsed-file.js";
import { parseYamlText } from "./yaml-document.js";

/** Parses a model file in YAML; all its syntax errors at once. */
export const parseYaml = (file: string, text: string): Outcome<ParsedFile> => {
  const { document, diagnostics, locate } = parseYamlText(file, text);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  try {
    return { ok: true, value: { file, format: "yaml", value: document.toJS(), locate }, diagnostics: [] };
  } catch (error) {
    // An alias that refers to nothing, or aliases that multiply beyond measure.
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, diagnostics: [problem({ location: { file, line: 1, column: 1 }, message })] };
  }
};
