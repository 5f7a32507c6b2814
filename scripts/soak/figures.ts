import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import type { BookedCall } from "./books/books.js";
import { type Evidence, entriesOf, isLook } from "./checks/evidence.js";

/** A figure of a day. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** The least that a day of the usual length has to show: else it has not tried what it is there to try. */
  readonly atLeast?: number;
}

const STARTERS = AmplifyBackendOperations.filter(({ startsJob }) => startsJob !== undefined);

/** Counts what happened in a day. */
export const countFigures = (evidence: Evidence): readonly Figure[] => {
  const { jobs, calls } = evidence.books;
  const left = entriesOf(evidence, "left");
  const refused = entriesOf(evidence, "refused").filter(({ isConflict }) => isConflict).length;
  const conflicts = calls.filter(({ error }) => error === "ValidationException").length;
  const leftAs = (reason: string): number => left.filter(({ why }) => why === reason).length;
  return [
    { what: "jobs started", value: jobs.length, atLeast: 1 },
    {
      what: `operations that start jobs, of ${STARTERS.length}`,
      value: new Set(jobs.map(({ operation }) => operation)).size,
      atLeast: STARTERS.length,
    },
    { what: "jobs that failed", value: jobs.filter(({ status }) => status === "FAILED").length, atLeast: 1 },
    { what: "calls", value: calls.length, atLeast: 1 },
    { what: "looks at jobs", value: calls.filter(isLook).length, atLeast: 1 },
    {
      what: "pages of lists",
      value: count(calls, { operation: "ListBackendJobs", status: 200 }),
      atLeast: 1,
    },
    { what: "calls throttled", value: count(calls, { status: 429 }), atLeast: 1 },
    { what: "answers lost, or late", value: calls.filter(isLost).length, atLeast: 1 },
    { what: "conflicts refused", value: refused, atLeast: 1 },
    { what: "conflicts waited for", value: conflicts - refused, atLeast: 1 },
    { what: "stuck jobs left", value: leftAs("stuck"), atLeast: 1 },
    { what: "pollers whose time was up", value: leftAs("late"), atLeast: 1 },
    { what: "pollers resumed", value: leftAs("resumed"), atLeast: 1 },
    {
      what: "pollers resumed after their process was killed",
      value: entriesOf(evidence, "takenOver").length,
      atLeast: 1,
    },
  ];
};

const count = <Item extends object>(items: readonly Item[], like: Partial<Item>): number =>
  items.filter((item) => Object.entries(like).every(([key, value]) => item[key as keyof Item] === value))
    .length;

/** A gateway's answer, or none: 0 stands for a connection that was dropped. */
const isLost = ({ status }: BookedCall): boolean => status === 504 || status === 0;
