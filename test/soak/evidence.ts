import type { BookedCall, BookedJob } from "../../scripts/soak/books/books.js";
import type { LedgerEntry } from "../../scripts/soak/books/ledger-entry.js";
import type { Evidence } from "../../scripts/soak/checks/evidence.js";

/** When the one job of {@link GOOD} ended. */
export const END = 50_000;

export const JOB: BookedJob = {
  id: "j1",
  app: "a1",
  environments: ["dev"],
  operation: "CreateBackend",
  status: "COMPLETED",
  updateTime: END,
};

/** A look at the job that the service answered. */
export const look = (call: string, time: number): BookedCall => ({
  time,
  operation: "GetBackendJob",
  status: 200,
  executed: true,
  call,
  job: "j1",
});

/** The same, as its follower wrote it down. */
export const sent = (call: string, operation = "GetBackendJob", by = "a1/0.1"): LedgerEntry => ({
  kind: "sent",
  by,
  operation,
  call,
  ...(operation === "GetBackendJob" ? { job: "j1" } : {}),
});

export const START: BookedCall = {
  time: 0,
  operation: "CreateBackend",
  status: 200,
  executed: true,
  call: "c1",
};
export const STARTED: LedgerEntry = { kind: "started", by: "a1/0.1", operation: "CreateBackend", job: "j1" };
export const ENDED: LedgerEntry = { kind: "ended", by: "a1/0.1", job: "j1", end: "completed", text: "" };
export const LISTED: LedgerEntry = { kind: "listed", by: "a1", app: "a1", environment: "dev", jobs: ["j1"] };

/** A day with one job, in which all is well. */
export const GOOD: Evidence = {
  books: { jobs: [JOB], calls: [START, look("c2", 30_000), look("c3", END)] },
  entries: [sent("c1", "CreateBackend"), STARTED, sent("c2"), sent("c3"), ENDED, LISTED],
};

/** The good day, but for some entries. */
export const withEntries = (
  change: (entries: readonly LedgerEntry[]) => readonly LedgerEntry[],
): Evidence => ({
  ...GOOD,
  entries: change(GOOD.entries),
});

/** The good day, but for some of the books. */
export const withBooks = (books: Partial<Evidence["books"]>): Evidence => ({
  ...GOOD,
  books: { ...GOOD.books, ...books },
});
