import type { HttpRequest } from "../transport/http-handler.js";

/** What a signer is told about a request. */
export interface RequestSigningOptions {
  /** The time that the service believes it to be. Region and service are up to the signer. */
  readonly signingDate?: Date;
}

/** A request as signers of that ecosystem answer with it: some of them leave out the query. */
export type SignedRequest = Omit<HttpRequest, "query"> & Partial<Pick<HttpRequest, "query">>;

/** Signs requests: Smithy's interface, so that signers of that ecosystem fit. */
export interface RequestSigner {
  /** Answers with a signed copy; nothing of it may change afterwards. */
  sign(request: HttpRequest, options?: RequestSigningOptions): Promise<SignedRequest>;
}
