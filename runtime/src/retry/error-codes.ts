// As in AWS's clients, see CLOCK_SKEW_ERROR_CODES and the lists beside it in @smithy/core/retry.

/** Names under which AWS refuses a request whose date is too far off; it does so before anything else. */
export const REFUSED_FOR_ITS_DATE =
  /^(?:AuthFailure|InvalidSignatureException|RequestExpired|RequestInTheFuture|RequestTimeTooSkewed|SignatureDoesNotMatch)$/;

/** Names of errors for calls that come too often. */
export const THROTTLING =
  /^(?:BandwidthLimitExceeded|EC2ThrottledException|LimitExceededException|PriorRequestNotComplete|ProvisionedThroughputExceededException|RequestLimitExceeded|RequestThrottled(?:Exception)?|SlowDown|ThrottledException|Throttling(?:Exception)?|TooManyRequestsException|TransactionInProgressException)$/;

/** Names of errors that pass. */
export const TRANSIENT = /^(?:TimeoutError|RequestTimeout(?:Exception)?)$/;

/** Codes of the system for connections that fail or break. */
export const NETWORK =
  /^(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** The code of a stream of HTTP/2 that failed. */
export const FAILED_STREAM = "ERR_HTTP2_STREAM_ERROR";

/** Whether a server of HTTP/2 promises that it has done nothing. @see https://www.rfc-editor.org/rfc/rfc9113#section-8.7 */
export const isRefusedStream = (code: unknown, message: unknown): boolean =>
  code === FAILED_STREAM && String(message).includes("NGHTTP2_REFUSED_STREAM");

/** Whether a value is one of the names or codes. */
export const isOneOf = (names: RegExp, value: unknown): boolean =>
  typeof value === "string" && names.test(value);
