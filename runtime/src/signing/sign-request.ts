import { toHex } from "@smithy/core/serde";
import { createScope, getCanonicalHeaders, getCanonicalQuery } from "@smithy/signature-v4";
import type { AwsCredentialIdentity } from "../credentials/identity.js";
import { encodeGreedyLabel } from "../protocol/encode-path.js";
import { setKey } from "../protocol/shape-access.js";
import type { HttpRequest } from "../transport/http-handler.js";
import type { HashConstructor } from "./hash.js";
import { signingKey } from "./signing-key.js";

const ALGORITHM = "AWS4-HMAC-SHA256";

/** Says what the body hashes to; who sets it has hashed the body before. */
const PAYLOAD_HASH = "x-amz-content-sha256";

/** The hash of no body at all. */
const EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Headers that signing sets; the request may already have them, in any case. */
const MADE_ANEW = /^(?:authorization|x-amz-date|date)$/i;

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
export async function signRequest(unsigned: HttpRequest, options: SigningOptions): Promise<HttpRequest> {
  const { identity, region, signingName, sha256 } = options;
  const time = options.date.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const day = time.slice(0, 8);
  const headers = await prepareHeaders(unsigned, time, options);
  const request = { ...unsigned, headers };
  const signedHeaders = getCanonicalHeaders(request);
  const names = Object.keys(signedHeaders).sort();
  const canonicalRequest = [
    request.method,
    options.escapePath ? encodeGreedyLabel(request.path) : request.path,
    getCanonicalQuery(request),
    ...names.map((name) => `${name}:${signedHeaders[name]}`),
    "",
    names.join(";"),
    signedHeaders[PAYLOAD_HASH],
  ].join("\n");
  const scope = createScope(day, region, signingName);
  const hash = await digest(sha256, new TextEncoder().encode(canonicalRequest));
  // After the hash: where both fail at the same time, nobody hears of the second failure, which ends a process.
  const key = await signingKey(sha256, identity, scope);
  const text = [ALGORITHM, time, scope, hash].join("\n");
  const signature = await digest(sha256, new TextEncoder().encode(text), key);
  headers["authorization"] =
    `${ALGORITHM} Credential=${identity.accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return request;
}

/** The request's headers and those that signing adds, but for the signature. */
async function prepareHeaders(
  { headers, body }: HttpRequest,
  time: string,
  { identity: { sessionToken }, sha256 }: SigningOptions,
): Promise<Record<string, string>> {
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
    prepared[PAYLOAD_HASH] = body === undefined ? EMPTY_HASH : await digest(sha256, body as Uint8Array);
  }
  return prepared;
}

/** @param key - makes it an HMAC */
async function digest(sha256: HashConstructor, data: Uint8Array, key?: Uint8Array): Promise<string> {
  const hash = new sha256(key);
  hash.update(data);
  return toHex(await hash.digest());
}
