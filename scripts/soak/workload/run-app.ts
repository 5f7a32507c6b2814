import { paginateListBackendJobs } from "@tinsmith/amplifybackend";
import type { AppPlan, Step } from "../plan/plan-app.js";
import type { SoakService } from "../service/service.js";
import { runInChildProcesses } from "./child-process.js";
import type { ClientContext } from "./client-context.js";
import { type AttemptOutcome, type JobAttempt, pollToEnd, runJob, startJob } from "./run-job.js";

/** What the workload runs with. */
export interface SoakSetup {
  readonly context: ClientContext;
  readonly service: SoakService;
  /** For the event logs. */
  readonly folder: string;
}

/** Attempts at a job that fails: several faults may hit it in a row. */
const ATTEMPTS = 8;

/** Runs an app's workload: all its jobs, one after another, then lists them. */
export const runApp = async (setup: SoakSetup, plan: AppPlan): Promise<void> => {
  try {
    for (const [index, step] of plan.steps.entries())
      await runStep(setup, plan, step, `${plan.app}/${index}`);
    for (const environment of plan.environments) await listJobs(setup, plan, environment);
  } catch (error) {
    setup.context.log.write({ kind: "error", by: plan.app, message: describeError(error) });
  }
};

/** Runs a step's jobs, and repeats them until they complete. */
const runStep = async (
  setup: SoakSetup,
  { app, abortsEarly }: AppPlan,
  step: Step,
  name: string,
): Promise<void> => {
  if (step.fault !== undefined) setup.service.stage(step.fault);
  const first: JobAttempt = { by: `${name}.1`, app, task: step.task, mode: step.mode, abortsEarly };
  if (step.second === undefined) {
    const found =
      step.mode === "newProcess" ? await runInChildren(setup, first) : await runJob(setup.context, first);
    return repeat(setup.context, name, first, found);
  }
  const { task, onConflict } = step.second;
  const second: JobAttempt = { by: `${name}b.1`, app, task, onConflict, abortsEarly };
  const ends = await (onConflict === "wait"
    ? runTogether(setup.context, first, second)
    : runConflicting(setup.context, first, second));
  await repeat(setup.context, name, first, ends[0]);
  await repeat(setup.context, `${name}b`, second, ends[1]);
};

const repeat = async (
  context: ClientContext,
  name: string,
  { app, task, abortsEarly = false }: JobAttempt,
  found: AttemptOutcome,
): Promise<void> => {
  let last = found;
  for (let attempts = 2; last !== "completed" && attempts <= ATTEMPTS; attempts++) {
    last = await runJob(context, { by: `${name}.${attempts}`, app, task, abortsEarly });
  }
  if (last !== "completed")
    throw new Error(`${task.operation} did not complete in ${ATTEMPTS} attempts: ${last}`);
};

/** Two jobs at once: the one that arrives second waits for the other. */
const runTogether = (
  context: ClientContext,
  first: JobAttempt,
  second: JobAttempt,
): Promise<[AttemptOutcome, AttemptOutcome]> =>
  Promise.all([runJob(context, { ...first, onConflict: "wait" }), runJob(context, second)]);

/** Two jobs of which the second is refused while the first runs. */
const runConflicting = async (
  context: ClientContext,
  first: JobAttempt,
  second: JobAttempt,
): Promise<[AttemptOutcome, AttemptOutcome]> => {
  const polled = startJob(context, first);
  const end = pollToEnd(context, polled);
  await polled.poller.started().catch(() => {});
  return Promise.all([end, runJob(context, second)]);
};

const runInChildren = (
  { service: { connection }, folder }: SoakSetup,
  { by, app }: JobAttempt,
): Promise<AttemptOutcome> => runInChildProcesses({ connection, folder, name: app, by, app });

const listJobs = async (
  { context }: SoakSetup,
  { app, pageSize }: AppPlan,
  environment: string,
): Promise<void> => {
  const by = `${app} listing ${environment}`;
  const input = { AppId: app, BackendEnvironmentName: environment };
  const jobs: string[] = [];
  const readPages = async (startingToken: string | undefined, attempts: number): Promise<void> => {
    const pages = paginateListBackendJobs({ client: context.client, pageSize, startingToken }, input);
    try {
      for await (const { Jobs = [] } of pages) {
        jobs.push(...Jobs.map(({ JobId = "" }) => JobId));
        if (context.sabotage === "skips-page") break;
      }
    } catch (error) {
      // So many responses may be lost that the client gives up.
      if (attempts === ATTEMPTS) throw error;
      await readPages(pages.nextToken, attempts + 1);
    }
  };
  await context.runAs(by, () => readPages(undefined, 1));
  context.log.write({ kind: "listed", by, app, environment, jobs });
};

const describeError = (error: unknown): string => {
  const { name, message } = error as Error;
  return `${name}: ${message}`;
};
