import { readFile } from "node:fs/promises";
import type { Attempt } from "../../diagnostics/attempt.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { attemptOnDisk } from "../../diagnostics/system-error.js";
import { locationOf } from "../parse/text-location.js";
import type { ModelText } from "../read-texts.js";
import { findFiles } from "./find-files.js";
import type { ExtensionFile, FoundFile } from "./model-files.js";

/** The texts of a model's files. */
export interface ReadFiles {
  readonly texts: readonly ModelText[];
  readonly extensions: readonly ExtensionFile[];
  /** How generated code names the files, by how diagnostics do. */
  readonly sources: ReadonlyMap<string, string>;
  /** Whether all that was asked for could be read. */
  readonly isAll: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds and reads the files of a model.
 * @param paths - files, or folders to be searched with their sub-folders; their order never shows.
 */
export const readFiles = async (paths: readonly string[]): Promise<ReadFiles> => {
  const found = await findFiles(paths);
  const texts = await Promise.all(found.models.map(readUtf8));
  const contents = await Promise.all(found.extensions.map(readUtf8));
  const diagnostics = [...found.diagnostics, ...[...texts, ...contents].flatMap((each) => each.diagnostics)];
  return {
    texts: found.models.flatMap(({ file }, index) => {
      const text = texts[index]?.value;
      return text === undefined ? [] : [{ file, text }];
    }),
    extensions: found.extensions.flatMap(({ file, source, relativePath }, index) => {
      const text = contents[index]?.value;
      return text === undefined ? [] : [{ path: relativePath, file, source, contents: text }];
    }),
    sources: new Map(found.models.map(({ file, source }) => [file, source])),
    isAll: diagnostics.length === 0,
    diagnostics,
  };
};

/** Reads a text; lines end in LF whatever the checkout, so that what is generated is the same everywhere. */
const readUtf8 = async ({ path, file }: FoundFile): Promise<Attempt<string>> => {
  const { value: bytes, diagnostics } = await attemptOnDisk(file, "read", () => readFile(path));
  if (bytes === undefined) return { value: undefined, diagnostics };
  try {
    // A byte order mark at the beginning is left out.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { value: text.replaceAll(/\r\n?/gu, "\n"), diagnostics };
  } catch {
    return { value: undefined, diagnostics: [notUtf8(file, bytes)] };
  }
};

const notUtf8 = (file: string, bytes: Uint8Array): Diagnostic => {
  const text = new TextDecoder("utf-8").decode(bytes);
  const location = locationOf(file, text, Math.max(text.indexOf("\uFFFD"), 0));
  return problem({ location, message: "this is not UTF-8", help: "Save the file as UTF-8." });
};
