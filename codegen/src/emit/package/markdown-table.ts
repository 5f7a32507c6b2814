import { escapeCell } from "../documentation/escape.js";

/** Writes a table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const written = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [written(head), written(head.map(() => "---")), ...rows.map(written)].join("\n");
}
