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
    for (const [index, step] of plan.steps.entries()) await takeStep(day, plan, step, `${plan.app}/${index}`);
    for (const environment of plan.environments) await listJobs(day, plan, environment);
  } catch (error) {
    day.site.ledger.write({ kind: "mishap", by: plan.app, what: describe(error) });
  }
};

/** Does a step's jobs again until they end well. */
const takeStep = async (day: Day, { app, isImpatient }: AppPlan, step: Step, name: string): Promise<void> => {
  if (step.fault !== undefined) day.service.stage(step.fault);
  const first: Try = { by: `${name}.1`, app, task: step.task, manner: step.manner, isImpatient };
  if (step.second === undefined) {
    const found = step.manner === "elsewhere" ? await goElsewhere(day, first) : await doJob(day.site, first);
    return repeat(day.site, name, first, found);
  }
  const { task, onConflict } = step.second;
  const second: Try = { by: `${name}b.1`, app, task, onConflict, isImpatient };
  const ends = await (onConflict === "wait"
    ? doTogether(day.site, first, second)
    : clash(day.site, first, second));
  await repeat(day.site, name, first, ends[0]);
  await repeat(day.site, `${name}b`, second, ends[1]);
};

const repeat = async (
  site: Site,
  name: string,
  { app, task, isImpatient = false }: Try,
  found: TryEnd,
): Promise<void> => {
  let last = found;
  for (let tries = 2; last !== "completed" && tries <= TRIES; tries++) {
    last = await doJob(site, { by: `${name}.${tries}`, app, task, isImpatient });
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
  const turnPages = async (startingToken: string | undefined, tries: number): Promise<void> => {
    const pages = paginateListBackendJobs({ client: site.client, pageSize, startingToken }, input);
    try {
      for await (const { Jobs = [] } of pages) {
        jobs.push(...Jobs.map(({ JobId = "" }) => JobId));
        if (site.sabotage === "skips-page") break;
      }
    } catch (error) {
      // So many answers may be lost that the client gives up.
      if (tries === TRIES) throw error;
      await turnPages(pages.nextToken, tries + 1);
    }
  };
  await site.as(by, () => turnPages(undefined, 1));
  site.ledger.write({ kind: "listed", by, app, environment, jobs });
};

const describe = (error: unknown): string => {
  const { name, message } = error as Error;
  return `${name}: ${message}`;
};
