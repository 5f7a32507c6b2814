import { type Steps, settle } from "../common/steps.js";
import type { AwsCredentialIdentity } from "../credentials/identity.js";
import { encodeGreedyLabel } from "../protocol/encode-path.js";
import { setKey } from "../protocol/shape-access.js";
import type { HttpRequest } from "../transport/http-handler.js";
import { canonicalQuery } from "../transport/query-string.js";
import type { HashConstructor } from "./hash.js";
import { signingKey } from "./signing-key.js";

const ALGORITHM = "AWS4-HMAC-SHA256";

/** Says what the body hashes to; who sets it has hashed the body before. */
const PAYLOAD_HASH = "x-amz-content-sha256";

/** The hash of no body at all. */
const EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Headers that signing sets; the request may already have them, in any case. */
const MADE_ANEW = /^(?:authorization|x-amz-date|date)$/i;

/**
 * Headers that proxies and platforms change on the way; the list is that of AWS's clients. Judged here and not by
 * `getCanonicalHeaders`, which takes three times as long.
 */
const UNSIGNED =
  /^(?:authorization|cache-control|connection|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|transfer-encoding|upgrade|user-agent|x-amzn-trace-id|proxy-.*|sec-.*)$/;

/** Blanks that are not written so in what is signed; most values have none. */
const LOOSE_BLANKS = /[\t\r\n]| {2}|^ | $/;

/** What a signature is made with. */
export interface SigningOptions {
  readonly identity: AwsCredentialIdentity;
  readonly region: string;
  /** Name that the service goes by in signatures. */
  readonly signingName: string;
  /** The time that the service believes it to be. */
  readonly date: Date;
  readonly sha256: HashConstructor;
  /** Whether the path is encoded once more in what is signed. */
  readonly escapePath: boolean;
}

/**
 * Signs a request with AWS's Signature Version 4, set up as AWS's clients set it up. Nothing of the request may change
 * afterwards.
 *
 * @returns a copy with `authorization`, `x-amz-date`, `x-amz-content-sha256` and maybe `x-amz-security-token`
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export function* signRequest(unsigned: HttpRequest, options: SigningOptions): Steps<HttpRequest> {
  const { identity, region, signingName, sha256 } = options;
  const time = timeOf(options.date);
  const day = time.slice(0, 8);
  const headers = yield* prepareHeaders(unsigned, time, options);
  const request = { ...unsigned, headers };
  const signedHeaders = canonicalHeaders(headers);
  const names = Object.keys(signedHeaders).sort();
  const canonicalRequest = [
    request.method,
    options.escapePath ? encodeGreedyLabel(request.path) : request.path,
    canonicalQuery(request.query),
    ...names.map((name) => `${name}:${signedHeaders[name]}`),
    "",
    names.join(";"),
    signedHeaders[PAYLOAD_HASH],
  ].join("\n");
  const scope = `${day}/${region}/${signingName}/aws4_request`;
  const hash = yield* settle(digest(sha256, canonicalRequest));
  // After the hash: where both fail at the same time, nobody hears of the second failure, which ends a process.
  const key = yield* settle(signingKey(sha256, identity, scope));
  const text = [ALGORITHM, time, scope, hash].join("\n");
  const signature = yield* settle(digest(sha256, text, key));
  headers["authorization"] =
    `${ALGORITHM} Credential=${identity.accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return request;
}

/** The last time that was written: hundreds of requests share a second. */
let last = { second: Number.NaN, text: "" };

function timeOf(date: Date): string {
  const second = Math.floor(date.getTime() / 1000);
  if (second !== last.second) last = { second, text: date.toISOString().replace(/[-:]|\.\d{3}/g, "") };
  return last.text;
}

/** The request's headers and those that signing adds, but for the signature. */
function* prepareHeaders(
  { headers, body }: HttpRequest,
  time: string,
  { identity: { sessionToken }, sha256 }: SigningOptions,
): Steps<Record<string, string>> {
  const prepared: Record<string, string> = {};
  let isHashed = false;
  for (const [name, value] of Object.entries(headers)) {
    if (!MADE_ANEW.test(name)) setKey(prepared, name, value);
    isHashed ||= name.toLowerCase() === PAYLOAD_HASH;
  }
  prepared["x-amz-date"] = time;
  if (sessionToken) prepared["x-amz-security-token"] = sessionToken;
  if (!isHashed) {
    // The protocol makes bytes, and nothing else.
    prepared[PAYLOAD_HASH] =
      body === undefined ? EMPTY_HASH : yield* settle(digest(sha256, body as Uint8Array));
  }
  return prepared;
}

/** The headers that are signed, with names in lower case, and blanks as every proxy leaves them. */
function canonicalHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const canonical: Record<string, string> = {};
  // The order decides between names that differ in case only, which are one.
  for (const name of Object.keys(headers).sort()) {
    const lowerCase = name.toLowerCase();
    const value = headers[name];
    if (value !== undefined && !UNSIGNED.test(lowerCase)) {
      setKey(canonical, lowerCase, LOOSE_BLANKS.test(value) ? foldBlanks(value) : value);
    }
  }
  return canonical;
}

function foldBlanks(value: string): string {
  return value.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
}

/** @param key - makes it an HMAC */
function digest(
  sha256: HashConstructor,
  data: string | Uint8Array,
  key?: Uint8Array,
): string | Promise<string> {
  return sha256.hexOf?.(data, key) ?? digestInTime(sha256, data, key);
}

async function digestInTime(
  sha256: HashConstructor,
  data: string | Uint8Array,
  key: Uint8Array | undefined,
): Promise<string> {
  const hash = new sha256(key);
  hash.update(typeof data === "string" ? new TextEncoder().encode(data) : data);
  return toHex(await hash.digest());
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
