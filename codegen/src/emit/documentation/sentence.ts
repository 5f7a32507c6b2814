import { markdownFromHtml } from "./markdown-from-html.js";

/** Ends of sentences, but not of abbreviations. */
const SENTENCE = /^[\s\S]*?(?<!\b(?:e\.g|i\.e|etc|vs|cf|U\.S))[.!?](?=\s|$)/;

/** @returns the first sentence of a documentation text, in CommonMark on one line */
export function firstSentence(documentation: string): string {
  const [paragraph = ""] = markdownFromHtml(documentation)
    .trim()
    .split(/\n\s*\n|\n(?=\s*[-*] )/);
  return (SENTENCE.exec(paragraph)?.[0] ?? paragraph).replace(/\s+/g, " ").trim();
}
