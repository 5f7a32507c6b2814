import { ConfigurationError } from "../errors/configuration-error.js";
import { ignoreRejection } from "./ignore-rejection.js";

/** Where a client writes what happens; `console` fits. */
export interface Logger {
  trace?(...content: unknown[]): void;
  debug(...content: unknown[]): void;
  info(...content: unknown[]): void;
  warn(...content: unknown[]): void;
  error(...content: unknown[]): void;
}

/** The methods that every logger has. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/**
 * Refuses what version 2 of AWS's SDK took for a logger, a stream or an object with nothing but `log`: it would stay
 * empty. One that lacks other methods is taken: AWS's clients take it, too.
 *
 * @throws {@link ConfigurationError}
 */
export function readLogger(logger: Logger = silentLogger): Logger {
  const { info, log, write } = logger as Partial<Record<"info" | "log" | "write", unknown>>;
  if (info !== undefined || (log === undefined && write === undefined)) return logger;
  throw new ConfigurationError(
    "logger has no method info. A stream, or an object with `log` alone, takes a logger around it: " +
      "{ debug, info, warn, error }.",
  );
}

/**
 * Writes to a user's logger. A logger that fails does not fail the call.
 *
 * @param content - makes what is written; only asked where somebody listens
 */
export function writeLog(logger: Logger, level: LogLevel, content: () => unknown): void {
  if (logger === silentLogger) return;
  try {
    ignoreRejection(logger[level]?.(content()));
  } catch {
    // There is nowhere to tell it.
  }
}

/** A logger for other people's code, which takes it for granted that every method is there and works. */
export function guardLogger(logger: Logger): Logger {
  const guard =
    (level: LogLevel) =>
    (...content: unknown[]): void => {
      try {
        ignoreRejection(logger[level]?.(...content));
      } catch {
        // As above.
      }
    };
  return { debug: guard("debug"), info: guard("info"), warn: guard("warn"), error: guard("error") };
}

const ignore = (): void => {};

/** A logger that writes nothing: the default. */
export const silentLogger: Logger = {
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
};
