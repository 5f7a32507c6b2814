import { toHex } from "@smithy/core/serde";
import {
  ALGORITHM_IDENTIFIER,
  AMZ_DATE_HEADER,
  AUTH_HEADER,
  createScope,
  getCanonicalHeaders,
  getPayloadHash,
  getSigningKey,
  hasHeader,
  prepareRequest,
  SHA256_HEADER,
  SignatureV4Base,
  TOKEN_HEADER,
} from "@smithy/signature-v4";
import type { AwsCredentialIdentity } from "../credentials/identity.js";
import type { HttpRequest } from "../transport/http-handler.js";
import type { HashConstructor } from "./hash.js";

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
export async function signRequest(request: HttpRequest, options: SigningOptions): Promise<HttpRequest> {
  return new RequestSigner(options).sign(request, options) as Promise<HttpRequest>;
}

type Prepared = ReturnType<typeof prepareRequest>;

/**
 * Puts Smithy's parts together. Its own signer can presign and sign events, too, which no bundler can drop. And it derives
 * the key while it hashes the request: where both fail, nobody hears of the second failure, which ends a process.
 */
class RequestSigner extends SignatureV4Base {
  readonly #credentials: Parameters<typeof getSigningKey>[1];

  constructor({ identity, region, signingName, sha256, escapePath }: SigningOptions) {
    const { accessKeyId, secretAccessKey, sessionToken } = identity;
    const credentials = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
    super({ credentials, region, service: signingName, sha256, uriEscapePath: escapePath });
    this.#credentials = credentials;
  }

  async sign(
    unsigned: HttpRequest,
    { region, signingName, date, sha256 }: SigningOptions,
  ): Promise<Prepared> {
    const { accessKeyId, sessionToken } = this.#credentials;
    const { longDate, shortDate } = this.formatDate(date);
    const request = prepareRequest(unsigned);
    request.headers[AMZ_DATE_HEADER] = longDate;
    if (sessionToken) request.headers[TOKEN_HEADER] = sessionToken;
    const payloadHash = await getPayloadHash(request, sha256);
    if (!hasHeader(SHA256_HEADER, request.headers)) request.headers[SHA256_HEADER] = payloadHash;
    const headers = getCanonicalHeaders(request);
    const scope = createScope(shortDate, region, signingName);
    const text = await this.createStringToSign(
      longDate,
      scope,
      this.createCanonicalRequest(request, headers, payloadHash),
      ALGORITHM_IDENTIFIER,
    );
    const key = await getSigningKey(sha256, this.#credentials, shortDate, region, signingName);
    const hash = new sha256(key);
    hash.update(new TextEncoder().encode(text));
    request.headers[AUTH_HEADER] = [
      `${ALGORITHM_IDENTIFIER} Credential=${accessKeyId}/${scope}`,
      `SignedHeaders=${this.getCanonicalHeaderList(headers)}`,
      `Signature=${toHex(await hash.digest())}`,
    ].join(", ");
    return request;
  }
}
