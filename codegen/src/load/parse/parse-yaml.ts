import type { Attempt } from "../../diagnostics/attempt.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import type { ParsedFile } from "./parsed-file.js";
import { locationOf } from "./text-location.js";
import { parseYamlText } from "./yaml-document.js";

/** What YAML allows in no text, and the library in every one. */
const CONTROL = /(?![\t\n\r\u0085])\p{Cc}/u;

/** Parses a model file in YAML; a file with a syntax error has no value. */
export const parseYaml = (file: string, text: string): Attempt<ParsedFile> => {
  const { value, diagnostics, locate } = parseYamlText(file, text);
  return {
    value: value === undefined ? undefined : { file, format: "yaml", value, locate },
    diagnostics: [...controlCharacter(file, text), ...diagnostics],
  };
};

const controlCharacter = (file: string, text: string): Diagnostic[] => {
  const offset = text.search(CONTROL);
  if (offset === -1) return [];
  const code = text.charCodeAt(offset).toString(16).padStart(4, "0").toUpperCase();
  return [
    problem({
      location: locationOf(file, text, offset),
      message: `the control character U+${code}`,
      help: `Within double quotes it can be written \\u${code}.`,
    }),
  ];
};
