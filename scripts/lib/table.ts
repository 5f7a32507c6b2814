/** Lays out rows as an aligned text table; the first row is the head. Numbers are set to the right. */
export const formatTable = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const [head = [], ...body] = rows;
  return [line(head), widths.map((width) => "─".repeat(width)).join("  "), ...body.map(line)].join("\n");
};

const pad = (cell: string, width: number): string =>
  /^[\d.,]+( ?(ms|s|KB|B|%|×))?$/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
