// Escape sequences of terminals (ECMA-48), with ESC and in their one-character forms. STRINGS are those that carry text, such
// as window titles and links (OSC). One without its terminator ends with its line: otherwise it would swallow what follows.
const ESCAPE = "\u001B";
const END = "\u0007|\u001B\\\\|\u009C";
const STRINGS = /*@__PURE__*/ new RegExp(
  `(?:${ESCAPE}[\\]PX^_]|[\u0090\u0098\u009D-\u009F])[^\u0007${ESCAPE}\u009C\n]*(?:${END})?`,
  "gu",
);
const SEQUENCES = /*@__PURE__*/ new RegExp(
  `(?:${ESCAPE}\\[|\u009B)[0-?]*[ -/]*[@-~]?|${ESCAPE}[ -/]*[0-~]?`,
  "gu",
);
/** Control characters except tab and line feed, and those that change the direction of text. */
const CONTROLS = /[^\P{Cc}\t\n]|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;

const MAX_LENGTH = 4000;
/** Characters to keep of the start of a longer text. The rest comes from its end, where tools say what went wrong. */
const HEAD = 1000;

/** Makes a service's text fit for logs and terminals. @returns "" where there is no text */
export function cleanText(text: unknown): string {
  if (typeof text !== "string") return "";
  const lines = text.replace(STRINGS, "").replace(SEQUENCES, "").replace(/\r\n?/gu, "\n");
  return shorten(lines.replace(CONTROLS, "").trim());
}

/** Makes a word of the service fit to stand in a message: it could otherwise forge lines of a log. */
export function cleanWord(word: string): string {
  return cleanText(word).replace(/\s+/gu, " ");
}

function shorten(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const mark = `\n[… ${text.length - MAX_LENGTH} characters left out …]\n`;
  // Do not cut a surrogate pair in half.
  const head = text.slice(0, HEAD).replace(/[\uD800-\uDBFF]$/, "");
  return head + mark + text.slice(HEAD - MAX_LENGTH).replace(/^[\uDC00-\uDFFF]/, "");
}
