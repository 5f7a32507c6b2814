const TAG = /<(\/?)([A-Za-z][\w-]*)((?:\s[^<>]*)?)\/?>/g;
/** What shows that a text is HTML, as in AWS's models, and not CommonMark with a stray `<`. */
const HTML = /<(?:p|ul|ol|dl|li|note|important|fullname)>|<(?:code|a|b|i)\b[^<>]*>[^<]*<\/(?:code|a|b|i)>/i;
/** A code span or fenced block: what stands in it is no HTML. */
const CODE = /(`+)[\s\S]*?\1/g;
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: "&", apos: "'", gt: ">", hellip: "…", ldquo: "“", lsquo: "‘", lt: "<", mdash: "—" },
  ...{ nbsp: " ", ndash: "–", quot: '"', rdquo: "”", rsquo: "’" },
};

/** What has been written so far, and what it is written within. */
interface State {
  readonly markdown: string;
  /** Depth of lists. */
  readonly depth: number;
  readonly inCode: boolean;
  /** Where the links around the text lead; empty for anchors. */
  readonly links: readonly string[];
}

/** What a tag does; tags that are not listed are dropped, their contents kept. */
const TAGS: Readonly<Record<string, (state: State, closes: boolean, attributes: string) => State>> = {
  p: (state) => (state.depth > 0 ? append(state, " ") : append(state, "\n\n")),
  br: (state) => append(state, state.depth > 0 ? " " : "\n\n"),
  ul: list,
  ol: list,
  dl: list,
  li: item,
  dt: item,
  dd: (state, closes) => (closes ? state : append(state, " – ")),
  code,
  pre: code,
  a: link,
  b: (state) => mark(state, "**"),
  strong: (state) => mark(state, "**"),
  ...Object.fromEntries(
    ["h1", "h2", "h3", "h4", "note", "important", "div", "tr"].map((tag) => [tag, paragraph]),
  ),
};

/** Turns the HTML of AWS's models into CommonMark; a text without HTML is returned as it is. */
export function markdownFromHtml(text: string): string {
  if (!HTML.test(text.replace(CODE, ""))) return text;
  const source = text.replace(/<\?.*?\?>|<!--.*?-->/gs, "");
  let state: State = { markdown: "", depth: 0, inCode: false, links: [] };
  let end = 0;
  for (const match of source.matchAll(TAG)) {
    state = append(state, plain(source.slice(end, match.index), state.inCode));
    end = match.index + match[0].length;
    const [, slash, tag = "", attributes = ""] = match;
    const act = Object.hasOwn(TAGS, tag.toLowerCase()) ? TAGS[tag.toLowerCase()] : undefined;
    if (act !== undefined) state = act(state, slash === "/", attributes);
    else if (!isKnownTag(tag)) state = append(state, match[0]);
  }
  return tidy(append(state, plain(source.slice(end), state.inCode)).markdown);
}

const append = (state: State, text: string): State => ({ ...state, markdown: state.markdown + text });

function paragraph(state: State): State {
  return append(state, state.depth > 0 ? " " : "\n\n");
}

function list(state: State, closes: boolean): State {
  if (closes) return { ...append(state, "\n\n"), depth: Math.max(0, state.depth - 1) };
  return { ...append(state, state.depth > 0 ? "" : "\n"), depth: state.depth + 1 };
}

function item(state: State, closes: boolean): State {
  return closes ? state : append(state, `\n${"  ".repeat(Math.max(0, state.depth - 1))}- `);
}

function code(state: State, closes: boolean): State {
  if (closes !== state.inCode) return state;
  return { ...append(state, "`"), inCode: !closes };
}

function link(state: State, closes: boolean, attributes: string): State {
  if (state.inCode) return state;
  if (!closes) {
    const url = /href\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1]?.trim() ?? "";
    return { ...append(state, url === "" ? "" : "["), links: [...state.links, url] };
  }
  const url = state.links.at(-1) ?? "";
  const closed = { ...state, links: state.links.slice(0, -1) };
  return url === "" ? closed : append(closed, `](${url.replace(/\s/g, "%20")})`);
}

const mark = (state: State, sign: string): State => (state.inCode ? state : append(state, sign));

const isKnownTag = (tag: string): boolean =>
  /^(?:i|em|u|span|sup|sub|table|tbody|thead|td|th|fullname|title|caption|img|para|body|html)$/i.test(tag);

function plain(text: string, inCode: boolean): string {
  const decoded = text
    .replace(/\s+/g, " ")
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal, hex, name) => {
      if (decimal !== undefined) return String.fromCodePoint(Number.parseInt(decimal, 10));
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return ENTITIES[String(name).toLowerCase()] ?? entity;
    });
  return inCode ? decoded.replaceAll("`", "'") : decoded;
}

function tidy(markdown: string): string {
  return markdown
    .replace(/\*\*\s*\*\*|``|\[\s*\]\([^)]*\)/g, "")
    .replace(/\[ +/g, "[")
    .replace(/ +\]\(/g, "](")
    .replace(/[ \t]+$/gm, "")
    .replace(/^( *- ) +/gm, "$1")
    .replace(/^ +(?!- )(?! )/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
