import type { LocalWorld } from "../world.js";
import { type ApiHandlers, createApiHandlers } from "./apis.js";
import { type AuthHandlers, createAuthHandlers } from "./auth.js";
import { type BackendHandlers, createBackendHandlers } from "./backends.js";
import { type ConfigHandlers, createConfigHandlers } from "./config.js";
import { createJobHandlers, type JobHandlers } from "./jobs.js";
import { createStorageHandlers, type StorageHandlers } from "./storage.js";
import { createTokenHandlers, type TokenHandlers } from "./tokens.js";

/** A handler for each of the service's operations. */
export type LocalHandlers = ApiHandlers &
  AuthHandlers &
  BackendHandlers &
  ConfigHandlers &
  JobHandlers &
  StorageHandlers &
  TokenHandlers;

/** Makes the handlers of all operations. */
export const createHandlers = (world: LocalWorld): LocalHandlers => ({
  ...createApiHandlers(world),
  ...createAuthHandlers(world),
  ...createBackendHandlers(world),
  ...createConfigHandlers(world),
  ...createJobHandlers(world),
  ...createStorageHandlers(world),
  ...createTokenHandlers(world),
});
