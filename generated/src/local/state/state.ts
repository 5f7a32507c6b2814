// Copied by tinsmith from model/extensions/local/state/state.ts. Do not edit: change that file and run `npm run generate`.
import { notFound } from "../errors.js";
import type { AppState } from "./app.js";
import type { EnvironmentState } from "./environment.js";

/** Everything that the local service keeps, jobs excepted. */
export interface LocalState {
  /** By app id. */
  readonly apps: Map<string, AppState>;
  /** The account's buckets: name to instant of creation, in milliseconds since the epoch. */
  readonly buckets: Map<string, number>;
}

/** @throws HostError NotFoundException */
export const findApp = (state: LocalState, appId: string): AppState => {
  const app = state.apps.get(appId);
  if (app === undefined) throw notFound("App", `App ${appId} does not exist`);
  return app;
};

/** @throws HostError NotFoundException, for the app or the environment */
export const findEnvironment = (state: LocalState, appId: string, name: string): EnvironmentState => {
  const environment = findApp(state, appId).environments.get(name);
  if (environment === undefined) {
    throw notFound("BackendEnvironment", `App ${appId} has no backend environment ${name}`);
  }
  return environment;
};

/** Takes an environment away, and with it the buckets that the service made for it. */
export const removeEnvironment = (state: LocalState, app: AppState, name: string): void => {
  for (const { bucketName, isImported } of app.environments.get(name)?.storages.values() ?? []) {
    if (!isImported) state.buckets.delete(bucketName);
  }
  app.environments.delete(name);
};

/** Notes a bucket of the account; one that is there already keeps its date. */
export const addBucket = (state: LocalState, name: string, time: number): void => {
  if (!state.buckets.has(name)) state.buckets.set(name, time);
};
