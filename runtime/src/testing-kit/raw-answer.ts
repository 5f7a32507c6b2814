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

/** @throws TypeError if `statusCode` is not a whole number from 200 to 599 */
export function writeRaw({ statusCode, headers = {}, body = "" }: RawAnswer): HostResponse {
  if (!Number.isInteger(statusCode) || statusCode < 200 || statusCode > 599) {
    throw new TypeError("statusCode must be a whole number from 200 to 599.");
  }
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const bytes = typeof body === "string" ? encoder.encode(body) : body;
  return { statusCode, headers: Object.fromEntries(named), body: bytes };
}
