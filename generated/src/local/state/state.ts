// Copied by tinsmith from model/extensions/local/state/state.ts. Do not edit: change that file and run `npm run generate`.
import { notFound } from "../errors.js";
import type { AppState } from "./app.js";
import type { EnvironmentState, StorageState } from "./environment.js";

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

/** Takes an environment away, and with it the buckets that were made for it. */
export const removeEnvironment = (state: LocalState, app: AppState, name: string): void => {
  for (const storage of app.environments.get(name)?.storages.values() ?? []) dropBucket(state, storage);
  app.environments.delete(name);
};

/**
 * Notes a bucket of the account; one that is there already keeps its date.
 *
 * @returns whether there was none before
 */
export const addBucket = (state: LocalState, name: string, time: number): boolean => {
  if (state.buckets.has(name)) return false;
  state.buckets.set(name, time);
  return true;
};

/** Deletes the bucket of a storage that is going, if it was made for it. */
export const dropBucket = (state: LocalState, { bucketName, ownsBucket }: StorageState): void => {
  if (ownsBucket) state.buckets.delete(bucketName);
};
