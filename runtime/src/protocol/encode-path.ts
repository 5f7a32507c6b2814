/** Nothing to encode: so are nearly all segments, and paths that are encoded before. */
const UNRESERVED = /^[\w.~-]*$/;
const UNRESERVED_PATH = /^[\w.~/-]*$/;

/**
 * Percent-encodes one segment of a path, leaving only what RFC 3986 calls unreserved, as Smithy demands.
 * No URL parser changes the result.
 *
 * @see https://smithy.io/2.0/spec/http-bindings.html#httplabel-serialization-rules
 */
export function encodePathSegment(text: string): string {
  return UNRESERVED.test(text)
    ? text
    : encodeURIComponent(text).replace(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      );
}

/** Percent-encodes a greedy label: its slashes stay. */
export function encodeGreedyLabel(text: string): string {
  return UNRESERVED_PATH.test(text) ? text : text.split("/").map(encodePathSegment).join("/");
}
