import { describe, expect, test } from "@jest/globals";
import type { LedgerEntry } from "../../scripts/soak/books/ledger-entry.js";
import type { Evidence } from "../../scripts/soak/checks/evidence.js";
import { findMisses } from "../../scripts/soak/checks/find-misses.js";
import {
  END,
  ENDED,
  GOOD,
  JOB,
  LISTED,
  look,
  START,
  STARTED,
  sent,
  withBooks,
  withEntries,
} from "./evidence.js";

const { calls } = GOOD.books;
const without = (left: LedgerEntry): Evidence =>
  withEntries((entries) => entries.filter((entry) => entry !== left));
const and = (...more: readonly LedgerEntry[]): Evidence => withEntries((entries) => [...entries, ...more]);

/** What is missed, by its kind. */
const missesOf = (evidence: Evidence): object =>
  Object.fromEntries(Object.entries(findMisses(evidence, [])).filter(([, found]) => found.length > 0));

test("of a good day there is nothing to say", () => {
  expect(missesOf(GOOD)).toEqual({});
});

describe("jobs not followed to their end", () => {
  test("are those whose end nobody came to", () => {
    expect(missesOf(without(ENDED))).toEqual({
      "jobs not followed to their end": ["CreateBackend of a1 (job j1) was followed to its end 0 times"],
    });
  });

  test("are those that are still going on, with a look at any time", () => {
    const evidence = withBooks({ jobs: [{ ...JOB, status: "RUNNING", updateTime: 1 }] });
    expect(missesOf({ ...evidence, entries: without(ENDED).entries })).toEqual({
      "jobs not followed to their end": ["CreateBackend of a1 (job j1) is still RUNNING"],
    });
  });

  test("are those whose end two followers came to", () => {
    expect(missesOf(and({ ...ENDED, by: "a2/0.1" } as LedgerEntry))).toEqual({
      "jobs not followed to their end": ["CreateBackend of a1 (job j1) was followed to its end 2 times"],
    });
  });
});

describe("ends read wrong", () => {
  test.each([
    ["another end", { ...JOB, status: "FAILED" }],
    ["another text", { ...JOB, error: "no stack" }],
  ])("%s", (_what, job) => {
    expect(missesOf(withBooks({ jobs: [job] }))).toEqual({
      "ends read wrong": [expect.stringMatching(/^a1\/0\.1 read completed "" of CreateBackend of a1/)],
    });
  });

  test("an absent text is an empty one", () => {
    const failed = { ...ENDED, end: "failed" } as LedgerEntry;
    const evidence = withBooks({ jobs: [{ ...JOB, status: "FAILED" }] });
    const entries = GOOD.entries.map((entry) => (entry === ENDED ? failed : entry));
    expect(missesOf({ ...evidence, entries })).toEqual({});
  });

  test("of a job that there is not", () => {
    expect(missesOf(and({ ...ENDED, job: "j2" } as LedgerEntry))).toEqual({
      "ends read wrong": ["a1/0.1 followed j2, which the service does not know"],
    });
  });
});

describe("looks after the end", () => {
  test("that were sent when the follower had told of it", () => {
    const evidence = withEntries((entries) => [...entries, sent("c4")]);
    // It came before the end by the service's clock: what counts is what the follower knew.
    expect(
      missesOf({ ...evidence, books: { ...GOOD.books, calls: [...calls, look("c4", END - 1)] } }),
    ).toEqual({
      "looks after the end": ["a1/0.1 looked at j1 after its end"],
    });
  });

  test("that were answered a second time", () => {
    const entries = GOOD.entries.flatMap((entry) => (entry === ENDED ? [sent("c4"), entry] : [entry]));
    const evidence = { books: { ...GOOD.books, calls: [...calls, look("c4", END + 1)] }, entries };
    expect(missesOf(evidence)).toEqual({
      "looks after the end": ["a1/0.1 was told 2 times of the end of CreateBackend of a1 (job j1)"],
    });
  });

  test("are none of them whose answer was lost, or those of another follower", () => {
    const lost = { ...look("c4", END + 1), status: 504 };
    const entries = GOOD.entries.flatMap((entry) =>
      entry === ENDED ? [sent("c4"), sent("c5", "GetBackendJob", "a1/1b.1"), entry] : [entry],
    );
    const books = { ...GOOD.books, calls: [...calls, lost, look("c5", END + 1)] };
    expect(missesOf({ books, entries })).toEqual({});
  });
});

