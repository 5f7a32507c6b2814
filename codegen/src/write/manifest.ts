import { z } from "zod";
import { isManagedPath } from "./managed-path.js";
import type { OutputFile } from "./output-file.js";

/** Name of the file that lists what was written. */
export const MANIFEST_NAME = ".tinsmith-manifest.json";

/** Format of the manifest; a manifest of another format is refused. */
const MANIFEST_FORMAT = 1;

/** What was written into a folder: only these files are ever changed or removed. */
export interface Manifest {
  /** The service that the package was made for. */
  readonly service: string;
  /** POSIX paths relative to the folder, sorted; the manifest itself is not among them. */
  readonly files: readonly string[];
}

const ManifestText = z.strictObject({
  format: z.literal(MANIFEST_FORMAT),
  service: z.string(),
  files: z.array(z.string().refine((path) => isManagedPath(path) && path !== MANIFEST_NAME)),
});

const NewerManifestText = z.looseObject({ format: z.number().gt(MANIFEST_FORMAT) });

/** The manifest as it is written; paths sorted by code unit, so that it is the same everywhere. */
export const formatManifest = ({ service, files }: Manifest): string =>
  `${JSON.stringify({ format: MANIFEST_FORMAT, service, files: [...files].sort() }, undefined, 2)}\n`;

/** The manifest of a package, as one of its files. */
export const manifestFile = (service: string, files: readonly OutputFile[]): OutputFile => ({
  path: MANIFEST_NAME,
  contents: formatManifest({ service, files: files.map(({ path }) => path) }),
});

/** Reads a manifest; where it is none of ours, or has paths that lead out of the folder, says what is wrong. */
export const parseManifest = (text: string): Manifest | { readonly problem: string } => {
  const value = parse(text);
  const manifest = ManifestText.safeParse(value);
  if (manifest.success) return { service: manifest.data.service, files: manifest.data.files };
  return {
    problem: NewerManifestText.safeParse(value).success
      ? "the manifest was written by a newer tinsmith"
      : "the manifest cannot be read, or lists files outside of its folder",
  };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
