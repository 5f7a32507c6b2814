import { closeSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { ClientEvent } from "./client-event.js";

/**
 * The events of one process, written to a file synchronously: memory growth is being measured, and nothing may be lost if
 * the process is killed.
 */
export class EventLog {
  readonly #file: number;

  /** @param name - of the process; it has to be new */
  constructor(folder: string, name: string) {
    this.#file = openSync(join(folder, `${name}${SUFFIX}`), "ax");
  }

  write(event: ClientEvent): void {
    writeSync(this.#file, `${JSON.stringify(event)}\n`);
  }

  close(): void {
    closeSync(this.#file);
  }
}

const SUFFIX = ".events";

/** Prefix of the log of a process that will be killed. */
export const KILLED = "killed-";

/** Reads the events of all processes; those of one process stay in their order. */
export const readEventLogs = (folder: string): ClientEvent[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .sort()
    .flatMap((name) => {
      const events = readEvents(join(folder, name));
      return name.startsWith(KILLED) ? events.flatMap(asKilled) : events;
    });

const readEvents = (file: string): ClientEvent[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as ClientEvent);

/** Of a killed process's events: an end that it recorded may not have been reported. */
const asKilled = (event: ClientEvent): readonly ClientEvent[] => {
  if (event.kind === "ended") return [];
  return [event.kind === "sent" ? { ...event, isKilled: true } : event];
};
