/** An error that any AWS service may answer with, whatever its model says. */
export interface CommonError {
  /** Name on the wire. */
  readonly name: string;
  readonly fault: "client" | "server";
  /** Usual HTTP status. */
  readonly status: number;
  readonly retryable?: { readonly throttling: boolean };
  readonly documentation: string;
}

/**
 * The errors that AWS's front door answers with before, or instead of, the service itself; sorted by name.
 *
 * Names are those that REST services with JSON bodies send, which for some differ by suffix from the documented ones.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
export const COMMON_ERRORS: readonly CommonError[] = [
  {
    name: "AccessDeniedException",
    fault: "client",
    status: 403,
    documentation: "The credentials are known, but no policy allows them this call.",
  },
  {
    name: "ExpiredTokenException",
    fault: "client",
    status: 403,
    documentation: "The session token of the credentials has expired: fetch new ones.",
  },
  {
    name: "IncompleteSignatureException",
    fault: "client",
    status: 403,
    documentation: "The request's signature lacks a part.",
  },
  {
    name: "InternalFailure",
    fault: "server",
    status: 500,
    documentation: "Something broke on AWS's side.",
  },
  {
    name: "InvalidSignatureException",
    fault: "client",
    status: 403,
    documentation:
      "The signature does not match: the secret key is wrong, the clock is off, or a proxy changed the request.",
  },
  {
    name: "MissingAuthenticationTokenException",
    fault: "client",
    status: 403,
    documentation: "The request was not signed, or its path belongs to no operation.",
  },
  {
    name: "RequestExpired",
    fault: "client",
    status: 400,
    documentation: "The request arrived too long after it was signed: check the clock.",
  },
  {
    name: "ServiceUnavailableException",
    fault: "server",
    status: 503,
    documentation: "The service cannot answer for now.",
  },
  {
    name: "ThrottlingException",
    fault: "client",
    status: 400,
    retryable: { throttling: true },
    documentation: "Too many calls in too short a time.",
  },
  {
    name: "UnrecognizedClientException",
    fault: "client",
    status: 403,
    documentation: "No such access key, or the session token does not belong to it.",
  },
];
