import { z } from "zod";
import { isManagedPath } from "./managed-path.js";

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
  files: z.array(z.string().refine(isManagedPath)),
});

/** The manifest as it is written; paths sorted by code unit, so that it is the same everywhere. */
export const formatManifest = ({ service, files }: Manifest): string =>
  `${JSON.stringify({ format: MANIFEST_FORMAT, service, files: [...files].sort() }, undefined, 2)}\n`;

/** Reads a manifest; undefined where it is none of ours, or has paths that lead out of the folder. */
export const parseManifest = (text: string): Manifest | undefined => {
  try {
    const { service, files } = ManifestText.parse(JSON.parse(text));
    return { service, files };
  } catch {
    return undefined;
  }
};
