import { byText } from "../../ir/names.js";

/** An entry of the package. */
export interface PackageEntry {
  /** As `exports` writes it, e.g. `./zod`. */
  readonly subpath: string;
  /** Name of its file below `src` and `dist`, without extension. */
  readonly file: string;
}

/** @returns the entries of a package, the main one first */
export const packageEntries = (extensionEntries: readonly string[]): readonly PackageEntry[] => [
  { subpath: ".", file: "index" },
  ...["testing", "unvalidated", "zod", ...extensionEntries].sort(byText).map((file) => ({
    subpath: `./${file}`,
    file,
  })),
];
