/** Finds the query parameters that a URI pattern itself states, such as `mode` of `/backend/{AppId}/storage?mode=all`. */
export function parseUriQuery(pattern: string): [name: string, value: string][] {
  const [, query = ""] = splitOnce(pattern, "?");
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
