import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { type Evidence, eventsOf, isPoll } from "./checks/evidence.js";
import type { CallRecord } from "./records/service-records.js";

/** A figure of a run. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** The least that a full run must show; with less, it did not exercise what it is meant to. */
  readonly atLeast?: number;
}

const STARTERS = AmplifyBackendOperations.filter(({ startsJob }) => startsJob !== undefined);

/** Counts what happened in a run. */
export const countFigures = (evidence: Evidence): readonly Figure[] => {
  const { jobs, calls } = evidence.records;
  const aborted = eventsOf(evidence, "aborted");
  const refused = eventsOf(evidence, "refused").filter(({ isConflict }) => isConflict).length;
  const conflicts = calls.filter(({ error }) => error === "ValidationException").length;
  const abortedFor = (expected: string): number => aborted.filter(({ reason }) => reason === expected).length;
  return [
    { what: "jobs started", value: jobs.length, atLeast: 1 },
    {
      what: `operations that start jobs, of ${STARTERS.length}`,
      value: new Set(jobs.map(({ operation }) => operation)).size,
      atLeast: STARTERS.length,
    },
    { what: "jobs that failed", value: jobs.filter(({ status }) => status === "FAILED").length, atLeast: 1 },
    { what: "calls", value: calls.length, atLeast: 1 },
    { what: "polls of jobs", value: calls.filter(isPoll).length, atLeast: 1 },
    {
      what: "pages of lists",
      value: count(calls, { operation: "ListBackendJobs", status: 200 }),
      atLeast: 1,
    },
    { what: "calls throttled", value: count(calls, { status: 429 }), atLeast: 1 },
    { what: "responses lost", value: calls.filter(isLost).length, atLeast: 1 },
    { what: "conflicts refused", value: refused, atLeast: 1 },
    { what: "conflicts waited for", value: conflicts - refused, atLeast: 1 },
    { what: "stuck jobs given up", value: abortedFor("stuck"), atLeast: 1 },
    { what: "pollers that timed out", value: abortedFor("timeout"), atLeast: 1 },
    { what: "pollers resumed", value: abortedFor("resumed"), atLeast: 1 },
    {
      what: "pollers resumed after their process was killed",
      value: eventsOf(evidence, "resumed").length,
      atLeast: 1,
    },
  ];
};

const count = <Item extends object>(items: readonly Item[], like: Partial<Item>): number =>
  items.filter((item) => Object.entries(like).every(([key, value]) => item[key as keyof Item] === value))
    .length;

/** A gateway's timeout, or no response: 0 stands for a connection that was dropped. */
const isLost = ({ status }: CallRecord): boolean => status === 504 || status === 0;
