import type { RawResponse } from "./raw-response.js";

/** Longest piece of a response that is quoted. */
const LONGEST_QUOTE = 100;

/** What a response is like, for messages: what its headers say, and not a word of its body. */
export function describeResponse({ headers, body, bodyProblem }: RawResponse): string {
  const encoding = headers["content-encoding"];
  const size = bodyProblem !== undefined && body.length === 0 ? [] : [`${body.length} bytes`];
  return [
    contentTypeOf(headers),
    ...(encoding === undefined ? [] : [`content-encoding ${quote(encoding)}`]),
    ...size,
  ].join(", ");
}

/** The type without its parameters. */
export function contentTypeOf(headers: RawResponse["headers"]): string {
  return quote(headers["content-type"]?.split(";")[0] ?? "no content type");
}

/** Where a redirect leads, without path, query and user: they may hold secrets. Undefined where it is none. */
export function redirectTargetOf({ statusCode, headers }: RawResponse): string | undefined {
  const location = headers["location"];
  if (location === undefined || statusCode < 300 || statusCode > 399) return undefined;
  try {
    // No host on the internet has such a name: it stands for the one that has answered.
    const { protocol, host } = new URL(location, "https://same.invalid");
    return host === "same.invalid" ? "another path of the same host" : quote(`${protocol}//${host}`);
  } catch {
    return "no valid place";
  }
}

/** Keeps control characters out of logs and terminals. */
export function quote(text: string): string {
  return text.slice(0, LONGEST_QUOTE).replace(/[^ -~]/g, "?");
}
