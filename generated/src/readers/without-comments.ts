// Copied by tinsmith from model/extensions/readers/without-comments.ts. Do not edit: change that file and run `npm run generate`.
/** Where what begins here ends. */
const ENDS: Readonly<Record<string, string>> = { "//": "\n", "/*": "*/" };

/** Takes the comments out of a piece of JavaScript whose texts are in double quotes; each becomes a space. */
export function withoutComments(code: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = 0; at < code.length; at++) {
    const end = ENDS[code.slice(at, at + 2)];
    if (code[at] === '"') at = endOfText(code, at);
    if (end === undefined) continue;
    kept.push(code.slice(from, at), " ");
    from = after(code, end, at + 2);
    at = from - 1;
  }
  return kept.join("") + code.slice(from);
}

/** @returns the place of the quote that closes the text, or the last place of all */
function endOfText(code: string, start: number): number {
  for (let at = start + 1; at < code.length; at++) {
    if (code[at] === '"') return at;
    if (code[at] === "\\") at++;
  }
  return code.length;
}

function after(code: string, end: string, from: number): number {
  const found = code.indexOf(end, from);
  return found === -1 ? code.length : found + end.length;
}
