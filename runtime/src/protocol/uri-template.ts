/** Literal text, or the name of a label. */
export type UriPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "label"; readonly name: string; readonly greedy: boolean };

const cache = new Map<string, readonly UriPart[]>();

/**
 * Takes the path of a URI pattern apart, such as `/backend/{AppId}/storage?mode=all`.
 *
 * @see https://smithy.io/2.0/spec/http-bindings.html#uri
 */
export function parseUriPath(pattern: string): readonly UriPart[] {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  const [path = ""] = pattern.split("?");
  // Every second piece is what the expression catches.
  const pieces = path.split(/\{([^}]+)\}/).map((text, index) => (index % 2 === 1 ? parseLabel(text) : text));
  const parts = pieces.flatMap((piece): UriPart[] => {
    if (typeof piece !== "string") return [piece];
    return piece === "" ? [] : [{ kind: "text", text: piece }];
  });
  cache.set(pattern, parts);
  return parts;
}

function parseLabel(text: string): UriPart {
  const greedy = text.endsWith("+");
  return { kind: "label", name: greedy ? text.slice(0, -1) : text, greedy };
}
