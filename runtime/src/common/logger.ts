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

const ignore = (): void => {};

/** A logger that writes nothing: the default. */
export const silentLogger: Logger = {
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
};
