import { encodePathSegment as encode } from "../protocol/encode-path.js";
import type { QueryParameterBag } from "./http-handler.js";

/** Writes a query for a URL: encoded and ordered by name, the values of a name as they are given. */
export function queryString(query: QueryParameterBag = {}): string {
  return write(query, ([name, values]) => (values === undefined ? [name] : pairs(name, values)));
}

/** Holds the signature of a request that is signed by its URL: no signature covers it. */
const SIGNATURE = /^x-amz-signature$/i;

/**
 * Writes a query as it is signed, where the values of a name are ordered, too. A parameter without a value is left out, as
 * in AWS's clients, and so is a signature.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
export function canonicalQuery(query: QueryParameterBag = {}): string {
  return write(query, ([name, values = []]) => (SIGNATURE.test(name) ? [] : pairs(name, values.sort())));
}

/** A name and its values, encoded. */
type Parameter = [name: string, values?: string[]];

function write(query: QueryParameterBag, toTexts: (parameter: Parameter) => string[]): string {
  const parameters = Object.entries(query).map(
    ([name, value]): Parameter =>
      value === null || value === undefined ? [encode(name)] : [encode(name), [value].flat().map(encode)],
  );
  return parameters
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(toTexts)
    .join("&");
}

function pairs(name: string, values: readonly string[]): string[] {
  return values.map((value) => `${name}=${value}`);
}
