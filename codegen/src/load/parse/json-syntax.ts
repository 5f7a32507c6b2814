/** Where a text stops being JSON. */
export interface JsonError {
  readonly offset: number;
  /** E.g. `expected a value, found "}"`. */
  readonly message: string;
}

const STRING = String.raw`"[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\0-\x1f]*)*"`;
const SCALAR = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null`;
const MARK = String.raw`[{}[\],:]`;

/** A string, another scalar, or a mark, with the white space before it. */
const TOKEN = new RegExp(String.raw`[\t\n\r ]*(?:(${STRING})|(${SCALAR})|(${MARK}))`, "uy");

/** What may come next, as a message says it. */
const EXPECTED = {
  value: "a value",
  firstItem: "a value or ]",
  firstKey: "a key in double quotes or }",
  key: "a key in double quotes",
  colon: "a colon",
  afterItem: "a comma or ]",
  afterMember: "a comma or }",
  end: "the end of the file",
} as const;

type State = keyof typeof EXPECTED;

/**
 * Finds the first place where a text is no JSON. The engine knows it too, but tells it in words, and with
 * places, that change from version to version.
 */
export const findJsonError = (text: string): JsonError | undefined => {
  const open: ("{" | "[")[] = [];
  let state: State = "value";
  TOKEN.lastIndex = 0;
  for (;;) {
    const start = TOKEN.lastIndex;
    const [, string, scalar, mark] = TOKEN.exec(text) ?? [];
    const token = string === undefined ? (scalar === undefined ? mark : "scalar") : "string";
    const next: State | undefined = token === undefined ? undefined : step(state, token, open);
    if (next === undefined) return errorAt(text, start, state);
    state = next;
  }
};

/** The state after a token; undefined where it may not stand. */
const step = (state: State, token: string, open: ("{" | "[")[]): State | undefined => {
  if (token === "]" && (state === "firstItem" || state === "afterItem")) return close(open);
  if (token === "}" && (state === "firstKey" || state === "afterMember")) return close(open);
  switch (state) {
    case "value":
    case "firstItem":
      if (token === "{" || token === "[") {
        open.push(token);
        return token === "{" ? "firstKey" : "firstItem";
      }
      return token === "string" || token === "scalar" ? after(open) : undefined;
    case "firstKey":
    case "key":
      return token === "string" ? "colon" : undefined;
    case "colon":
      return token === ":" ? "value" : undefined;
    case "afterItem":
      return token === "," ? "value" : undefined;
    case "afterMember":
      return token === "," ? "key" : undefined;
    default:
      return undefined;
  }
};

const close = (open: ("{" | "[")[]): State => {
  open.pop();
  return after(open);
};

/** What may follow on a whole value. */
const after = (open: readonly ("{" | "[")[]): State => {
  const around = open.at(-1);
  if (around === undefined) return "end";
  return around === "{" ? "afterMember" : "afterItem";
};

const errorAt = (text: string, start: number, state: State): JsonError | undefined => {
  const rest = text.slice(start).replace(/^[\t\n\r ]+/u, "");
  const offset = text.length - rest.length;
  if (rest === "") {
    return state === "end" ? undefined : { offset, message: `expected ${EXPECTED[state]}, found nothing` };
  }
  const [found = ""] = /^[\p{L}\p{N}_$.+-]{1,30}|^./su.exec(rest) ?? [];
  return { offset, message: `expected ${EXPECTED[state]}, found ${JSON.stringify(found)}` };
};
