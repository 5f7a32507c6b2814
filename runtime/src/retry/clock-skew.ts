/** What of a client's configuration the clock is kept in. */
export interface SkewState {
  /** Milliseconds that the service's clock is ahead. */
  systemClockOffset: number;
}

/** AWS accepts five minutes; correcting less would only follow the coarse `Date` header around. */
const TOLERANCE = 4 * 60 * 1000;

/** The `Date` of a response that took longer says too little about now. */
const LONGEST_EXCHANGE = 15 * 60 * 1000;

/** When a request was signed, and with which idea of the time. */
export interface SignedAt {
  /** Milliseconds since the epoch, by our clock. */
  readonly sentAt: number;
  readonly offset: number;
}

/**
 * Compares our clock with a response's `Date` and puts it right where it is off by minutes.
 *
 * @returns whether the request went out with a wrong time that is right now; under parallel calls, another call may have
 * put it right in the meantime
 */
export function observeServerDate(
  state: SkewState,
  headers: Readonly<Record<string, string>>,
  now: number,
  signed: SignedAt,
): boolean {
  const serverTime = Date.parse(headers["date"] ?? "");
  // A cached response is as old as it says.
  const isFresh = headers["age"] === undefined && now - signed.sentAt <= LONGEST_EXCHANGE;
  if (Number.isNaN(serverTime) || !isFresh) return false;
  const offset = serverTime - now;
  if (Math.abs(offset - state.systemClockOffset) >= TOLERANCE) state.systemClockOffset = offset;
  return Math.abs(state.systemClockOffset - signed.offset) >= TOLERANCE;
}
