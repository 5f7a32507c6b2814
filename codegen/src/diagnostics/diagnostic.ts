import type { SourceLocation } from "./location.js";

/** Something wrong, or worth knowing, in a model. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly location: SourceLocation;
  /** The shape, or member (`ns#Shape$member`), that it is about. */
  readonly shapeId?: string;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
}

/** What a step of the pipeline gives: a value where nothing was wrong, and in any case what it found. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };
