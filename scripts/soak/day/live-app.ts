import { paginateListBackendJobs } from "@tinsmith/amplifybackend";
import type { AppPlan, Step } from "../plan/plan-app.js";
import type { SoakService } from "../service/service.js";
import { doElsewhere } from "./elsewhere.js";
import { doJob, followToEnd, startJob, type Try, type TryEnd } from "./follow.js";
import type { Site } from "./site.js";

/** Where apps live. */
export interface Day {
  readonly site: Site;
  readonly service: SoakService;
  /** Of the ledgers. */
  readonly folder: string;
}

/** Tries of a job that fails: faults may come one after another. */
const TRIES = 8;

/** Lives an app's day: all its jobs, one after another, and a look at the list of them. */
export const liveApp = async (day: Day, plan: AppPlan): Promise<void> => {
  try {
    for (const [index, step] of plan.steps.entries())
      await takeStep(day, plan.app, step, `${plan.app}/${index}`);
    for (const environment of plan.environments) await listJobs(day, plan, environment);
  } catch (error) {
    day.site.ledger.write({ kind: "mishap", by: plan.app, what: describe(error) });
  }
};

/** Does a step's jobs again until they end well. */
const takeStep = async (day: Day, app: string, step: Step, name: string): Promise<void> => {
  if (step.fault !== undefined) day.service.stage(step.fault);
  const first: Try = { by: `${name}.1`, app, task: step.task, manner: step.manner };
  if (step.second === undefined) {
    const found = step.manner === "elsewhere" ? await goElsewhere(day, first) : await doJob(day.site, first);
    return repeat(day.site, name, first, found);
  }
  const { task, onConflict } = step.second;
  const second: Try = { by: `${name}b.1`, app, task, onConflict };
  const ends = await (onConflict === "wait"
    ? doTogether(day.site, first, second)
    : clash(day.site, first, second));
  await repeat(day.site, name, first, ends[0]);
  await repeat(day.site, `${name}b`, { ...second, onConflict: "fail" }, ends[1]);
};

const repeat = async (site: Site, name: string, { app, task }: Try, found: TryEnd): Promise<void> => {
  let last = found;
  for (let tries = 2; last !== "completed" && tries <= TRIES; tries++) {
    last = await doJob(site, { by: `${name}.${tries}`, app, task });
  }
  if (last !== "completed") throw new Error(`${task.operation} did not end well in ${TRIES} tries: ${last}`);
};

/** Two jobs at once, of which the one that comes second waits for the other. */
const doTogether = (site: Site, first: Try, second: Try): Promise<[TryEnd, TryEnd]> =>
  Promise.all([doJob(site, { ...first, onConflict: "wait" }), doJob(site, second)]);

/** A job in the way of another, which is refused. */
const clash = async (site: Site, first: Try, second: Try): Promise<[TryEnd, TryEnd]> => {
  const following = startJob(site, first);
  const end = followToEnd(site, following);
  await following.poller.started().catch(() => {});
  return Promise.all([end, doJob(site, second)]);
};

const goElsewhere = ({ service: { connection }, folder }: Day, { by, app }: Try): Promise<TryEnd> =>
  doElsewhere({ connection, folder, name: app, by, app });

const listJobs = async ({ site }: Day, { app, pageSize }: AppPlan, environment: string): Promise<void> => {
  const by = `${app} listing ${environment}`;
  const input = { AppId: app, BackendEnvironmentName: environment };
  const jobs: string[] = [];
  await site.as(by, async () => {
    for await (const { JobId } of paginateListBackendJobs({ client: site.client, pageSize }, input).items()) {
      jobs.push(JobId ?? "");
      if (site.sabotage === "skips-page" && jobs.length >= pageSize) break;
    }
  });
  site.ledger.write({ kind: "listed", by, app, environment, jobs });
};

const describe = (error: unknown): string => {
  const { name, message } = error as Error;
  return `${name}: ${message}`;
};
