import type { StagedFault } from "@tinsmith/amplifybackend/local";
import { Random } from "../../lib/random.js";
import { BEGINNING, CHAPTERS, ENDING, ENVIRONMENTS, type Task } from "./chapters.js";

/**
 * How a job is followed: by one poller (`plain`), by a second one that resumes the first (`resumed`), or in another process
 * after the one that started it has been killed (`elsewhere`).
 */
export type Manner = "plain" | "resumed" | "elsewhere";

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
  /** Whether a job that takes long is left before the poller gives up by itself. */
  readonly isImpatient: boolean;
}

/** Of so many apps one is begun in a process that is killed, which costs two processes. */
const KILLED_EVERY = 100;
const FIRST_KILLED = 5;

const CHANCES = { second: 0.5, resumed: 0.15, fault: 0.15, impatient: 0.7 };

/** Plans an app's day. @param index - from 0 */
export const planApp = (seed: number, index: number): AppPlan => {
  const random = new Random(seed, index);
  const chapters = chooseChapters(random, index);
  const isKilled = index % KILLED_EVERY === FIRST_KILLED;
  const beginning: Step = isKilled ? { task: BEGINNING, manner: "elsewhere" } : planStep(random, BEGINNING);
  const [dev] = ENVIRONMENTS;
  const hasClone = chapters.flat().some(({ environment }) => environment !== dev);
  return {
    app: `d${String(index).padStart(6, "0")}soak`,
    steps: [beginning, ...planSteps(random, chapters), planStep(random, ENDING)],
    environments: hasClone ? ENVIRONMENTS : [dev],
    pageSize: random.between(1, 5),
    isImpatient: random.chance(CHANCES.impatient),
  };
};

/** Jobs one by one, and some by twos. */
const planSteps = (random: Random, chapters: readonly (readonly Task[])[]): readonly Step[] => {
  const tasks = chapters.flat();
  const steps: Step[] = [];
  for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
    const [second] = tasks;
    if (second !== undefined && mayClash(task, second, chapters) && random.chance(CHANCES.second)) {
      const onConflict = random.pick(["fail", "wait"] as const);
      steps.push({ task, manner: "plain", second: { task: second, onConflict } });
      tasks.shift();
    } else {
      steps.push(planStep(random, task));
    }
  }
  return steps;
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
  return { task, manner: "plain", fault: random.pick(faultsFor(task.operation, random)) };
};

const faultsFor = (operation: string, random: Random): readonly StagedFault[] => [
  { kind: "jobFailure", operation, error: `stack ${random.between(1, 1_000_000)} is not there` },
  { kind: "jobFailure", operation, error: "" },
  { kind: "jobFailure", operation },
  { kind: "throttling", operation },
  { kind: "throttling", operation: "GetBackendJob", times: random.between(1, 4) },
  { kind: "pendingJob", operation },
  { kind: "error", operation: "GetBackendJob", name: "GatewayTimeoutException" },
  // The service has done what it was asked for, and nobody is told.
  { kind: "htmlPage", operation: "GetBackendJob", isExecuted: true },
  { kind: "droppedConnection", operation: "GetBackendJob", isExecuted: true },
  { kind: "droppedConnection", operation: "ListBackendJobs", breaks: "within" },
  { kind: "stuckJob", operation },
];
