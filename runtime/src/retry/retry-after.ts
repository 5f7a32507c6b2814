/** A number of seconds, maybe after a date that it goes before. */
const SECONDS = /(?:^| GMT, )(\d+(?:\.\d+)?)$/;

/** The two forms of an HTTP date that name the time zone: other dates that do are not read, as in AWS's clients. */
const HTTP_DATE = /^[A-Z][a-z]+, \d\d[ -][A-Z][a-z]{2}[ -](?:\d\d){1,2} [\d:.]+ GMT$/;

/**
 * Reads when the service asks to be called again, from the first header that says so.
 *
 * @param headers - names in lower case, in the order in which they came
 * @param now - milliseconds since the epoch
 * @returns milliseconds from now, or undefined where the service asks for nothing that makes sense
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function readRetryAfter(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  for (const [name, value] of Object.entries(headers)) {
    if (name === "retry-after") return wholeMilliseconds(readStandard(value, now));
    if (name === "x-amz-retry-after") return wholeMilliseconds(Number(value));
  }
  return undefined;
}

function readStandard(value: string, now: number): number {
  const seconds = SECONDS.exec(value)?.[1];
  if (seconds !== undefined) return Number(seconds) * 1_000;
  if (value.endsWith("GMT") && !HTTP_DATE.test(value)) return Number.NaN;
  return Date.parse(value) - now;
}

/** What is over does not matter any more, nor does what no timer can count. */
function wholeMilliseconds(value: number): number | undefined {
  return Number.isFinite(value) && value >= 0 ? Math.trunc(value) : undefined;
}
