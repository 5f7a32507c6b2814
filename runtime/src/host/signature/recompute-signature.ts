// The one in JavaScript runs everywhere; the host is one build for all platforms.
import { Sha256Js } from "@smithy/core/checksum";
import { createScope, getCanonicalHeaders, SignatureV4 } from "@smithy/signature-v4";
import type { HttpRequest } from "@smithy/types";
import type { HostRequest } from "../message.js";
import type { AuthorizationHeader } from "./authorization-header.js";
import type { HostCredentials } from "./credentials.js";

const ALGORITHM = "AWS4-HMAC-SHA256";

/**
 * The signature that a caller with these credentials would give this very request, over the headers that it
 * says it has signed and the body that came in.
 *
 * @param signedAt - the request's own date; its day is the one of the header's scope
 */
export const recomputeSignature = (
  request: HostRequest,
  header: AuthorizationHeader,
  credentials: HostCredentials,
  signedAt: Date,
): Promise<string> => new Recomputer(header, credentials).recompute(request, header, signedAt);

/** The signer itself, opened where it joins its steps: it would choose the headers to sign on its own. */
class Recomputer extends SignatureV4 {
  constructor(header: AuthorizationHeader, credentials: HostCredentials) {
    super({
      service: header.service,
      region: header.region,
      credentials: { accessKeyId: credentials.accessKeyId, secretAccessKey: credentials.secretAccessKey },
      sha256: Sha256Js,
    });
  }

  async recompute(request: HostRequest, header: AuthorizationHeader, signedAt: Date): Promise<string> {
    const received = receivedRequest(request, header.signedHeaders);
    const canonicalHeaders = getCanonicalHeaders(received, undefined, new Set(header.signedHeaders));
    const { longDate, shortDate } = this.formatDate(signedAt);
    const stringToSign = await this.createStringToSign(
      longDate,
      createScope(shortDate, header.region, header.service),
      this.createCanonicalRequest(received, canonicalHeaders, await hashBody(request.body)),
      ALGORITHM,
    );
    return this.sign(stringToSign, { signingDate: signedAt });
  }
}

const receivedRequest = (request: HostRequest, signedHeaders: readonly string[]): HttpRequest => ({
  method: request.method,
  protocol: "https:",
  hostname: "",
  path: request.path,
  query: Object.fromEntries(
    Object.entries(request.query).map(([name, value]) => [
      name,
      typeof value === "string" ? value : [...value],
    ]),
  ),
  headers: Object.fromEntries(signedHeaders.map((name) => [name, request.headers[name] ?? ""])),
});

/** Always of the body that came, whatever `x-amz-content-sha256` claims: a changed body must not pass. */
const hashBody = async (body: Uint8Array): Promise<string> => {
  const hash = new Sha256Js();
  hash.update(body);
  return [...(await hash.digest())].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};
