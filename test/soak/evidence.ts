import type { Evidence } from "../../scripts/soak/checks/evidence.js";
import type { ClientEvent } from "../../scripts/soak/records/client-event.js";
import type { CallRecord, JobRecord } from "../../scripts/soak/records/service-records.js";

/** When the one job of {@link GOOD} ended. */
export const END = 50_000;

export const JOB: JobRecord = {
  id: "j1",
  app: "a1",
  environments: ["dev"],
  operation: "CreateBackend",
  status: "COMPLETED",
  updateTime: END,
};

/** A poll of the job that the service answered. */
export const pollCall = (call: string, time: number): CallRecord => ({
  time,
  operation: "GetBackendJob",
  status: 200,
  executed: true,
  call,
  job: "j1",
});

/** The same, as its poller recorded it. */
export const sent = (call: string, operation = "GetBackendJob", by = "a1/0.1"): ClientEvent => ({
  kind: "sent",
  by,
  operation,
  call,
  ...(operation === "GetBackendJob" ? { job: "j1" } : {}),
});

export const START: CallRecord = {
  time: 0,
  operation: "CreateBackend",
  status: 200,
  executed: true,
  call: "c1",
};
export const STARTED: ClientEvent = { kind: "started", by: "a1/0.1", operation: "CreateBackend", job: "j1" };
export const ENDED: ClientEvent = { kind: "ended", by: "a1/0.1", job: "j1", outcome: "completed", text: "" };
export const LISTED: ClientEvent = { kind: "listed", by: "a1", app: "a1", environment: "dev", jobs: ["j1"] };

/** A correct run with one job. */
export const GOOD: Evidence = {
  records: { jobs: [JOB], calls: [START, pollCall("c2", 30_000), pollCall("c3", END)] },
  events: [sent("c1", "CreateBackend"), STARTED, sent("c2"), sent("c3"), ENDED, LISTED],
};

/** The correct run with other events. */
export const withEvents = (change: (events: readonly ClientEvent[]) => readonly ClientEvent[]): Evidence => ({
  ...GOOD,
  events: change(GOOD.events),
});

/** The correct run with other records. */
export const withRecords = (records: Partial<Evidence["records"]>): Evidence => ({
  ...GOOD,
  records: { ...GOOD.records, ...records },
});
