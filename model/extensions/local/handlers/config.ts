import type { OperationHandler, Validated } from "@tinsmith/runtime/host";
import type {
  CreateBackendConfigRequest,
  CreateBackendConfigResponse,
} from "../../commands/CreateBackendConfigCommand.js";
import type {
  RemoveBackendConfigRequest,
  RemoveBackendConfigResponse,
} from "../../commands/RemoveBackendConfigCommand.js";
import type {
  UpdateBackendConfigRequest,
  UpdateBackendConfigResponse,
} from "../../commands/UpdateBackendConfigCommand.js";
import { badRequest, notFound } from "../errors.js";
import { startedQuietJob } from "../jobs/started-job.js";
import type { AppState, ConfigState } from "../state/app.js";
import { findApp } from "../state/state.js";
import type { LocalWorld } from "../world.js";

/** Handlers of what gives access to Amplify Studio. */
export interface ConfigHandlers {
  readonly CreateBackendConfig: OperationHandler<CreateBackendConfigRequest, CreateBackendConfigResponse>;
  readonly UpdateBackendConfig: OperationHandler<UpdateBackendConfigRequest, UpdateBackendConfigResponse>;
  readonly RemoveBackendConfig: OperationHandler<RemoveBackendConfigRequest, RemoveBackendConfigResponse>;
}

/** Makes the handlers of what gives access to Amplify Studio. */
export const createConfigHandlers = (world: LocalWorld): ConfigHandlers => ({
  CreateBackendConfig: (input) => createConfig(world, input),
  UpdateBackendConfig: (input) => updateConfig(world, input),
  RemoveBackendConfig: (input) => removeConfig(world, input),
});

/** The input names no environment: the job runs in the app's first, which the answer tells. */
const createConfig = (
  { state, jobs }: LocalWorld,
  { AppId, BackendManagerAppId }: Validated<CreateBackendConfigRequest>,
): CreateBackendConfigResponse => {
  const app = findApp(state, AppId);
  const [environment] = app.environments.keys();
  if (environment === undefined)
    throw notFound("BackendEnvironment", `App ${AppId} has no backend environment`);
  jobs.requireIdle(AppId, [environment]);
  if (app.config !== undefined) throw badRequest(`App ${AppId} already has a backend config`);
  const effect = (): void => {
    app.config = { backendManagerAppId: BackendManagerAppId, login: undefined };
  };
  const job = { operation: "CreateBackendConfig", appId: AppId, environments: [environment], effect };
  return startedQuietJob(jobs.start(job));
};

/** Takes effect at once. */
const updateConfig = (
  { state }: LocalWorld,
  { AppId, LoginAuthConfig }: Validated<UpdateBackendConfigRequest>,
): UpdateBackendConfigResponse => {
  const app = findApp(state, AppId);
  const { backendManagerAppId, login } = findConfig(app);
  app.config = { backendManagerAppId, login: LoginAuthConfig ?? login };
  return { AppId, BackendManagerAppId: backendManagerAppId, LoginAuthConfig: app.config.login };
};

/** Takes effect at once. */
const removeConfig = (
  { state }: LocalWorld,
  { AppId }: Validated<RemoveBackendConfigRequest>,
): RemoveBackendConfigResponse => {
  const app = findApp(state, AppId);
  findConfig(app);
  app.config = undefined;
  return {};
};

const findConfig = ({ appId, config }: AppState): ConfigState => {
  if (config === undefined) throw notFound("Config", `App ${appId} has no backend config`);
  return config;
};
