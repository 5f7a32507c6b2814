import type { ModuleReference } from "../../plan/code-symbol.js";
import type { Section } from "../documentation/tsdoc.js";
import type { Fragment } from "../layout/fragment.js";

/** A TypeScript file to be written: its imports follow from what its statements use. */
export interface SourceFile {
  readonly module: ModuleReference;
  /** Model files that its contents come from. */
  readonly sources: readonly string[];
  /** What is said about the file as a whole. */
  readonly description?: readonly Section[];
  /** With a blank line between each two. */
  readonly statements: readonly Fragment[];
}
