// Copied by tinsmith from model/extensions/local/handlers/auth.ts. Do not edit: change that file and run `npm run generate`.
import type { OperationHandler, Validated } from "@tinsmith/runtime/host";
import type {
  CreateBackendAuthRequest,
  CreateBackendAuthResponse,
} from "../../commands/CreateBackendAuthCommand.js";
import type {
  DeleteBackendAuthRequest,
  DeleteBackendAuthResponse,
} from "../../commands/DeleteBackendAuthCommand.js";
import type { GetBackendAuthRequest, GetBackendAuthResponse } from "../../commands/GetBackendAuthCommand.js";
import type {
  ImportBackendAuthRequest,
  ImportBackendAuthResponse,
} from "../../commands/ImportBackendAuthCommand.js";
import type {
  UpdateBackendAuthRequest,
  UpdateBackendAuthResponse,
} from "../../commands/UpdateBackendAuthCommand.js";
import { requireCompleteAuth } from "../complete-auth.js";
import { openEnvironment, startResourceJob } from "../jobs/resource-job.js";
import { startedJob } from "../jobs/started-job.js";
import { mergeConfig } from "../merge-config.js";
import type { AuthState } from "../state/environment.js";
import { findResource, requireUnused } from "../state/resources.js";
import { findEnvironment } from "../state/state.js";
import type { LocalWorld } from "../world.js";

/** Handlers of authentication. */
export interface AuthHandlers {
  readonly CreateBackendAuth: OperationHandler<CreateBackendAuthRequest, CreateBackendAuthResponse>;
  readonly ImportBackendAuth: OperationHandler<ImportBackendAuthRequest, ImportBackendAuthResponse>;
  readonly GetBackendAuth: OperationHandler<GetBackendAuthRequest, GetBackendAuthResponse>;
  readonly UpdateBackendAuth: OperationHandler<UpdateBackendAuthRequest, UpdateBackendAuthResponse>;
  readonly DeleteBackendAuth: OperationHandler<DeleteBackendAuthRequest, DeleteBackendAuthResponse>;
}

/** Makes the handlers of authentication. */
export const createAuthHandlers = (world: LocalWorld): AuthHandlers => ({
  CreateBackendAuth: (input) => createAuth(world, input),
  ImportBackendAuth: (input) => importAuth(world, input),
  GetBackendAuth: (input) => getAuth(world, input),
  UpdateBackendAuth: (input) => updateAuth(world, input),
  DeleteBackendAuth: (input) => deleteAuth(world, input),
});

const createAuth = (
  world: LocalWorld,
  input: Validated<CreateBackendAuthRequest>,
): CreateBackendAuthResponse => {
  const { ResourceName: name, ResourceConfig: config } = input;
  const { auths } = openEnvironment(world, input);
  requireUnused("Auth", auths, name);
  return startedJob(
    startResourceJob(world, "CreateBackendAuth", input, () => {
      auths.set(name, { config });
    }),
  );
};

/** There is no Cognito here: any pool is taken to exist. The input has no resource name; the pool's id is it. */
const importAuth = (
  world: LocalWorld,
  input: Validated<ImportBackendAuthRequest>,
): ImportBackendAuthResponse => {
  const { auths } = openEnvironment(world, input);
  requireUnused("Auth", auths, input.UserPoolId);
  return startedJob(
    startResourceJob(world, "ImportBackendAuth", input, () => {
      auths.set(input.UserPoolId, importedAuth(input));
    }),
  );
};

const importedAuth = (input: Validated<ImportBackendAuthRequest>): AuthState => ({
  config: {
    Service: "COGNITO",
    AuthResources: input.IdentityPoolId === undefined ? "USER_POOL_ONLY" : "IDENTITY_POOL_AND_USER_POOL",
    UserPoolConfigs: {
      UserPoolName: input.UserPoolId,
      SignInMethod: "USERNAME",
      RequiredSignUpAttributes: [],
    },
  },
  imported: {
    userPoolId: input.UserPoolId,
    identityPoolId: input.IdentityPoolId,
    webClientId: input.WebClientId,
    nativeClientId: input.NativeClientId,
  },
});

const getAuth = ({ state }: LocalWorld, input: Validated<GetBackendAuthRequest>): GetBackendAuthResponse => {
  const { AppId, BackendEnvironmentName, ResourceName } = input;
  const { auths } = findEnvironment(state, AppId, BackendEnvironmentName);
  const { config } = findResource("Auth", auths, ResourceName);
  return { AppId, BackendEnvironmentName, ResourceName, ResourceConfig: config };
};

/** What the input leaves out stays. */
const updateAuth = (
  world: LocalWorld,
  input: Validated<UpdateBackendAuthRequest>,
): UpdateBackendAuthResponse => {
  const { ResourceName: name, ResourceConfig: change } = input;
  const { auths } = openEnvironment(world, input);
  const before = findResource("Auth", auths, name);
  const config = mergeConfig(before.config, change);
  requireCompleteAuth(config);
  return startedJob(
    startResourceJob(world, "UpdateBackendAuth", input, () => {
      auths.set(name, { ...before, config });
    }),
  );
};

const deleteAuth = (
  world: LocalWorld,
  input: Validated<DeleteBackendAuthRequest>,
): DeleteBackendAuthResponse => {
  const { auths } = openEnvironment(world, input);
  findResource("Auth", auths, input.ResourceName);
  return startedJob(
    startResourceJob(world, "DeleteBackendAuth", input, () => {
      auths.delete(input.ResourceName);
    }),
  );
};
