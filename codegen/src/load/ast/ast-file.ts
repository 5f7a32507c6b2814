import type { ParsedFile } from "../parse/parsed-file.js";
import type { AstShape } from "./ast-schema.js";

/** A file of which the structure is right; its names are not yet resolved. */
export interface AstFile extends Pick<ParsedFile, "file" | "format" | "locate"> {
  readonly namespace?: string | undefined;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly shapes: Readonly<Record<string, AstShape>>;
  /** Names of shapes that are in the file, but of a wrong structure. */
  readonly unread: readonly string[];
}
