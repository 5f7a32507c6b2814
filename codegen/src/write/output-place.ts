import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/outcome.js";
import { displayPath } from "../load/files/display-path.js";

/** The output folder must not lie within a folder of the model: what is written would be read as a part of it. */
export const checkOutputPlace = async (
  out: string,
  models: readonly string[],
): Promise<readonly Diagnostic[]> => {
  const target = await realPlace(resolve(out));
  for (const model of models) {
    if (!(await isFolder(model))) continue;
    const folder = await realPlace(resolve(model));
    const [first] = relative(folder, target).split(sep);
    if (first === "..") continue;
    const location = { file: displayPath(out), line: 1, column: 1 };
    const message = `the output folder lies within the model's folder ${displayPath(model)}`;
    return [problem({ location, message, help: "Choose a folder outside of the model." })];
  }
  return [];
};

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};

/** A path with its links followed, as far as it exists. */
const realPlace = async (path: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch {
    return dirname(path) === path ? path : join(await realPlace(dirname(path)), basename(path));
  }
};
