/** A label of a path, in place of which a value goes. */
export interface UriLabel {
  readonly name: string;
  /** Whether the value may span several segments. */
  readonly greedy: boolean;
}

/** Literal text, or a label. */
export type UriPart = string | UriLabel;

const cache = new Map<string, readonly UriPart[]>();

/**
 * Splits the path of a URI pattern, such as `/backend/{AppId}/storage?mode=all`, into its parts.
 *
 * @see https://smithy.io/2.0/spec/http-bindings.html#uri
 */
export function parseUriPath(pattern: string): readonly UriPart[] {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  const [path = ""] = pattern.split("?");
  // Every second piece is what the expression catches.
  const parts = path
    .split(/\{([^}]+)\}/)
    .map((text, index) =>
      index % 2 === 0 ? text : { name: text.replace("+", ""), greedy: text.endsWith("+") },
    );
  cache.set(pattern, parts);
  return parts;
}
