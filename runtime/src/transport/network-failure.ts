import { NetworkError, type NetworkPhase } from "../errors/network-error.js";
import { TimeoutError } from "../errors/timeout-error.js";

/** Where a failure happened, as far as its code tells. */
const PHASES: Readonly<Record<string, NetworkPhase>> = {
  ENOTFOUND: "lookup",
  EAI_AGAIN: "lookup",
  ECONNREFUSED: "connect",
};

/** Codes of certificates that cannot be trusted, and of a TLS handshake that failed. */
const TLS_CODE =
  /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|HOSTNAME_MISMATCH|EPROTO$)/;

const MAX_CAUSES = 10;

/** What is asked of an error, whatever class it has: across realms `instanceof` does not hold. */
interface ErrorLike {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/**
 * Puts what a handler fails with into an error of our own.
 *
 * @param received - whether the head of a response had come
 */
export function networkFailure(error: unknown, received: boolean): NetworkError | TimeoutError {
  const origin = findOrigin(error);
  const code = typeof origin.code === "string" ? origin.code : undefined;
  // Smithy's handler also calls a dropped connection a TimeoutError: only without a code is it one.
  if (isTimeout(error, code)) return timeout(error, origin, received);
  const phase = phaseOf(origin, code, received);
  return new NetworkError(describe(phase, code), { phase, code, cause: error });
}

function isTimeout(error: unknown, code: string | undefined): boolean {
  return asErrorLike(error).name === "TimeoutError" && (code === undefined || code === "ETIMEDOUT");
}

function timeout(error: unknown, { syscall, message }: ErrorLike, received: boolean): TimeoutError {
  // The system gives up by itself, or Smithy's handler does, which only says so in words.
  const connecting = !received && (syscall === "connect" || /establish a connection/.test(String(message)));
  return connecting
    ? new TimeoutError("The connection was not set up in time.", { phase: "connect", cause: error })
    : new TimeoutError("The service did not answer in time.", { phase: "attempt", cause: error });
}

function phaseOf(origin: ErrorLike, code: string | undefined, received: boolean): NetworkPhase {
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

/** The innermost error that has a code: `fetch` wraps what happened, and several addresses give several errors. */
function findOrigin(error: unknown): ErrorLike {
  let origin = asErrorLike(error);
  let current = origin;
  for (let depth = 0; depth < MAX_CAUSES; depth++) {
    if (typeof current.code === "string") origin = current;
    const next = current.cause ?? (Array.isArray(current.errors) ? current.errors[0] : undefined);
    if (typeof next !== "object" || next === null) break;
    current = next;
  }
  return origin;
}

function asErrorLike(error: unknown): ErrorLike {
  return typeof error === "object" && error !== null ? error : {};
}
