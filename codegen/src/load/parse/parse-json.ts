import type { Outcome } from "../../diagnostics/diagnostic.js";
import type { SourceLocation } from "../../diagnostics/location.js";
import { problem } from "../../diagnostics/outcome.js";
import type { ParsedFile } from "./parsed-file.js";
import { parseYamlText, type YamlText } from "./yaml-document.js";

/** One lexical element of JSON, with the white space before it. */
const TOKEN =
  /\s*(?:"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|$)/uy;

/** A string, and the colon that makes it a key. */
const KEY = /"[^"\\]*(?:\\.[^"\\]*)*"\s*(:?)/gu;

/**
 * Parses a model file in JSON.
 *
 * `JSON.parse` is about a hundred times as fast as a parser that keeps places, and AWS's models have
 * megabytes. So places are found by the YAML parser (JSON is a part of YAML), and only when one is wanted.
 */
export const parseJson = (file: string, text: string): Outcome<ParsedFile> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, diagnostics: syntaxErrors(file, text, error) };
  }
  // JSON.parse drops all but the last of several equal keys: then fewer are left than were written.
  const diagnostics =
    countKeys(value) === countWrittenKeys(text) ? [] : parseYamlText(file, text).diagnostics;
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  let places: YamlText | undefined;
  const locate: ParsedFile["locate"] = (path, part) => {
    places ??= parseYamlText(file, text);
    return places.locate(path, part);
  };
  return { ok: true, value: { file, format: "json", value, locate }, diagnostics: [] };
};

const countWrittenKeys = (text: string): number => {
  let count = 0;
  for (const [, colon] of text.matchAll(KEY)) if (colon === ":") count += 1;
  return count;
};

const countKeys = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 0;
  const below = Object.values(value).reduce<number>((sum, child) => sum + countKeys(child), 0);
  return Array.isArray(value) ? below : below + Object.keys(value).length;
};

const syntaxErrors = (file: string, text: string, error: unknown): Outcome<never>["diagnostics"] => {
  const { diagnostics } = parseYamlText(file, text);
  if (diagnostics.length > 0) return diagnostics;
  // YAML allows what JSON does not: comments, bare words, a comma at the end.
  const message = error instanceof Error ? error.message : String(error);
  const offset = firstForeignOffset(text) ?? Number(/position (\d+)/u.exec(message)?.[1] ?? 0);
  const help = "Correct the JSON, or name the file .yaml.";
  return [problem({ location: locationOf(file, text, offset), message: `not JSON: ${message}`, help })];
};

/** Where the first thing stands that is no element of JSON. */
const firstForeignOffset = (text: string): number | undefined => {
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    if (!TOKEN.test(text)) return start + (/^\s*/u.exec(text.slice(start))?.[0].length ?? 0);
  }
  return undefined;
};

const locationOf = (file: string, text: string, offset: number): SourceLocation => {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};
