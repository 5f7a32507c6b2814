// Copied by tinsmith from model/extensions/local/handlers/storage.ts. Do not edit: change that file and run `npm run generate`.
import type { OperationHandler, Validated } from "@tinsmith/runtime/host";
import type {
  CreateBackendStorageRequest,
  CreateBackendStorageResponse,
} from "../../commands/CreateBackendStorageCommand.js";
import type {
  DeleteBackendStorageRequest,
  DeleteBackendStorageResponse,
} from "../../commands/DeleteBackendStorageCommand.js";
import type {
  GetBackendStorageRequest,
  GetBackendStorageResponse,
} from "../../commands/GetBackendStorageCommand.js";
import type {
  ImportBackendStorageRequest,
  ImportBackendStorageResponse,
} from "../../commands/ImportBackendStorageCommand.js";
import type { ListS3BucketsRequest, ListS3BucketsResponse } from "../../commands/ListS3BucketsCommand.js";
import type {
  UpdateBackendStorageRequest,
  UpdateBackendStorageResponse,
} from "../../commands/UpdateBackendStorageCommand.js";
import { badRequest } from "../errors.js";
import { openEnvironment, startResourceJob } from "../jobs/resource-job.js";
import { startedQuietJob } from "../jobs/started-job.js";
import { findResource, requireUnused } from "../state/resources.js";
import { addBucket, dropBucket, findEnvironment } from "../state/state.js";
import type { LocalWorld } from "../world.js";

/** Handlers of storage. */
export interface StorageHandlers {
  readonly CreateBackendStorage: OperationHandler<CreateBackendStorageRequest, CreateBackendStorageResponse>;
  readonly ImportBackendStorage: OperationHandler<ImportBackendStorageRequest, ImportBackendStorageResponse>;
  readonly GetBackendStorage: OperationHandler<GetBackendStorageRequest, GetBackendStorageResponse>;
  readonly UpdateBackendStorage: OperationHandler<UpdateBackendStorageRequest, UpdateBackendStorageResponse>;
  readonly DeleteBackendStorage: OperationHandler<DeleteBackendStorageRequest, DeleteBackendStorageResponse>;
  readonly ListS3Buckets: OperationHandler<ListS3BucketsRequest, ListS3BucketsResponse>;
}

/** Makes the handlers of storage. */
export const createStorageHandlers = (world: LocalWorld): StorageHandlers => ({
  CreateBackendStorage: (input) => createStorage(world, input),
  ImportBackendStorage: (input) => importStorage(world, input),
  GetBackendStorage: (input) => getStorage(world, input),
  UpdateBackendStorage: (input) => updateStorage(world, input),
  DeleteBackendStorage: (input) => deleteStorage(world, input),
  ListS3Buckets: () => ({ Buckets: listBuckets(world), NextToken: null }),
});

/** A bucket without a name is named after its storage and environment; one that exists is used as it is. */
const createStorage = (
  world: LocalWorld,
  input: Validated<CreateBackendStorageRequest>,
): CreateBackendStorageResponse => {
  const { ResourceName: name, ResourceConfig: config, BackendEnvironmentName: environment } = input;
  const { storages } = openEnvironment(world, input);
  requireUnused("Storage", storages, name);
  const bucketName = config.BucketName ?? `${name}-${environment}`;
  const storage = { bucketName, isImported: false, permissions: config.Permissions };
  return startedQuietJob(
    startResourceJob(world, "CreateBackendStorage", input, (time) => {
      storages.set(name, { ...storage, ownsBucket: addBucket(world.state, bucketName, time) });
    }),
  );
};

/** There is no S3 here: any bucket is taken to exist. The input has no resource name; the bucket's name is it. */
const importStorage = (
  world: LocalWorld,
  input: Validated<ImportBackendStorageRequest>,
): ImportBackendStorageResponse => {
  const { storages } = openEnvironment(world, input);
  const { BucketName: bucketName } = input;
  if (bucketName === undefined) throw badRequest("BucketName is needed to tell which bucket to import");
  requireUnused("Storage", storages, bucketName);
  return startedQuietJob(
    startResourceJob(world, "ImportBackendStorage", input, (time) => {
      storages.set(bucketName, { bucketName, isImported: true, ownsBucket: false, permissions: undefined });
      addBucket(world.state, bucketName, time);
    }),
  );
};

const getStorage = (
  { state }: LocalWorld,
  input: Validated<GetBackendStorageRequest>,
): GetBackendStorageResponse => {
  const { AppId, BackendEnvironmentName, ResourceName } = input;
  const { storages } = findEnvironment(state, AppId, BackendEnvironmentName);
  const { bucketName, isImported, permissions } = findResource("Storage", storages, ResourceName);
  return {
    AppId,
    BackendEnvironmentName,
    ResourceName,
    ResourceConfig: {
      ServiceName: "S3",
      BucketName: bucketName,
      Imported: isImported,
      Permissions: permissions,
    },
  };
};

const updateStorage = (
  world: LocalWorld,
  input: Validated<UpdateBackendStorageRequest>,
): UpdateBackendStorageResponse => {
  const { ResourceName: name, ResourceConfig: config } = input;
  const { storages } = openEnvironment(world, input);
  const before = findResource("Storage", storages, name);
  return startedQuietJob(
    startResourceJob(world, "UpdateBackendStorage", input, () => {
      storages.set(name, { ...before, permissions: config.Permissions });
    }),
  );
};

/** A bucket that was made for the storage goes with it; any other stays. */
const deleteStorage = (
  world: LocalWorld,
  input: Validated<DeleteBackendStorageRequest>,
): DeleteBackendStorageResponse => {
  const { storages } = openEnvironment(world, input);
  const storage = findResource("Storage", storages, input.ResourceName);
  return startedQuietJob(
    startResourceJob(world, "DeleteBackendStorage", input, () => {
      storages.delete(input.ResourceName);
      dropBucket(world.state, storage);
    }),
  );
};

const listBuckets = ({ state }: LocalWorld) =>
  [...state.buckets]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([Name, time]) => ({ Name, CreationDate: new Date(time).toISOString() }));
