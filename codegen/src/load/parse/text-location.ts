import type { SourceLocation } from "../../diagnostics/location.js";

/** The place of an offset in a text. */
export const locationOf = (file: string, text: string, offset: number): SourceLocation => {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};
