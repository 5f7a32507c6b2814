import { type Logger, writeLog } from "../common/logger.js";

/** Functions to call for each event. */
export class Listeners<Event> {
  readonly #all = new Set<{ readonly listener: (event: Event) => unknown }>();

  /** @returns a function that removes the listener */
  add(listener: (event: Event) => unknown): () => void {
    const entry = { listener };
    this.#all.add(entry);
    return () => {
      this.#all.delete(entry);
    };
  }

  /** Calls all listeners. If one fails, that is written to the log and changes nothing. */
  tell(event: Event, logger: Logger): void {
    const failed = (error: unknown): void =>
      writeLog(logger, "warn", () => `A listener to the progress of a job failed: ${String(error)}`);
    for (const { listener } of [...this.#all]) {
      try {
        Promise.resolve(listener(event)).catch(failed);
      } catch (error) {
        failed(error);
      }
    }
  }
}
