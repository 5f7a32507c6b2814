import type { StagedFault } from "@tinsmith/amplifybackend/local";
import { Random } from "../../lib/random.js";
import { BEGINNING, CHAPTERS, ENDING, ENVIRONMENTS, type Task } from "./chapters.js";

/**
 * How a job is followed: by one poller (`plain`), by a second one that resumes the first (`resumed`), or in another process
 * after the one that started it has been killed (`elsewhere`); whoever is `impatient` leaves a job that takes long.
 */
export type Manner = "plain" | "resumed" | "elsewhere" | "impatient";

/** One job of an app's day, or two that get in each other's way. */
export interface Step {
  readonly task: Task;
  readonly manner: Manner;
  /** A second job in the same environment, and what it does about the first. */
  readonly second?: { readonly task: Task; readonly onConflict: "fail" | "wait" };
  /** What goes wrong meanwhile; in the end it may befall another app. */
  readonly fault?: StagedFault;
}

/** An app's day. */
export interface AppPlan {
  readonly app: string;
  readonly steps: readonly Step[];
  /** Whose jobs are listed in the evening. */
  readonly environments: readonly string[];
  readonly pageSize: number;
}

/** Of so many apps one is begun in a process that is killed, which costs two processes. */
const KILLED_EVERY = 100;
const FIRST_KILLED = 5;

const CHANCES = { second: 0.5, resumed: 0.15, fault: 0.15 };

/** Plans an app's day. @param index - from 0 */
export const planApp = (seed: number, index: number): AppPlan => {
  const random = new Random(seed, index);
  const chapters = chooseChapters(random, index);
  const between = chapters.flat();
  const steps: Step[] = [];
  for (let at = 0; at < between.length; at++) {
    const task = between[at] as Task;
    const second = between[at + 1];
    if (second !== undefined && mayClash(task, second, chapters) && random.chance(CHANCES.second)) {
      steps.push({
        task,
        manner: "plain",
        second: { task: second, onConflict: random.pick(["fail", "wait"]) },
      });
      at += 1;
    } else {
      steps.push(planStep(random, task));
    }
  }
  const isKilled = index % KILLED_EVERY === FIRST_KILLED;
  const beginning: Step = isKilled ? { task: BEGINNING, manner: "elsewhere" } : planStep(random, BEGINNING);
  return {
    app: `d${String(index).padStart(6, "0")}soak`,
    steps: [beginning, ...steps, planStep(random, ENDING)],
    environments: between.some(({ environment }) => environment !== ENVIRONMENTS[0])
      ? ENVIRONMENTS
      : [ENVIRONMENTS[0]],
    pageSize: random.between(1, 5),
  };
};

/** One chapter by turns, so that none is left out, and up to two more. */
const chooseChapters = (random: Random, index: number): readonly (readonly Task[])[] => {
  const first = index % CHAPTERS.length;
  const others = CHAPTERS.filter((_chapter, at) => at !== first && random.chance(0.25));
  const chosen = [CHAPTERS[first] ?? [], ...others.slice(0, 2)];
  return random.chance(0.5) ? chosen : chosen.reverse();
};

/** Whether two jobs get in each other's way, and may be done in any order: the last of a chapter and the first of the next. */
const mayClash = (task: Task, second: Task, chapters: readonly (readonly Task[])[]): boolean =>
  task.environment === second.environment && chapters.some(([first]) => first === second);

const planStep = (random: Random, task: Task): Step => {
  if (random.chance(CHANCES.resumed)) return { task, manner: "resumed" };
  if (!random.chance(CHANCES.fault)) return { task, manner: "plain" };
  const fault = random.pick(faultsFor(task.operation, random));
  return { task, manner: fault.kind === "stuckJob" && random.chance(0.7) ? "impatient" : "plain", fault };
};

/** A gateway's page in place of an answer, though the service has done what it was asked for. */
const lost = (operation: string): StagedFault => ({
  kind: "response",
  operation,
  statusCode: 504,
  headers: { "content-type": "text/html" },
  body: "<html><body><h1>504 Gateway Time-out</h1></body></html>",
  isExecuted: true,
});

const faultsFor = (operation: string, random: Random): readonly StagedFault[] => [
  { kind: "jobFailure", operation, error: `stack ${random.between(1, 1_000_000)} is not there` },
  { kind: "jobFailure", operation, error: "" },
  { kind: "jobFailure", operation },
  { kind: "throttling", operation },
  { kind: "throttling", operation: "GetBackendJob", times: random.between(1, 4) },
  { kind: "error", operation: "GetBackendJob", name: "GatewayTimeoutException" },
  lost("GetBackendJob"),
  lost("ListBackendJobs"),
  { kind: "stuckJob", operation },
];
