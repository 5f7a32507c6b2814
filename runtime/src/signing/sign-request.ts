import { SignatureV4 } from "@smithy/signature-v4";
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
  const { sessionToken, accessKeyId, secretAccessKey } = options.identity;
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
    region: options.region,
    service: options.signingName,
    sha256: options.sha256,
    uriEscapePath: options.escapePath,
  });
  return signer.sign(request, { signingDate: options.date }) as Promise<HttpRequest>;
}
