import { readFileSync } from "node:fs";

/** A fenced code block of a Markdown file. */
export interface CodeBlock {
  /** `README.md:27`, where the block's first line stands. */
  readonly place: string;
  readonly language: string;
  readonly code: string;
}

/** All fenced code blocks of a Markdown file, in order. */
export const readCodeBlocks = (path: string): readonly CodeBlock[] => {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ({ index, 1: language = "", 2: code = "" }) => ({
      place: `${path}:${text.slice(0, index).split("\n").length + 1}`,
      language,
      code,
    }),
  );
};

/** What a block says that it prints: the comments after its `console.log(…);`, one a line. */
export const printedBy = ({ code }: CodeBlock): readonly string[] =>
  [...code.matchAll(/^\s*(?:.*\s)?console\.log\(.*\);? \/\/ (.+)$/gm)].map(([, comment = ""]) => comment);