describe("jobs that nobody started, or somebody twice", () => {
  test("are those that no follower knows of", () => {
    expect(missesOf(without(STARTED))).toEqual({
      "jobs that nobody started, or somebody twice": [
        "CreateBackend of a1 (job j1) was started by 0 followers",
      ],
    });
  });

  test("are two of one follower", () => {
    const second = { ...JOB, id: "j2" };
    const entries = [
      ...GOOD.entries.filter((entry) => entry !== LISTED),
      { ...STARTED, job: "j2" } as LedgerEntry,
      { ...ENDED, job: "j2" } as LedgerEntry,
      { ...LISTED, jobs: ["j2", "j1"] } as LedgerEntry,
    ];
    expect(missesOf({ books: { ...GOOD.books, jobs: [JOB, second] }, entries })).toEqual({
      "jobs that nobody started, or somebody twice": ["a1/0.1 started 2 jobs"],
    });
  });
});

test("a call that was executed at two of its attempts is one that was executed twice; a look is not", () => {
  const entries = [sent("c1", "CreateBackend"), sent("c3"), ...GOOD.entries];
  const books = { ...GOOD.books, calls: [...calls, START, { ...look("c3", END), status: 504 }] };
  expect(missesOf({ books, entries })).toEqual({
    "calls executed twice": ["CreateBackend was executed 2 times in the call c1"],
  });
});

describe("calls unaccounted for", () => {
  test("came, and nobody sent them", () => {
    expect(missesOf(withBooks({ calls: [...calls, { ...look("c9", 1), status: 500 }] }))).toEqual({
      "calls unaccounted for": ["GetBackendJob came that nobody sent (c9)"],
    });
  });

  test("were sent, and did not come", () => {
    expect(missesOf(withEntries((entries) => [sent("c9"), ...entries]))).toEqual({
      "calls unaccounted for": ["a1/0.1 sent GetBackendJob 1 times, and it came 0 times"],
    });
  });

  test("are not the last of a follower that left", () => {
    const left: LedgerEntry = { kind: "left", by: "a1/0.0", job: "j1", why: "late" };
    const before = [sent("c8", "GetBackendJob", "a1/0.0"), sent("c9", "GetBackendJob", "a1/0.0"), left];
    expect(missesOf(withEntries((entries) => [...before, ...entries]))).toEqual({
      "calls unaccounted for": ["a1/0.0 sent GetBackendJob 1 times, and it came 0 times"],
    });
  });

  test("are not those that a process was killed over", () => {
    const killed = { ...sent("c9"), isKilled: true } as LedgerEntry;
    expect(missesOf(withEntries((entries) => [killed, ...entries]))).toEqual({});
  });
});

describe("lists that differ from the books", () => {
  test.each([
    ["lack a job", []],
    ["have one twice", ["j1", "j1"]],
    ["have another", ["j2"]],
  ])("%s", (_what, jobs) => {
    const evidence = withEntries((entries) =>
      entries.map((entry) => (entry === LISTED ? ({ ...LISTED, jobs } as LedgerEntry) : entry)),
    );
    expect(missesOf(evidence)).toEqual({
      "lists that differ from the books": [
        `the list of a1 dev has ${jobs.length} jobs, not as the 1 in the books`,
      ],
    });
  });

  test("are missing", () => {
    expect(missesOf(without(LISTED))).toEqual({
      "lists that differ from the books": ["the jobs of a1 dev were never listed"],
    });
  });
});

test("an app that broke off, and a service that broke, are told", () => {
  const evidence = and({ kind: "mishap", by: "a1", what: "TypeError: no" });
  const broken = { ...START, failure: "TypeError", executed: false };
  expect(missesOf({ ...evidence, books: { ...GOOD.books, calls: [broken, ...calls.slice(1)] } })).toEqual({
    "apps that broke off": ["a1: TypeError: no"],
    "breakages of the service": ["the service broke in CreateBackend: TypeError"],
  });
});
