// Copied by tinsmith from model/extensions/local/state/environment.ts. Do not edit: change that file and run `npm run generate`.
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

export interface ApiState {
  readonly config: BackendAPIResourceConfig;
  /** What GenerateBackendAPIModels made last; absent before. */
  readonly models?: ApiModels | undefined;
  /** Whether `models` were made from the schema that `config` has now. */
  readonly areModelsLatest: boolean;
}

export interface AuthState {
  readonly config: CreateBackendAuthResourceConfig;
  /** Ids that ImportBackendAuth brought; absent for what the service made itself. */
  readonly imported?: ImportedAuth | undefined;
}

export interface ImportedAuth {
  readonly userPoolId: string;
  readonly identityPoolId: string | undefined;
  readonly webClientId: string;
  readonly nativeClientId: string;
}

export interface StorageState {
  readonly bucketName: string;
  readonly isImported: boolean;
  readonly permissions: BackendStoragePermissions | undefined;
}

export const createEnvironment = (name: string): EnvironmentState => ({
  name,
  apis: new Map(),
  auths: new Map(),
  storages: new Map(),
});

/**
 * A copy under another name that shares nothing with its source. Buckets that the service made get a sister of
 * their own; imported ones are used by both.
 */
export const cloneEnvironment = (source: EnvironmentState, name: string): EnvironmentState => {
  const { apis, auths, storages } = structuredClone(source);
  const own = [...storages].map(([key, storage]) => [key, cloneStorage(storage, name)] as const);
  return { name, apis, auths, storages: new Map(own) };
};

const cloneStorage = (storage: StorageState, environment: string): StorageState =>
  storage.isImported ? storage : { ...storage, bucketName: `${storage.bucketName}-${environment}` };
