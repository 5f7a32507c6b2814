import type { StagedFault } from "@tinsmith/amplifybackend/local";
import { Random } from "../../lib/random.js";
import { ENVIRONMENTS, FIRST_TASK, LAST_TASK, TASK_SEQUENCES, type Task } from "./tasks.js";

/**
 * How a job is polled: by one poller (`plain`), by a second one that resumes the first (`resumed`), or by one in a new
 * process, after the process that started the job was killed (`newProcess`).
 */
export type PollingMode = "plain" | "resumed" | "newProcess";

/** One job of an app, or two that conflict. */
export interface Step {
  readonly task: Task;
  readonly mode: PollingMode;
  /** A second job in the same environment, and what it does about the first. */
  readonly second?: { readonly task: Task; readonly onConflict: "fail" | "wait" };
  /** A fault to stage before the step; another app may be the one to hit it. */
  readonly fault?: StagedFault;
}

/** The workload of one app. */
export interface AppPlan {
  readonly app: string;
  readonly steps: readonly Step[];
  /** Environments whose jobs are listed at the end. */
  readonly environments: readonly string[];
  readonly pageSize: number;
  /** Whether a stuck job's poller is aborted before it times out. */
  readonly abortsEarly: boolean;
}

/** One in so many apps is created from a process that is killed; each costs two processes. */
const KILLED_EVERY = 100;
const FIRST_KILLED = 5;

const CHANCES = { second: 0.5, resumed: 0.15, fault: 0.15, earlyAbort: 0.7 };

/** Plans an app's workload. @param index - from 0 */
export const planApp = (seed: number, index: number): AppPlan => {
  const random = new Random(seed, index);
  const sequences = chooseSequences(random, index);
  const isKilled = index % KILLED_EVERY === FIRST_KILLED;
  const first: Step = isKilled ? { task: FIRST_TASK, mode: "newProcess" } : planStep(random, FIRST_TASK);
  const [dev] = ENVIRONMENTS;
  const hasClone = sequences.flat().some(({ environment }) => environment !== dev);
  return {
    app: `d${String(index).padStart(6, "0")}soak`,
    steps: [first, ...planSteps(random, sequences), planStep(random, LAST_TASK)],
    environments: hasClone ? ENVIRONMENTS : [dev],
    pageSize: random.between(1, 5),
    abortsEarly: random.chance(CHANCES.earlyAbort),
  };
};

/** Single jobs, and some conflicting pairs. */
const planSteps = (random: Random, sequences: readonly (readonly Task[])[]): readonly Step[] => {
  const tasks = sequences.flat();
  const steps: Step[] = [];
  for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
    const [second] = tasks;
    if (second !== undefined && canConflict(task, second, sequences) && random.chance(CHANCES.second)) {
      const onConflict = random.pick(["fail", "wait"] as const);
      steps.push({ task, mode: "plain", second: { task: second, onConflict } });
      tasks.shift();
    } else {
      steps.push(planStep(random, task));
    }
  }
  return steps;
};

/** One sequence in rotation, so that none is left out, and up to two more. */
const chooseSequences = (random: Random, index: number): readonly (readonly Task[])[] => {
  const first = index % TASK_SEQUENCES.length;
  const others = TASK_SEQUENCES.filter((_sequence, at) => at !== first && random.chance(0.25));
  const chosen = [TASK_SEQUENCES[first] ?? [], ...others.slice(0, 2)];
  return random.chance(0.5) ? chosen : chosen.reverse();
};

/** Whether two jobs conflict and may run in either order: the last of a sequence and the first of the next. */
const canConflict = (task: Task, second: Task, sequences: readonly (readonly Task[])[]): boolean =>
  task.environment === second.environment && sequences.some(([first]) => first === second);

const planStep = (random: Random, task: Task): Step => {
  if (random.chance(CHANCES.resumed)) return { task, mode: "resumed" };
  if (!random.chance(CHANCES.fault)) return { task, mode: "plain" };
  return { task, mode: "plain", fault: random.pick(faultsFor(task.operation, random)) };
};

const faultsFor = (operation: string, random: Random): readonly StagedFault[] => [
  { kind: "jobFailure", operation, error: `stack ${random.between(1, 1_000_000)} is not there` },
  { kind: "jobFailure", operation, error: "" },
  { kind: "jobFailure", operation },
  { kind: "throttling", operation },
  { kind: "throttling", operation: "GetBackendJob", times: random.between(1, 4) },
  { kind: "pendingJob", operation },
  { kind: "error", operation: "GetBackendJob", name: "GatewayTimeoutException" },
  // Executed by the service, but the response is lost.
  { kind: "htmlPage", operation: "GetBackendJob", isExecuted: true },
  { kind: "droppedConnection", operation: "GetBackendJob", isExecuted: true },
  { kind: "droppedConnection", operation: "ListBackendJobs", breaks: "within" },
  { kind: "stuckJob", operation },
];
