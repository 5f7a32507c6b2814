/** A URI pattern, taken apart. */
export interface UriTemplate {
  readonly parts: readonly UriPart[];
  /** Query parameters that the pattern itself states. */
  readonly query: readonly (readonly [name: string, value: string])[];
}

/** Literal text, or the name of a label. */
export type UriPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "label"; readonly name: string; readonly greedy: boolean };

const cache = new Map<string, UriTemplate>();

/**
 * Takes a URI pattern apart, such as `/backend/{AppId}/storage?mode=all`.
 *
 * @see https://smithy.io/2.0/spec/http-bindings.html#uri
 */
export function parseUriTemplate(pattern: string): UriTemplate {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  const [path = "", query = ""] = splitOnce(pattern, "?");
  const template: UriTemplate = { parts: parseParts(path), query: parseQuery(query) };
  cache.set(pattern, template);
  return template;
}

function parseParts(path: string): UriPart[] {
  return path
    .split(/(\{[^}]+\})/)
    .filter((text) => text !== "")
    .map((text) => (text.startsWith("{") ? parseLabel(text.slice(1, -1)) : { kind: "text", text }));
}

function parseLabel(text: string): UriPart {
  const greedy = text.endsWith("+");
  return { kind: "label", name: greedy ? text.slice(0, -1) : text, greedy };
}

function parseQuery(query: string): [string, string][] {
  const pairs = query.split("&").filter((pair) => pair !== "");
  return pairs.map((pair) => {
    const [name = "", value = ""] = splitOnce(pair, "=");
    return [decodeURIComponent(name), decodeURIComponent(value)];
  });
}

function splitOnce(text: string, separator: string): [string, string?] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
