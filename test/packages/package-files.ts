import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative } from "node:path";

/** A file of an installed package. */
export interface PackageFile {
  /** Within the package, e.g. `dist/index.js`. */
  readonly path: string;
  readonly text: string;
}

/** All files of an installed package. */
export const readPackage = (folder: string): readonly PackageFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative(folder, path).replaceAll("\\", "/"),
      text: readFileSync(path, "utf8"),
    }));

/** Folders in which people and machines build, and the one in which this is built. */
const MACHINE_PATHS = [process.cwd(), homedir(), "/home/", "/Users/", "\\Users\\", "file:///"];

/** Where files mention a folder of the machine that built them. */
export const findMachinePaths = (files: readonly PackageFile[]): readonly string[] =>
  files.flatMap(({ path, text }) =>
    MACHINE_PATHS.filter((place) => mentions(text, place)).map((place) => `${path}: ${place}`),
  );

/** As a path of its own: a `/root` is no part of `./root`, nor of `/rooted`. */
const mentions = (text: string, place: string): boolean => {
  for (let index = text.indexOf(place); index >= 0; index = text.indexOf(place, index + 1)) {
    const isWhole = place.endsWith("/") || !/\w/.test(text[index + place.length] ?? "");
    if (isWhole && !/[\w.]/.test(text[index - 1] ?? "")) return true;
  }
  return false;
};

/** Source maps that files refer to and that are not there. */
export const findLostSourceMaps = (files: readonly PackageFile[]): readonly string[] => {
  const paths = new Set(files.map(({ path }) => path));
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/^\/\/# sourceMappingURL=(\S+)/gm)]
      .map(([, map = ""]) => join(dirname(path), map).replaceAll("\\", "/"))
      .filter((map) => !paths.has(map)),
  );
};
