import { describe, expect, test } from "@jest/globals";
import type { Evidence } from "../../scripts/soak/checks/evidence.js";
import { findViolations } from "../../scripts/soak/checks/find-violations.js";
import type { ClientEvent } from "../../scripts/soak/records/client-event.js";
import {
  END,
  ENDED,
  GOOD,
  JOB,
  LISTED,
  pollCall,
  START,
  STARTED,
  sent,
  withEvents,
  withRecords,
} from "./evidence.js";

const { calls } = GOOD.records;
const without = (removed: ClientEvent): Evidence =>
  withEvents((events) => events.filter((event) => event !== removed));
const and = (...more: readonly ClientEvent[]): Evidence => withEvents((events) => [...events, ...more]);

/** The checks that fail, with what they found. */
const violationsOf = (evidence: Evidence): object =>
  Object.fromEntries(Object.entries(findViolations(evidence, [])).filter(([, found]) => found.length > 0));

test("a correct run has no violations", () => {
  expect(violationsOf(GOOD)).toEqual({});
});

describe("jobs not polled to their end", () => {
  test("are those whose end was not reported", () => {
    expect(violationsOf(without(ENDED))).toEqual({
      "jobs not polled to their end": ["CreateBackend of a1 (job j1) was polled to its end 0 times"],
    });
  });

  test("are those that still run, whenever they were polled", () => {
    const evidence = withRecords({ jobs: [{ ...JOB, status: "RUNNING", updateTime: 1 }] });
    expect(violationsOf({ ...evidence, events: without(ENDED).events })).toEqual({
      "jobs not polled to their end": ["CreateBackend of a1 (job j1) is still RUNNING"],
    });
  });

  test("are those whose end two pollers reported", () => {
    expect(violationsOf(and({ ...ENDED, by: "a2/0.1" } as ClientEvent))).toEqual({
      "jobs not polled to their end": ["CreateBackend of a1 (job j1) was polled to its end 2 times"],
    });
  });
});

describe("outcomes reported wrongly", () => {
  test.each([
    ["another end", { ...JOB, status: "FAILED" }],
    ["another text", { ...JOB, error: "no stack" }],
  ])("%s", (_what, job) => {
    expect(violationsOf(withRecords({ jobs: [job] }))).toEqual({
      "outcomes reported wrongly": [
        expect.stringMatching(/^a1\/0\.1 reported completed "" for CreateBackend of a1/),
      ],
    });
  });

  test("an absent text is an empty one", () => {
    const failed = { ...ENDED, outcome: "failed" } as ClientEvent;
    const evidence = withRecords({ jobs: [{ ...JOB, status: "FAILED" }] });
    const events = GOOD.events.map((event) => (event === ENDED ? failed : event));
    expect(violationsOf({ ...evidence, events })).toEqual({});
  });

  test("of an unknown job", () => {
    expect(violationsOf(and({ ...ENDED, job: "j2" } as ClientEvent))).toEqual({
      "outcomes reported wrongly": ["a1/0.1 polled j2, which the service does not know"],
    });
  });
});

describe("polls after the end", () => {
  test("that were sent after the poller had reported it", () => {
    const evidence = withEvents((events) => [...events, sent("c4")]);
    // It arrived before the end by the service's clock: what counts is what the poller knew.
    expect(
      violationsOf({ ...evidence, records: { ...GOOD.records, calls: [...calls, pollCall("c4", END - 1)] } }),
    ).toEqual({
      "polls after the end": ["a1/0.1 polled j1 after its end"],
    });
  });

  test("that were answered a second time", () => {
    const events = GOOD.events.flatMap((event) => (event === ENDED ? [sent("c4"), event] : [event]));
    const evidence = { records: { ...GOOD.records, calls: [...calls, pollCall("c4", END + 1)] }, events };
    expect(violationsOf(evidence)).toEqual({
      "polls after the end": ["a1/0.1 received the end of CreateBackend of a1 (job j1) 2 times"],
    });
  });

  test("do not include polls whose response was lost, or those of another poller", () => {
    const lost = { ...pollCall("c4", END + 1), status: 504 };
    const events = GOOD.events.flatMap((event) =>
      event === ENDED ? [sent("c4"), sent("c5", "GetBackendJob", "a1/1b.1"), event] : [event],
    );
    const records = { ...GOOD.records, calls: [...calls, lost, pollCall("c5", END + 1)] };
    expect(violationsOf({ records, events })).toEqual({});
  });
});

