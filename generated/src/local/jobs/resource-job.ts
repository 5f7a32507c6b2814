// Copied by tinsmith from model/extensions/local/jobs/resource-job.ts. Do not edit: change that file and run `npm run generate`.
import type { EnvironmentState } from "../state/environment.js";
import { findEnvironment } from "../state/state.js";
import type { LocalWorld } from "../world.js";
import type { Job, JobEffect } from "./job.js";

/** The part of an input that says where. */
export interface EnvironmentPlace {
  readonly AppId: string;
  readonly BackendEnvironmentName: string;
}

/**
 * The environment that a job is about to change.
 *
 * @throws HostError ValidationException if another job has it; NotFoundException if there is none
 */
export const openEnvironment = ({ state, jobs }: LocalWorld, place: EnvironmentPlace): EnvironmentState => {
  jobs.requireIdle(place.AppId, [place.BackendEnvironmentName]);
  return findEnvironment(state, place.AppId, place.BackendEnvironmentName);
};

/** Starts a job that changes a resource of one environment. */
export const startResourceJob = (
  { jobs }: LocalWorld,
  operation: string,
  { AppId, BackendEnvironmentName }: EnvironmentPlace,
  effect: JobEffect,
): Job => jobs.start({ operation, appId: AppId, environments: [BackendEnvironmentName], effect });
