import type { HttpRequest } from "../transport/http-handler.js";

/** What a signer is told about a request. */
export interface RequestSigningOptions {
  /** The time that the service believes it to be. */
  readonly signingDate?: Date;
  readonly signingRegion?: string;
  /** Name that the service goes by in signatures. */
  readonly signingService?: string;
}

/** Signs requests: Smithy's interface, so that signers of that ecosystem fit. */
export interface RequestSigner {
  /** Answers with a signed copy; nothing of it may change afterwards. */
  sign(request: HttpRequest, options?: RequestSigningOptions): Promise<HttpRequest>;
}
