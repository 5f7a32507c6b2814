// Copied by tinsmith from model/extensions/local/handlers/apis.ts. Do not edit: change that file and run `npm run generate`.
import type { OperationHandler, Validated } from "@tinsmith/runtime/host";
import type {
  CreateBackendAPIRequest,
  CreateBackendAPIResponse,
} from "../../commands/CreateBackendAPICommand.js";
import type {
  DeleteBackendAPIRequest,
  DeleteBackendAPIResponse,
} from "../../commands/DeleteBackendAPICommand.js";
import type {
  GenerateBackendAPIModelsRequest,
  GenerateBackendAPIModelsResponse,
} from "../../commands/GenerateBackendAPIModelsCommand.js";
import type { GetBackendAPIRequest, GetBackendAPIResponse } from "../../commands/GetBackendAPICommand.js";
import type {
  GetBackendAPIModelsRequest,
  GetBackendAPIModelsResponse,
} from "../../commands/GetBackendAPIModelsCommand.js";
import type {
  UpdateBackendAPIRequest,
  UpdateBackendAPIResponse,
} from "../../commands/UpdateBackendAPICommand.js";
import { openEnvironment, startResourceJob } from "../jobs/resource-job.js";
import { startedJob } from "../jobs/started-job.js";
import { mergeConfig } from "../merge-config.js";
import { generateApiModels } from "../payloads/api-models.js";
import { findResource, requireUnused } from "../state/resources.js";
import { findEnvironment } from "../state/state.js";
import type { LocalWorld } from "../world.js";

/** Handlers of APIs and their models. */
export interface ApiHandlers {
  readonly CreateBackendAPI: OperationHandler<CreateBackendAPIRequest, CreateBackendAPIResponse>;
  readonly GetBackendAPI: OperationHandler<GetBackendAPIRequest, GetBackendAPIResponse>;
  readonly UpdateBackendAPI: OperationHandler<UpdateBackendAPIRequest, UpdateBackendAPIResponse>;
  readonly DeleteBackendAPI: OperationHandler<DeleteBackendAPIRequest, DeleteBackendAPIResponse>;
  readonly GenerateBackendAPIModels: OperationHandler<
    GenerateBackendAPIModelsRequest,
    GenerateBackendAPIModelsResponse
  >;
  readonly GetBackendAPIModels: OperationHandler<GetBackendAPIModelsRequest, GetBackendAPIModelsResponse>;
}

/** Makes the handlers of APIs and their models. */
export const createApiHandlers = (world: LocalWorld): ApiHandlers => ({
  CreateBackendAPI: (input) => createApi(world, input),
  GetBackendAPI: (input) => getApi(world, input),
  UpdateBackendAPI: (input) => updateApi(world, input),
  DeleteBackendAPI: (input) => deleteApi(world, input),
  GenerateBackendAPIModels: (input) => generateModels(world, input),
  GetBackendAPIModels: (input) => getModels(world, input),
});

const createApi = (
  world: LocalWorld,
  input: Validated<CreateBackendAPIRequest>,
): CreateBackendAPIResponse => {
  const { ResourceName: name, ResourceConfig: config } = input;
  const { apis } = openEnvironment(world, input);
  requireUnused("API", apis, name);
  return startedJob(
    startResourceJob(world, "CreateBackendAPI", input, () => {
      apis.set(name, { config, areModelsLatest: false });
    }),
  );
};

const getApi = ({ state }: LocalWorld, input: Validated<GetBackendAPIRequest>): GetBackendAPIResponse => {
  const { AppId, BackendEnvironmentName, ResourceName } = input;
  const { apis } = findEnvironment(state, AppId, BackendEnvironmentName);
  const { config } = findResource("API", apis, ResourceName);
  return { AppId, BackendEnvironmentName, ResourceName, ResourceConfig: config };
};

/** What the input leaves out stays. A new schema makes the models stale. */
const updateApi = (
  world: LocalWorld,
  input: Validated<UpdateBackendAPIRequest>,
): UpdateBackendAPIResponse => {
  const { ResourceName: name, ResourceConfig: change = {} } = input;
  const { apis } = openEnvironment(world, input);
  const before = findResource("API", apis, name);
  return startedJob(
    startResourceJob(world, "UpdateBackendAPI", input, () => {
      const config = mergeConfig(before.config, change);
      const hasSameSchema = config.TransformSchema === before.config.TransformSchema;
      apis.set(name, { ...before, config, areModelsLatest: before.areModelsLatest && hasSameSchema });
    }),
  );
};

const deleteApi = (
  world: LocalWorld,
  input: Validated<DeleteBackendAPIRequest>,
): DeleteBackendAPIResponse => {
  const { apis } = openEnvironment(world, input);
  findResource("API", apis, input.ResourceName);
  return startedJob(
    startResourceJob(world, "DeleteBackendAPI", input, () => {
      apis.delete(input.ResourceName);
    }),
  );
};

const generateModels = (
  world: LocalWorld,
  input: Validated<GenerateBackendAPIModelsRequest>,
): GenerateBackendAPIModelsResponse => {
  const { apis } = openEnvironment(world, input);
  const before = findResource("API", apis, input.ResourceName);
  return startedJob(
    startResourceJob(world, "GenerateBackendAPIModels", input, () => {
      const models = generateApiModels(before.config.TransformSchema ?? "");
      apis.set(input.ResourceName, { ...before, models, areModelsLatest: true });
    }),
  );
};

/** Models that were never made are stale, and absent. */
const getModels = (
  { state }: LocalWorld,
  input: Validated<GetBackendAPIModelsRequest>,
): GetBackendAPIModelsResponse => {
  const { apis } = findEnvironment(state, input.AppId, input.BackendEnvironmentName);
  const { models, areModelsLatest } = findResource("API", apis, input.ResourceName);
  return {
    Status: areModelsLatest ? "LATEST" : "STALE",
    Models: models?.models,
    ModelIntrospectionSchema: models?.modelIntrospectionSchema,
  };
};
