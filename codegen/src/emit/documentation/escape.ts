/** A fenced block or a code span: what stands in it is shown as it is. */
const CODE = /(?:^|\n) *(?:```|~~~)[\s\S]*?\n *(?:```|~~~)(?=\n|$)|(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;

/**
 * Makes CommonMark safe within a TSDoc comment: nothing in it ends the comment, is taken for a tag,
 * or for HTML.
 *
 * @see https://tsdoc.org/pages/spec/overview/
 */
export function escapeTsdoc(markdown: string): string {
  let escaped = "";
  let end = 0;
  for (const { 0: code, index } of markdown.matchAll(CODE)) {
    escaped += escapeProse(markdown.slice(end, index)) + code;
    end = index + code.length;
  }
  return escapeCommentEnd(escaped + escapeProse(markdown.slice(end)));
}

/** Breaks the sequence that would end a comment; in a string literal it still means the same. */
export const escapeCommentEnd = (text: string): string => text.replaceAll("*/", "*\\/");

function escapeProse(text: string): string {
  return text
    .replace(/(?<!\\)[{}`]/g, "\\$&")
    .replace(/(?<!\\)<(?!https?:)/g, "\\<")
    .replace(/(^|\s)@/g, "$1\\@");
}

/** Makes text safe in a cell of a Markdown table. */
export const escapeCell = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replaceAll("|", "\\|")
    .replace(/(?<![\\`])</g, "&lt;");
