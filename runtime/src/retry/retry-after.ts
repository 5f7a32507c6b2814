/** A number of seconds, maybe after a date. */
const SECONDS = /(?:^|GMT, )(\d+(?:\.\d+)?)$/;

/**
 * Reads when the service asks to be called again.
 *
 * @param headers - names in lower case
 * @param now - milliseconds since the epoch
 * @returns milliseconds from now, or undefined where the service asks for nothing
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function readRetryAfter(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  return readStandard(headers["retry-after"], now) ?? readMilliseconds(headers["x-amz-retry-after"]);
}

function readStandard(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const seconds = SECONDS.exec(value)?.[1];
  if (seconds !== undefined) return Number(seconds) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) || date < now ? undefined : date - now;
}

function readMilliseconds(value: string | undefined): number | undefined {
  const milliseconds = value === undefined || value.trim() === "" ? Number.NaN : Number(value);
  return Number.isFinite(milliseconds) && milliseconds >= 0 ? milliseconds : undefined;
}
