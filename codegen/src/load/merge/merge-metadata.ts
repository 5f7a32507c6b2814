import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { formatLocation } from "../../diagnostics/location.js";
import { problem } from "../../diagnostics/outcome.js";
import type { AstFile } from "../ast/ast-file.js";
import { sameValue } from "./same.js";

/** Metadata of all files, and the keys that they disagree about. */
export interface MergedMetadata {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Merges the files' metadata: lists are joined, equal values are one, any other is a conflict.
 * @see https://smithy.io/2.0/spec/model.html#merging-metadata
 */
export const mergeMetadata = (files: readonly AstFile[]): MergedMetadata => {
  const merged = new Map<string, { readonly value: unknown; readonly file: AstFile }>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    for (const [key, value] of Object.entries(file.metadata)) {
      const earlier = merged.get(key);
      if (earlier === undefined) merged.set(key, { value, file });
      else if (Array.isArray(earlier.value) && Array.isArray(value)) {
        merged.set(key, { value: [...earlier.value, ...value], file });
      } else if (!sameValue(earlier.value, value)) diagnostics.push(conflict(key, file, earlier.file));
    }
  }
  const sorted = [...merged]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { value }]) => [key, value] as const);
  return { metadata: Object.fromEntries(sorted), diagnostics };
};

const conflict = (key: string, file: AstFile, earlier: AstFile): Diagnostic =>
  problem({
    location: file.locate(["metadata", key], "key"),
    message: `metadata "${key}" has another value at ${formatLocation(earlier.locate(["metadata", key], "key"))}`,
    help: "Only lists are joined: say any other metadata once.",
  });
