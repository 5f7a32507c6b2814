import { ConfigurationError } from "../../errors/configuration-error.js";
import type { HttpRequest } from "../../transport/http-handler.js";
import type { HookRequest } from "./hooks.js";

/** What a hook must not change: the signed route has to be that of the operation and its input. */
const FIXED = ["method", "protocol", "hostname", "port", "path", "query"] as const;

/** Headers that decide where a request goes, how it is signed, where its body ends and how it is read. */
const FIXED_HEADERS = [
  ...["host", ":authority", "forwarded", "x-forwarded-host", "x-original-url", "x-rewrite-url"],
  ...["x-http-method", "x-http-method-override", "x-method-override"],
  ...["authorization", "date", "proxy-authorization"],
  ...["x-amz-content-sha256", "x-amz-date", "x-amz-security-token"],
  ...["connection", "content-encoding", "content-length", "content-type", "expect", "keep-alive"],
  ...["proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"],
];

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const TOKEN = /^[!#$%&'*+\-.^_`|~\w]+$/;

/** Other characters may be encoded differently in the signature and on the wire. */
const ASCII = /^[\t\x20-\x7e]*$/;

/**
 * Compares the request that a hook was given with the original.
 *
 * @returns the headers that the hook leaves, names in lower case; of two that differ in case only, the later counts
 * @throws {@link ConfigurationError} that names what must not be changed, never its value
 */
export function guardRequest(original: HttpRequest, changed: HookRequest): Record<string, string> {
  const field = FIXED.find((name) => JSON.stringify(original[name]) !== JSON.stringify(changed[name]));
  if (field !== undefined) throw refused(`the request's ${field}`);
  if (!sameBytes(original.body, changed.body)) throw refused("the request's body");
  const headers: Record<string, string> = Object.fromEntries(Object.entries(changed.headers).map(readHeader));
  const header = FIXED_HEADERS.find((name) => headers[name] !== original.headers[name]);
  if (header !== undefined) throw refused(`the header ${header}`);
  return headers;
}

function refused(what: string): ConfigurationError {
  return new ConfigurationError(
    `The hook onRequest changed ${what}. It may change headers only, and none that decides where a request goes, ` +
      "how it is signed or how its body is read.",
  );
}

function readHeader([name, value]: [string, unknown]): [string, string] {
  const lowerCase = name.toLowerCase();
  if (!TOKEN.test(name) && !FIXED_HEADERS.includes(lowerCase)) {
    throw new ConfigurationError(
      `The hook onRequest set a header whose name is no HTTP token: ${JSON.stringify(name)}.`,
    );
  }
  if (typeof value === "string" && ASCII.test(value)) return [lowerCase, value];
  throw new ConfigurationError(`The hook onRequest set the header ${name}, but not to a line of ASCII text.`);
}

function sameBytes(original: unknown, changed: unknown): boolean {
  if (!ArrayBuffer.isView(original)) return changed === undefined;
  if (!ArrayBuffer.isView(changed) || changed.byteLength !== original.byteLength) return false;
  const [left, right] = [bytesOf(original), bytesOf(changed)];
  return left.every((byte, index) => byte === right[index]);
}

/** The bytes of a view; not by its class, which may be of another realm. */
export function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
