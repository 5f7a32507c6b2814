/** One segment of a URI pattern: a literal, or a label in braces. */
export type UriSegment =
  | { readonly kind: "literal"; readonly text: string }
  /** A greedy label (`{Key+}`) takes slashes too. */
  | { readonly kind: "label"; readonly name: string; readonly greedy: boolean };

/** A URI pattern, taken apart. @see https://smithy.io/2.0/spec/http-bindings.html#uri */
export interface HttpUri {
  readonly segments: readonly UriSegment[];
  /** Query parameters that are part of the pattern; without `=` the value is undefined. */
  readonly query: readonly { readonly name: string; readonly value: string | undefined }[];
}

/** A pattern taken apart, and what is wrong with it: each completes "the URI …". */
export interface ParsedHttpUri {
  readonly uri: HttpUri;
  readonly problems: readonly string[];
}

const LABEL = /^\{([A-Za-z_][A-Za-z0-9_]*)(\+?)\}$/u;

/** Takes a URI pattern apart; what cannot be read is among the problems, never thrown. */
export const parseHttpUri = (pattern: string): ParsedHttpUri => {
  const [path = "", ...queries] = pattern.split("?");
  const written = path.replace(/^\//u, "");
  const segments = (written === "" ? [] : written.split("/")).map(parseSegment);
  const problems = [
    ...(path.startsWith("/") ? [] : ["does not begin with a slash"]),
    ...(path.includes("#") || queries.length > 1 ? ['has a fragment or a second "?"'] : []),
    ...(path.length > 1 && written.split("/").slice(0, -1).includes("") ? ["has an empty segment"] : []),
    ...segments.flatMap(segmentProblems),
    ...labelProblems(segments),
    ...(queries.join("").includes("{") ? ["has a label in its query"] : []),
  ];
  return { uri: { segments, query: parseQuery(queries[0]) }, problems };
};

/** The names of a pattern's labels, in order. */
export const labelNames = ({ segments }: HttpUri): readonly string[] =>
  segments.flatMap((segment) => (segment.kind === "label" ? [segment.name] : []));

/** The labels of a host prefix such as `{Bucket}.data.`. */
export const hostLabelNames = (hostPrefix: string): readonly string[] =>
  [...hostPrefix.matchAll(/\{([^{}]*)\}/gu)].map(([, name]) => name ?? "");

const parseSegment = (text: string): UriSegment => {
  const [, name, plus] = LABEL.exec(text) ?? [];
  return name === undefined ? { kind: "literal", text } : { kind: "label", name, greedy: plus === "+" };
};

const segmentProblems = (segment: UriSegment): string[] => {
  if (segment.kind === "label") return [];
  if (/[{}]/u.test(segment.text)) {
    return [`has "${segment.text}" where a label like {Name} or {Name+} must be a whole segment`];
  }
  if (segment.text === "." || segment.text === "..") return [`has the segment "${segment.text}"`];
  return /^[A-Za-z0-9\-._~!$&'()*+,;=:@%]*$/u.test(segment.text)
    ? []
    : [`has "${segment.text}", which must be encoded`];
};

const labelProblems = (segments: readonly UriSegment[]): string[] => {
  const labels = segments.flatMap((segment) => (segment.kind === "label" ? [segment] : []));
  const names = labels.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const greedy = labels.filter((label) => label.greedy);
  return [
    ...[...new Set(twice)].map((name) => `has the label {${name}} twice`),
    ...(greedy.length > 1 ? ["has more than one greedy label"] : []),
    ...(greedy.length === 1 && labels.at(-1) !== greedy[0] ? ["has a label after its greedy label"] : []),
  ];
};

const parseQuery = (query = ""): HttpUri["query"] =>
  query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.length === 0 ? undefined : value.join("=") };
    });
