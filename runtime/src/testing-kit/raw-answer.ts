import type { HostResponse } from "../host/message.js";

/** An HTTP response as it is sent, for answers that are not the service's own or are broken. */
export interface RawAnswer {
  /** A whole number from 200 to 599. */
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Empty if left out. */
  readonly body?: string | Uint8Array;
}

const encoder = new TextEncoder();

/** What HTTP allows: names are tokens, and no value holds the end of a line. */
const isHeader = ([name, value]: readonly [string, unknown]): boolean =>
  /^[\w!#$%&'*+.^`|~-]+$/.test(name) && typeof value === "string" && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);

/** @throws TypeError if no server could answer like this */
export function writeRaw({ statusCode, headers = {}, body = "" }: RawAnswer): HostResponse {
  if (!Number.isInteger(statusCode) || statusCode < 200 || statusCode > 599) {
    throw new TypeError("statusCode must be a whole number from 200 to 599.");
  }
  if (!Object.entries(headers).every(isHeader)) throw new TypeError("headers must have texts of one line.");
  // Those of other realms count, too: Jest runs tests in one of their own.
  if (typeof body !== "string" && !ArrayBuffer.isView(body))
    throw new TypeError("body must be a text or bytes.");
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const bytes = typeof body === "string" ? encoder.encode(body) : body;
  return { statusCode, headers: Object.fromEntries(named), body: bytes };
}
