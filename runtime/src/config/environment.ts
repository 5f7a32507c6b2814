import type { AbortSignalLike } from "../common/abort-signal.js";

/** What a client takes from the world around it; tests put their own in its place. */
export interface Environment {
  /** Milliseconds since the epoch. */
  now(): number;
  /** At least 0 and less than 1. */
  random(): number;
  /** A new id for each call. */
  uuid(): string;
  /** Waits, or rejects with an `AbortError` as soon as the signal asks for it. */
  sleep(milliseconds: number, signal?: AbortSignalLike): Promise<void>;
  /** Environment variables, on platforms that have some; browsers and workers do not ask for any. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}
