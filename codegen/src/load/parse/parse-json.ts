import type { Attempt } from "../../diagnostics/attempt.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { findJsonError } from "./json-syntax.js";
import type { ParsedFile } from "./parsed-file.js";
import { locationOf } from "./text-location.js";
import { parseYamlText, type YamlText } from "./yaml-document.js";
import { MAX_DEPTH } from "./yaml-value.js";

/** A string, and the colon that makes it a key. */
const KEY = /"[^"\\]*(?:\\.[^"\\]*)*"\s*(:?)/gu;

/**
 * Parses a model file in JSON; a file with a syntax error has no value.
 *
 * `JSON.parse` is about a hundred times as fast as a parser that keeps places, and AWS's models have
 * megabytes. So the YAML parser (JSON is a part of YAML) reads the text only where `JSON.parse` does not tell
 * all: to find a place, or a key that is there twice.
 */
export const parseJson = (file: string, text: string): Attempt<ParsedFile> => {
  let places: YamlText | undefined;
  const asYaml = (): YamlText => {
    places ??= parseYamlText(file, text);
    return places;
  };
  const locate: ParsedFile["locate"] = (path, part) => asYaml().locate(path, part);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { value: undefined, diagnostics: [syntaxError(file, text)] };
  }
  if (isPlain(text, value)) return { value: { file, format: "json", value, locate }, diagnostics: [] };
  const { value: read, diagnostics } = asYaml();
  return {
    value: read === undefined ? undefined : { file, format: "json", value: read, locate },
    diagnostics,
  };
};

const syntaxError = (file: string, text: string): Diagnostic => {
  const { offset, message } = findJsonError(text) ?? { offset: 0, message: "cannot be read" };
  return problem({
    location: locationOf(file, text, offset),
    message: `not JSON: ${message}`,
    help: "Correct the JSON, or name the file .yaml.",
  });
};

/**
 * Whether nothing was lost, and nothing is in the way of what follows. JSON.parse drops all but the last of
 * several equal keys: then fewer are left than were written.
 */
const isPlain = (text: string, value: unknown): boolean => {
  const keys = countKeys(value);
  return keys !== undefined && keys === countWrittenKeys(text) && !text.includes('"__proto__"');
};

const countWrittenKeys = (text: string): number => {
  let count = 0;
  for (const [, colon] of text.matchAll(KEY)) if (colon === ":") count += 1;
  return count;
};

/** All keys in a value; undefined where it is nested too deeply to be counted. */
const countKeys = (value: unknown): number | undefined => {
  let count = 0;
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return undefined;
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== "object" || each === null) continue;
      const below: unknown[] = Object.values(each);
      if (!Array.isArray(each)) count += below.length;
      for (const child of below) next.push(child);
    }
    level = next;
  }
  return count;
};
