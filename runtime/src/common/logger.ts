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
 * Writes to a user's logger. What a logger fails with is its own affair: the call it tells of goes on.
 *
 * @param content - makes what is written; only asked where somebody listens
 */
export function writeLog(logger: Logger, level: LogLevel, content: () => unknown): void {
  if (logger === silentLogger) return;
  try {
    logger[level]?.(content());
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
        logger[level]?.(...content);
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
