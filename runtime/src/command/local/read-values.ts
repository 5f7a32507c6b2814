import { readFileSync } from "node:fs";

/** Reads a number of milliseconds. @throws RangeError that says what was expected */
export const readMilliseconds = (text: string): number => {
  const value = readNumber(text);
  if (value !== undefined && value <= MAXIMAL_TIME) return value;
  throw new RangeError(`Expected milliseconds, from 0 to ${MAXIMAL_TIME}.`);
};

/** The longest time that timers can wait: 24 days, in milliseconds. */
const MAXIMAL_TIME = 2 ** 31 - 1;

/** Reads milliseconds that may be less than 0. @throws RangeError that says what was expected */
export const readSkew = (text: string): number => {
  const value = readNumber(text.replace(/^-/, ""));
  if (value !== undefined && value <= MAXIMAL_SKEW) return text.startsWith("-") ? -value : value;
  throw new RangeError(`Expected milliseconds, from -${MAXIMAL_SKEW} to ${MAXIMAL_SKEW}.`);
};

/** About three years, in milliseconds. */
const MAXIMAL_SKEW = 100_000_000_000;

/** Reads a file of JSON: one fault, or a list of them. @throws RangeError that says what was expected */
export const readFaults = (path: string): readonly object[] => {
  try {
    return [JSON.parse(readFileSync(path, "utf8"))].flat();
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    throw new RangeError(
      typeof code === "string"
        ? `It cannot be read: ${code}.`
        : "Expected a file of JSON: a fault, or a list of faults.",
    );
  }
};

/** Reads a port. @throws RangeError that says what was expected */
export const readPort = (text: string): number => {
  const port = readNumber(text);
  if (port !== undefined && Number.isInteger(port) && port <= 65_535) return port;
  throw new RangeError("Expected a port, from 1 to 65535, or 0 for any free one.");
};

/** The bounds of a latency, in milliseconds. */
export type Range = readonly [least: number, most: number];

/** Reads milliseconds, or a range of such. @throws RangeError that says what was expected */
export const readRange = (text: string): Range => {
  const [least, most = least, ...more] = text.split("-");
  const range = [readBound(least), readBound(most)] as const;
  if (more.length === 0 && range[0] <= range[1]) return range;
  throw latencyError();
};

const readBound = (text: string | undefined): number => {
  try {
    return readMilliseconds(text ?? "");
  } catch {
    throw latencyError();
  }
};

const latencyError = (): RangeError =>
  new RangeError("Expected milliseconds, such as 50, or a range of them, such as 20-200.");

/** Reads how fast a clock goes. @throws RangeError that says what was expected */
export const readSpeed = (text: string): number => {
  if (text === "real") return 1;
  if (text === "stopped") return 0;
  const speed = text.endsWith("x") ? readNumber(text.slice(0, -1)) : undefined;
  if (speed !== undefined && speed <= 1_000_000) return speed;
  throw new RangeError("Expected real, stopped, or how many times as fast, such as 60x, up to 1000000x.");
};

/** Reads an instant. @throws RangeError that says what was expected */
export const readInstant = (text: string): number => {
  const time = /^-?\d+$/.test(text) ? Number(text) : isInstant(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(new Date(time).getTime())) return time;
  throw new RangeError("Expected an instant such as 2026-01-02T03:04:05Z, or milliseconds since the epoch.");
};

/** With its zone: what a machine takes for its own is no basis for what is to be the same everywhere. */
const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** Of days that there are not, such as 30 February, V8 makes days of the next month. */
const isInstant = (text: string): boolean => {
  const day = text.slice(0, 10);
  return ISO.test(text) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
};

const readNumber = (text: string): number | undefined =>
  /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
