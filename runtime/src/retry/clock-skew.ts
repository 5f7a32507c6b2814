/** What of a client's configuration the clock is kept in. */
export interface SkewState {
  /** Milliseconds that the service's clock is ahead. */
  systemClockOffset: number;
}

/** AWS accepts five minutes: a request that was signed further off than this may have been refused for it. */
const TOLERANCE = 4 * 60 * 1000;

/** A `Date` header leaves out what is less than a second. */
const DATE_RESOLUTION = 1_000;

/** When a request was signed, and with which idea of the time. */
export interface SignedAt {
  /** Milliseconds since the epoch, by our clock. */
  readonly sentAt: number;
  readonly offset: number;
}

/**
 * Puts our idea of the service's clock right by a response's `Date`. It was written at some time between request and
 * response, which leaves a range of offsets; the nearest of them is taken. So a response that comes late, or out of turn,
 * never takes away what a faster one has told.
 *
 * @returns whether the request went out with a wrong time that is right now; under parallel calls, another call may have
 * put it right in the meantime
 */
export function observeServerDate(
  state: SkewState,
  headers: Readonly<Record<string, string>>,
  now: number,
  { sentAt, offset }: SignedAt,
): boolean {
  const serverTime = Date.parse(headers["date"] ?? "");
  // A cached response is as old as it says; and nothing can be told while our own clock is being set back.
  if (Number.isNaN(serverTime) || headers["age"] !== undefined || now < sentAt) return false;
  const least = serverTime - now;
  const most = serverTime + DATE_RESOLUTION - sentAt;
  state.systemClockOffset = Math.min(Math.max(state.systemClockOffset, least), most);
  return Math.abs(state.systemClockOffset - offset) >= TOLERANCE;
}
