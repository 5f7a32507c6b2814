import { unfitEndpoint } from "./unfit-endpoint.js";

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const NAME = /^[!#$%&'*+\-.^_`|~\w]+$/;

/** Printable, with blanks inside at most: anything else could end the header. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Reads the headers of an endpoint, into names in lower case. @throws ConfigurationError where one cannot be sent */
export function readHeaders(
  headers: Readonly<Record<string, string | readonly string[]>>,
): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const text: unknown = Array.isArray(value) ? value.join(", ") : value;
    if (!NAME.test(name) || typeof text !== "string" || !VALUE.test(text))
      throw unfitEndpoint("has a header that cannot be sent");
    read[name.toLowerCase()] = text;
  }
  return read;
}
