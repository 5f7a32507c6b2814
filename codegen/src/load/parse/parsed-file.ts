import type { SourceLocation } from "../../diagnostics/location.js";
import type { ValuePath } from "../../model/located-traits.js";

/** Whether the key of a place is wanted, or what stands behind it. */
export type Part = "key" | "value";

/**
 * Finds a place in a file. Where nothing stands at `path` (a key is missing), it is the nearest
 * place around it that exists. Found when asked for: a model has many places and few problems.
 */
export type Locate = (path: ValuePath, part: Part) => SourceLocation;

/** A model file, read and parsed, its structure not yet checked. */
export interface ParsedFile {
  /** As it is shown in diagnostics. */
  readonly file: string;
  /** Whether the short forms of the YAML way of writing are allowed. */
  readonly format: "json" | "yaml";
  readonly value: unknown;
  readonly locate: Locate;
}
