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

/** Errors that one slip brings to every line after it: of indentation, or a bracket that is not closed. */
const SPREADING: ReadonlyMap<YAMLError["code"], "indentation" | "brackets"> = new Map([
  ["BAD_INDENT", "indentation"],
  ["BLOCK_AS_IMPLICIT_KEY", "indentation"],
  ["MULTILINE_IMPLICIT_KEY", "indentation"],
  ["BLOCK_IN_FLOW", "brackets"],
  ["MISSING_CHAR", "brackets"],
]);

/** How the parser begins to complain when it no longer knows where it is. */
const LOST = "in YAML stream";

/** What a syntax error says to the author of a model; one line. */
export const tellSyntaxError = ({ code, message }: YAMLError): Told => {
  const [first = message] = message.split("\n", 1);
  const own = OWN_WORDS.get(code);
  if (own !== undefined) return own;
  if (SPREADING.get(code) === "indentation") {
    return { message: first, help: "Look at the indentation of this line and of those before it." };
  }
  const help = 'Quote a text that has one of { } [ ] , # in it, or ": ".';
  return code === "UNEXPECTED_TOKEN" ? { message: first, help } : { message: first };
};

/**
 * The errors that have a cause of their own: the first of each line and of each cause that spreads, and none
 * of those that follow once the parser has lost its way, when it finds every word unexpected.
 */
export const ownErrors = (
  errors: readonly YAMLError[],
  lineOf: (offset: number) => number,
): readonly YAMLError[] => {
  const exhausted = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  if (exhausted !== undefined) return [exhausted];
  const lost = errors.findIndex(({ message }, index) => index > 0 && message.includes(LOST));
  const known = lost === -1 ? errors : errors.slice(0, lost);
  return firstOfEach(
    firstOfEach(known, ({ pos: [start] }) => lineOf(start)),
    ({ code }) => SPREADING.get(code),
  );
};

/** Leaves out what has the same cause as something before it; undefined is no cause. */
const firstOfEach = <Value>(
  values: readonly Value[],
  causeOf: (value: Value) => unknown,
): readonly Value[] => {
  const causes = values.map(causeOf);
  return values.filter((_, index) => causes[index] === undefined || causes.indexOf(causes[index]) === index);
};
