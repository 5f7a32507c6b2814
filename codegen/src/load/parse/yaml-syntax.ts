import type { YAMLError } from "yaml";

/** What a syntax error is called, and what to do about it. */
interface Told {
  readonly message: string;
  readonly help?: string;
}

/** Errors that the parser tells in words for programmers. */
const OWN_WORDS: ReadonlyMap<YAMLError["code"], Told> = new Map([
  [
    "MULTIPLE_DOCS",
    { message: "a second document begins here", help: "Give each document a file of its own." },
  ],
  ["NON_STRING_KEY", { message: "a key must be a text" }],
  ["RESOURCE_EXHAUSTION", { message: "nested too deeply" }],
]);

/** How the parser begins to complain when it no longer knows where it is. */
const LOST = "in YAML stream";

/** What a syntax error says to the author of a model; one line. */
export const tellSyntaxError = ({ code, message }: YAMLError): Told => {
  const [first = message] = message.split("\n", 1);
  const own = OWN_WORDS.get(code);
  if (own !== undefined) return own;
  const help = 'Quote a text that has one of { } [ ] , # in it, or ": ".';
  return code === "UNEXPECTED_TOKEN" ? { message: first, help } : { message: first };
};

/**
 * The errors that have a cause of their own: the first of each line, and none of those that follow once the
 * parser has lost its way, when it finds every word unexpected.
 */
export const ownErrors = (
  errors: readonly YAMLError[],
  lineOf: (offset: number) => number,
): readonly YAMLError[] => {
  const exhausted = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  if (exhausted !== undefined) return [exhausted];
  const lost = errors.findIndex(({ message }, index) => index > 0 && message.includes(LOST));
  const known = lost === -1 ? errors : errors.slice(0, lost);
  const lines = known.map(({ pos: [start] }) => lineOf(start));
  return known.filter((_, index) => lines.indexOf(lines[index] ?? 0) === index);
};
