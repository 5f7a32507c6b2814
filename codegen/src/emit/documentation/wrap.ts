/** A word that would start a list, heading or quotation if it came to stand at the start of a line. */
const MARKER = /^(?:[-+*#>|]+|\d+[.)])$/;
/** What is not broken: a word, or a code span or inline tag with what sticks to it. */
const WORD = /(?:\\.|`[^`]*`|\{@[^{}]*\}|[^\s`])+|\S+/g;
const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const FENCE = /^\s*(?:```|~~~)/;

/**
 * Breaks CommonMark into lines of at most so many columns where its words allow; lists stay lists, and
 * fenced code, tables and headings stay as they are.
 *
 * @returns lines, without trailing spaces
 */
export function wrapMarkdown(markdown: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const block of blocksOf(markdown)) {
    if (block.kind === "verbatim") lines.push(...block.lines.map((line) => line.trimEnd()));
    else lines.push(...wrapText(block.text, width, block.first, " ".repeat(block.first.length)));
  }
  return trimBlank(lines);
}

type Block =
  | { readonly kind: "verbatim"; readonly lines: readonly string[] }
  | { readonly kind: "text"; readonly first: string; readonly text: string };

function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let fenced: string[] | undefined;
  for (const line of markdown.split(/\r\n|[\n\r\u2028\u2029]/)) {
    if (fenced !== undefined) {
      fenced.push(line);
      if (FENCE.test(line)) {
        blocks.push({ kind: "verbatim", lines: fenced });
        fenced = undefined;
      }
    } else if (FENCE.test(line)) {
      fenced = [line];
    } else {
      addLine(blocks, line);
    }
  }
  // A fence that is never closed would swallow the tags that follow in a comment: close it.
  if (fenced !== undefined) blocks.push({ kind: "verbatim", lines: [...fenced, "```"] });
  return blocks;
}

function addLine(blocks: Block[], line: string): void {
  const last = blocks.at(-1);
  const item = ITEM.exec(line);
  if (line.trim() === "" || /^\s*[|#]/.test(line)) {
    blocks.push({ kind: "verbatim", lines: [line.trim()] });
  } else if (item !== null) {
    blocks.push({ kind: "text", first: `${item[1]}${item[2]} `, text: item[3] ?? "" });
  } else if (last?.kind === "text") {
    blocks[blocks.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
  } else {
    blocks.push({ kind: "text", first: "", text: line.trim() });
  }
}

/** Breaks a text at spaces into lines of at most so many columns; longer words stand alone. */
export function wrapText(text: string, width: number, first = "", rest = ""): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.match(WORD) ?? []) {
    if (!empty && line.length + 1 + word.length > width && !MARKER.test(word)) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line.trimEnd()];
}

/** Drops blank lines at both ends, and all but one in a row. */
function trimBlank(lines: readonly string[]): readonly string[] {
  const kept = lines.filter((line, index) => line !== "" || (index > 0 && lines[index - 1] !== ""));
  return kept.at(-1) === "" ? kept.slice(0, -1) : kept;
}
