import type { JournalEntry } from "@tinsmith/runtime/host";

/** A line about a call. Nothing of its input: a path that no operation has may be a misspelt one with a secret in it. */
export const describeCall = ({ time, operation, route, status, error, requestId }: JournalEntry): string => {
  const what = operation === undefined ? (route.split(" ")[0] ?? "") : `${operation} (${route})`;
  const outcome = error === undefined ? String(status) : `${status} ${error}`;
  return `${time.toISOString()} ${what} ${outcome} ${requestId}\n`;
};
