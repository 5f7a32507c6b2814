import { asForeignError, errorChain, type ForeignError } from "../common/error-chain.js";
import { NetworkError, type NetworkPhase } from "../errors/network-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { hideParts, isNoHttp } from "./hide-parts.js";

/** Where a failure happened, as far as its code tells. */
const PHASES: Readonly<Record<string, NetworkPhase>> = {
  ENOTFOUND: "lookup",
  EAI_AGAIN: "lookup",
  ECONNREFUSED: "connect",
};

/** Codes of timers that ran out: the system's, and those of undici and so of Node's `fetch`. */
const TIMEOUT_CODE = /^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/;

/** Codes of certificates that cannot be trusted, and of a TLS handshake that failed. */
const TLS_CODE =
  /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|HOSTNAME_MISMATCH|EPROTO$)/;

/**
 * Puts what a handler fails with into an error of our own, by what the system says about it.
 *
 * @param received - whether the head of a response had come
 */
export function systemFailure(error: unknown, received: boolean): NetworkError | TimeoutError {
  hideParts(error);
  const origin = findOrigin(error);
  const code = typeof origin.code === "string" ? origin.code : undefined;
  // Smithy's handler also calls a dropped connection a TimeoutError: only without a code is it one.
  if (isTimeout(error, code)) return timeout(error, origin, received);
  const isAnswer = received || errorChain(error).some(isNoHttp);
  const phase = phaseOf(origin, code, isAnswer);
  return new NetworkError(describe(phase, code), { phase, code, cause: error });
}

function isTimeout(error: unknown, code: string | undefined): boolean {
  if (code !== undefined) return TIMEOUT_CODE.test(code);
  const { name, message } = asForeignError(error);
  // Smithy's handler for HTTP/2 gives this name to a dropped connection.
  return name === "TimeoutError" && !/did not get a response/.test(String(message));
}

function timeout(error: unknown, origin: ForeignError, received: boolean): TimeoutError {
  const limit = readLimit(error);
  return isConnecting(origin) && !received
    ? connectionTooSlow(limit, error)
    : new TimeoutError("The service did not answer in time.", { phase: "attempt", limit, cause: error });
}

/** A connection that takes longer than it may; nothing was sent. @param limit - milliseconds */
export function connectionTooSlow(limit: number | undefined, cause?: unknown): TimeoutError {
  return new TimeoutError("The connection was not set up in time.", { phase: "connect", limit, cause });
}

/** The system gives up by itself, or a handler does; Smithy's only says in words what it was waiting for. */
function isConnecting({ code, syscall, message }: ForeignError): boolean {
  return (
    syscall === "connect" ||
    code === "UND_ERR_CONNECT_TIMEOUT" ||
    /establish a connection/.test(String(message))
  );
}

/** The limit that a handler of Smithy's has passed: it, too, stands in words only. */
function readLimit(error: unknown): number | undefined {
  const [, limit] = /(\d+) ms/.exec(String(asForeignError(error).message)) ?? [];
  return limit === undefined ? undefined : Number(limit);
}

function phaseOf(origin: ForeignError, code: string | undefined, received: boolean): NetworkPhase {
  if (received) return "receive";
  if (code === undefined) return "unknown";
  if (TLS_CODE.test(code)) return "tls";
  return PHASES[code] ?? (origin.syscall === "connect" ? "connect" : "unknown");
}

function describe(phase: NetworkPhase, code: string | undefined): string {
  const why = code === undefined ? "" : ` (${code})`;
  switch (phase) {
    case "lookup":
      return `The host's name could not be looked up${why}.`;
    case "connect":
      return `The connection could not be set up${why}.`;
    case "tls":
      return `The connection could not be secured${why}.`;
    case "receive":
      return `The connection broke while the response came${why}.`;
    default:
      return `The connection failed${why}; the service may have executed the call.`;
  }
}

/** The innermost error that has a code: `fetch` wraps what happened. */
function findOrigin(error: unknown): ForeignError {
  const withCode = errorChain(error).filter(({ code }) => typeof code === "string");
  return withCode.at(-1) ?? asForeignError(error);
}