describe("jobs not started exactly once", () => {
  test("include a job that no poller started", () => {
    expect(violationsOf(without(STARTED))).toEqual({
      "jobs not started exactly once": ["CreateBackend of a1 (job j1) was started by 0 pollers"],
    });
  });

  test("include two jobs of one poller", () => {
    const second = { ...JOB, id: "j2" };
    const events = [
      ...GOOD.events.filter((event) => event !== LISTED),
      { ...STARTED, job: "j2" } as ClientEvent,
      { ...ENDED, job: "j2" } as ClientEvent,
      { ...LISTED, jobs: ["j2", "j1"] } as ClientEvent,
    ];
    expect(violationsOf({ records: { ...GOOD.records, jobs: [JOB, second] }, events })).toEqual({
      "jobs not started exactly once": ["a1/0.1 started 2 jobs"],
    });
  });
});

test("a call executed in two of its attempts is reported, a repeated poll is not", () => {
  const events = [sent("c1", "CreateBackend"), sent("c3"), ...GOOD.events];
  const records = { ...GOOD.records, calls: [...calls, START, { ...pollCall("c3", END), status: 504 }] };
  expect(violationsOf({ records, events })).toEqual({
    "calls executed twice": ["CreateBackend was executed 2 times in the call c1"],
  });
});

describe("calls on which client and service disagree", () => {
  test("arrived, but were not sent", () => {
    expect(violationsOf(withRecords({ calls: [...calls, { ...pollCall("c9", 1), status: 500 }] }))).toEqual({
      "calls on which client and service disagree": ["GetBackendJob arrived, but no client sent it (c9)"],
    });
  });

  test("were sent, but did not arrive", () => {
    expect(violationsOf(withEvents((events) => [sent("c9"), ...events]))).toEqual({
      "calls on which client and service disagree": [
        "a1/0.1 sent GetBackendJob 1 times, and it arrived 0 times",
      ],
    });
  });

  test("do not include the last of an aborted poller", () => {
    const aborted: ClientEvent = { kind: "aborted", by: "a1/0.0", job: "j1", reason: "timeout" };
    const before = [sent("c8", "GetBackendJob", "a1/0.0"), sent("c9", "GetBackendJob", "a1/0.0"), aborted];
    expect(violationsOf(withEvents((events) => [...before, ...events]))).toEqual({
      "calls on which client and service disagree": [
        "a1/0.0 sent GetBackendJob 1 times, and it arrived 0 times",
      ],
    });
  });

  test("do not include those of a killed process", () => {
    const killed = { ...sent("c9"), isKilled: true } as ClientEvent;
    expect(violationsOf(withEvents((events) => [killed, ...events]))).toEqual({});
  });
});

describe("lists that differ from the service's records", () => {
  test.each([
    ["lack a job", []],
    ["have one twice", ["j1", "j1"]],
    ["have another", ["j2"]],
  ])("%s", (_what, jobs) => {
    const evidence = withEvents((events) =>
      events.map((event) => (event === LISTED ? ({ ...LISTED, jobs } as ClientEvent) : event)),
    );
    expect(violationsOf(evidence)).toEqual({
      "lists that differ from the service's records": [
        `the list of a1 dev has ${jobs.length} jobs; the service has 1`,
      ],
    });
  });

  test("are missing", () => {
    expect(violationsOf(without(LISTED))).toEqual({
      "lists that differ from the service's records": ["the jobs of a1 dev were never listed"],
    });
  });
});

test("an app that stopped with an error and a service that failed are reported", () => {
  const evidence = and({ kind: "error", by: "a1", message: "TypeError: no" });
  const broken = { ...START, failure: "TypeError", executed: false };
  expect(
    violationsOf({ ...evidence, records: { ...GOOD.records, calls: [broken, ...calls.slice(1)] } }),
  ).toEqual({
    "apps that stopped with an error": ["a1: TypeError: no"],
    "service errors": ["the service failed in CreateBackend: TypeError"],
  });
});
