import type {
  BackendAPIResourceConfig,
  BackendStoragePermissions,
  CreateBackendAuthResourceConfig,
} from "../../structures.js";
import type { ApiModels } from "../payloads/api-models.js";

/** One environment with what is in it. */
export interface EnvironmentState {
  readonly name: string;
  /** By resource name, as all below. */
  readonly apis: Map<string, ApiState>;
  readonly auths: Map<string, AuthState>;
  readonly storages: Map<string, StorageState>;
}

/** An API: how it is set up, and the models made of it. */
export interface ApiState {
  readonly config: BackendAPIResourceConfig;
  /** What GenerateBackendAPIModels made last; absent before. */
  readonly models?: ApiModels | undefined;
  /** Whether `models` were made from the schema that `config` has now. */
  readonly areModelsLatest: boolean;
}

/** Authentication, made by the service or imported. */
export interface AuthState {
  readonly config: CreateBackendAuthResourceConfig;
  /** Ids that ImportBackendAuth brought; absent for what the service made itself. */
  readonly imported?: ImportedAuth | undefined;
}

/** The Cognito resources that ImportBackendAuth named. */
export interface ImportedAuth {
  readonly userPoolId: string;
  readonly identityPoolId: string | undefined;
  readonly webClientId: string;
  readonly nativeClientId: string;
}

/** A bucket in use. */
export interface StorageState {
  readonly bucketName: string;
  readonly isImported: boolean;
  /** Whether the bucket was made for this storage, and goes with it. */
  readonly ownsBucket: boolean;
  readonly permissions: BackendStoragePermissions | undefined;
}

/** An environment with nothing in it. */
export const createEnvironment = (name: string): EnvironmentState => ({
  name,
  apis: new Map(),
  auths: new Map(),
  storages: new Map(),
});

/**
 * A copy under another name that shares nothing with its source but imported buckets: for the others it gets sisters
 * of its own.
 *
 * @param makeBucket - says whether there was none of that name before
 */
export const cloneEnvironment = (
  source: EnvironmentState,
  name: string,
  makeBucket: (bucketName: string) => boolean,
): EnvironmentState => {
  const { apis, auths, storages } = structuredClone(source);
  const cloneStorage = (storage: StorageState): StorageState => {
    const bucketName = `${storage.bucketName}-${name}`;
    return storage.isImported ? storage : { ...storage, bucketName, ownsBucket: makeBucket(bucketName) };
  };
  const clones = [...storages].map(([key, storage]) => [key, cloneStorage(storage)] as const);
  return { name, apis, auths, storages: new Map(clones) };
};
