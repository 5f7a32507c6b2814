import type { HostResponse } from "../host/message.js";

/** An answer as it goes over the wire: of a gateway, or broken. */
export interface RawAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Empty if left out. */
  readonly body?: string | Uint8Array;
}

const encoder = new TextEncoder();

/** @throws TypeError if no server could answer so */
export function writeRaw({ statusCode, headers = {}, body = "" }: RawAnswer): HostResponse {
  if (!Number.isInteger(statusCode) || statusCode < 200 || statusCode > 599) {
    throw new TypeError("statusCode must be a whole number from 200 to 599.");
  }
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const bytes = typeof body === "string" ? encoder.encode(body) : body;
  return { statusCode, headers: Object.fromEntries(named), body: bytes };
}
