import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/outcome.js";
import type { ExtensionFile } from "../load/files/model-files.js";
import type { OutputFile } from "./output-file.js";

/** Where extensions go within the package. */
const FOLDER = "src";

/** Extensions as files of the package: as they are, below a line that says where they come from. */
export const extensionOutput = (extensions: readonly ExtensionFile[]): readonly OutputFile[] =>
  extensions.map(({ path, source, contents }) => ({
    path: `${FOLDER}/${path}`,
    contents: `// Copied by tinsmith from ${source}. Do not edit: change that file and run \`npm run generate\`.\n${contents}`,
  }));

/** Names of the package's entries that extensions make: one for each file at the top, without its ending. */
export const extensionEntries = (extensions: readonly ExtensionFile[]): readonly string[] =>
  extensions.flatMap(({ path }) => (path.includes("/") ? [] : [path.replace(/\.ts$/u, "")]));

/** The extension that describes the package's command `local`; with it, the package has a command. */
const LOCAL_COMMAND = "local/command.ts";

/** Whether extensions bring a service to be started by the package's command. */
export const hasLocalCommand = (extensions: readonly ExtensionFile[]): boolean =>
  extensions.some(({ path }) => path === LOCAL_COMMAND);

/** Extensions that would take the place of an emitted file, on any file system. */
export const extensionClashes = (
  extensions: readonly ExtensionFile[],
  emitted: readonly OutputFile[],
): readonly Diagnostic[] => {
  const taken = new Set(emitted.map(({ path }) => path.toLowerCase()));
  return extensions
    .filter(({ path }) => taken.has(`${FOLDER}/${path}`.toLowerCase()))
    .map(({ path, file }) =>
      problem({
        location: { file, line: 1, column: 1 },
        message: `the generator writes ${FOLDER}/${path} itself`,
        help: "Give the extension another name.",
      }),
    );
};
