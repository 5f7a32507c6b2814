import { hide } from "../common/printing.js";

/** A response of the service, as a whole. */
export interface RawHttpResponse {
  readonly statusCode: number;
  /** What stands beside the status; absent over HTTP/2. */
  readonly reason: string | undefined;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it came, but for its `content-encoding`: gzip and deflate are undone. Empty where it was larger than `maxResponseSize`. */
  readonly body: Uint8Array;
}

/** A response whose body has been read to its end. */
export interface RawResponse extends RawHttpResponse {
  /** What went wrong with the body, where it is of no use, such as being too large. */
  readonly bodyProblem?: string | undefined;
}

/** The headers of a response under names in lower case. */
export function lowerCaseHeaders(
  headers: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  const result: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(headers ?? {})) result[name.toLowerCase()] = String(value);
  return result;
}

/** Puts a response on what became of it: callers find it there, but logs and JSON do not. */
export function keepResponse<Target extends object>(
  target: Target,
  response: RawResponse | undefined,
): Target {
  if (response === undefined) return target;
  const { statusCode, reason, headers, body } = response;
  const value: RawHttpResponse = { statusCode, reason, headers: { ...headers }, body };
  hide(target, "$response", value);
  return target;
}
