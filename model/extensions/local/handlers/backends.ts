import type { OperationHandler, Validated } from "@tinsmith/runtime/host";
import type { CloneBackendRequest, CloneBackendResponse } from "../../commands/CloneBackendCommand.js";
import type { CreateBackendRequest, CreateBackendResponse } from "../../commands/CreateBackendCommand.js";
import type { DeleteBackendRequest, DeleteBackendResponse } from "../../commands/DeleteBackendCommand.js";
import type { GetBackendRequest, GetBackendResponse } from "../../commands/GetBackendCommand.js";
import type {
  RemoveAllBackendsRequest,
  RemoveAllBackendsResponse,
} from "../../commands/RemoveAllBackendsCommand.js";
import { badRequest, metaFileNotFound, notFound } from "../errors.js";
import { startedJob } from "../jobs/started-job.js";
import { featureFlags, metaConfigOf } from "../payloads/backend-payloads.js";
import { createApp } from "../state/app.js";
import { cloneEnvironment, createEnvironment, type EnvironmentState } from "../state/environment.js";
import { addBucket, findApp, findEnvironment, removeEnvironment } from "../state/state.js";
import type { LocalWorld } from "../world.js";

/** Handlers of what concerns whole environments. */
export interface BackendHandlers {
  readonly CreateBackend: OperationHandler<CreateBackendRequest, CreateBackendResponse>;
  readonly CloneBackend: OperationHandler<CloneBackendRequest, CloneBackendResponse>;
  readonly GetBackend: OperationHandler<GetBackendRequest, GetBackendResponse>;
  readonly DeleteBackend: OperationHandler<DeleteBackendRequest, DeleteBackendResponse>;
  readonly RemoveAllBackends: OperationHandler<RemoveAllBackendsRequest, RemoveAllBackendsResponse>;
}

/** Makes the handlers of what concerns whole environments. */
export const createBackendHandlers = (world: LocalWorld): BackendHandlers => ({
  CreateBackend: (input) => createBackend(world, input),
  CloneBackend: (input) => cloneBackend(world, input),
  GetBackend: (input, { region }) => getBackend(world, input, region),
  DeleteBackend: (input) => deleteBackend(world, input),
  RemoveAllBackends: (input) => removeAllBackends(world, input),
});

/** The app is the caller's; it, and the environment, are there for all to see once the job is COMPLETED. */
const createBackend = (
  { state, jobs }: LocalWorld,
  input: Validated<CreateBackendRequest>,
): CreateBackendResponse => {
  const { AppId, AppName, BackendEnvironmentName: name } = input;
  jobs.requireIdle(AppId, [name]);
  requireFree(state.apps.get(AppId)?.environments, AppId, name);
  const effect = (): void => {
    const app = state.apps.get(AppId) ?? createApp(AppId, AppName);
    app.environments.set(name, createEnvironment(name));
    state.apps.set(AppId, app);
  };
  return startedJob(jobs.start({ operation: "CreateBackend", appId: AppId, environments: [name], effect }));
};

const cloneBackend = (
  { state, jobs }: LocalWorld,
  input: Validated<CloneBackendRequest>,
): CloneBackendResponse => {
  const { AppId, BackendEnvironmentName: name, TargetEnvironmentName: target } = input;
  jobs.requireIdle(AppId, [name, target]);
  const source = findEnvironment(state, AppId, name);
  const { environments } = findApp(state, AppId);
  requireFree(environments, AppId, target);
  const effect = (time: number): void => {
    const makeBucket = (bucketName: string): boolean => addBucket(state, bucketName, time);
    environments.set(target, cloneEnvironment(source, target, makeBucket));
  };
  const job = {
    operation: "CloneBackend",
    appId: AppId,
    environments: [name],
    locks: [name, target],
    effect,
  };
  return startedJob(jobs.start(job));
};

const getBackend = (
  { state, jobs }: LocalWorld,
  { AppId, BackendEnvironmentName: name }: Validated<GetBackendRequest>,
  region: string,
): GetBackendResponse => {
  const isThere = name === undefined || state.apps.get(AppId)?.environments.has(name) === true;
  if (!isThere && jobs.isAbout(AppId, name)) throw metaFileNotFound(name);
  const app = findApp(state, AppId);
  const answer = { AppId, AppName: app.appName, BackendEnvironmentList: [...app.environments.keys()] };
  if (name === undefined) return answer;
  const environment = findEnvironment(state, AppId, name);
  return {
    ...answer,
    BackendEnvironmentName: name,
    AmplifyMetaConfig: metaConfigOf(app, environment, region),
    AmplifyFeatureFlags: featureFlags(),
  };
};

const deleteBackend = (
  { state, jobs }: LocalWorld,
  input: Validated<DeleteBackendRequest>,
): DeleteBackendResponse => {
  const { AppId, BackendEnvironmentName: name } = input;
  jobs.requireIdle(AppId, [name]);
  findEnvironment(state, AppId, name);
  const app = findApp(state, AppId);
  const effect = (): void => removeEnvironment(state, app, name);
  return startedJob(jobs.start({ operation: "DeleteBackend", appId: AppId, environments: [name], effect }));
};

/** The answer names no environment; the job is found under each that the app has now. */
const removeAllBackends = (
  { state, jobs }: LocalWorld,
  { AppId, CleanAmplifyApp = false }: Validated<RemoveAllBackendsRequest>,
): RemoveAllBackendsResponse => {
  jobs.requireIdle(AppId, "all");
  const app = findApp(state, AppId);
  const environments = [...app.environments.keys()];
  if (environments.length === 0)
    throw notFound("BackendEnvironment", `App ${AppId} has no backend environment`);
  const effect = (): void => {
    for (const name of environments) removeEnvironment(state, app, name);
    if (CleanAmplifyApp) state.apps.delete(AppId);
  };
  const request = {
    operation: "RemoveAllBackends",
    appId: AppId,
    environments,
    locks: "all",
    effect,
  } as const;
  const job = jobs.start(request);
  return { AppId, JobId: job.jobId, Operation: job.operation, Status: job.status };
};

const requireFree = (
  environments: ReadonlyMap<string, EnvironmentState> | undefined,
  appId: string,
  name: string,
): void => {
  if (environments?.has(name) === true) {
    throw badRequest(`App ${appId} already has a backend environment ${name}`);
  }
};
