import { asForeignError, type ForeignError } from "../common/error-chain.js";
import type { NetworkError } from "../errors/network-error.js";
import { FAILED_STREAM, isRefusedStream } from "./error-codes.js";

/** By what the system was asked for: the same code from a connection in use says nothing about the request. */
const NEVER_CONNECTED: Readonly<Record<string, RegExp>> = {
  ECONNREFUSED: /^connect$/,
  EHOSTUNREACH: /^connect$/,
  ENETUNREACH: /^connect$/,
  ENOTFOUND: /^(?:getaddrinfo|query)/,
  EAI_AGAIN: /^(?:getaddrinfo|query)/,
};

/** Most errors that one error may be made of; more of them, such as a circle of causes, prove nothing. */
const MAX_ORIGINS = 50;

/** Whether a failure of the network proves that nobody got the request. */
export function neverArrived(error: NetworkError): boolean {
  // With the former, the request was under way.
  return error.phase !== "send" && error.phase !== "receive" && everyOrigin(error, { left: MAX_ORIGINS });
}

/**
 * Whether all that an error goes back to proves the same: one of several addresses, or a failure that came before the
 * one that is told last, may have got the request.
 */
function everyOrigin(error: unknown, budget: { left: number }): boolean {
  if (budget.left-- === 0) return false;
  const link = asForeignError(error);
  const origins = [
    ...(link.cause === undefined ? [] : [link.cause]),
    ...(Array.isArray(link.errors) ? link.errors : []),
  ];
  if (origins.length === 0) return isProof(link);
  return isHarmless(link.code) && origins.every((origin) => everyOrigin(origin, budget));
}

function isProof({ code, syscall, message }: ForeignError): boolean {
  if (isRefusedStream(code, message)) return true;
  return typeof syscall === "string" && asksFor(code)?.test(syscall) === true;
}

/** Whether an error around others says nothing, or what they may say, too. */
function isHarmless(code: unknown): boolean {
  return code === undefined || code === FAILED_STREAM || asksFor(code) !== undefined;
}

function asksFor(code: unknown): RegExp | undefined {
  return typeof code === "string" && Object.hasOwn(NEVER_CONNECTED, code) ? NEVER_CONNECTED[code] : undefined;
}
