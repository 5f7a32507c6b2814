import type { BackendJobStarter } from "@tinsmith/amplifybackend";
import * as sdk from "@tinsmith/amplifybackend";
import { API, AUTH, STORAGE } from "../../demo/inputs.js";

/** Starts a job of an app; the command is made anew for each attempt. */
export interface Task {
  readonly operation: string;
  /** The environment under which the job is found. */
  readonly environment: string;
  readonly command: (app: string) => BackendJobStarter;
}

/** The environments of an app, the second a clone of the first. */
export const ENVIRONMENTS = ["dev", "test"] as const;
const [DEV, TEST] = ENVIRONMENTS;

const dev = (AppId: string) => ({ AppId, BackendEnvironmentName: DEV });
const test = (AppId: string) => ({ AppId, BackendEnvironmentName: TEST });
const task = (operation: string, command: Task["command"], environment: string = DEV): Task => ({
  operation,
  environment,
  command,
});

/** The first task of each app. */
export const FIRST_TASK = task(
  "CreateBackend",
  (app) => new sdk.CreateBackendCommand({ ...dev(app), AppName: "shop" }),
);

/** The last task of each app; its response names no environment. */
export const LAST_TASK = task(
  "RemoveAllBackends",
  (app) => new sdk.RemoveAllBackendsCommand({ AppId: app, CleanAmplifyApp: true }),
);

const api = { ResourceName: API.ResourceName };
const auth = { ResourceName: AUTH.ResourceName };
const storage = { ResourceName: STORAGE.ResourceName };
const bucketOf = (app: string): string => `${app}-files`;
const mfa = {
  Service: "COGNITO",
  AuthResources: "USER_POOL_ONLY",
  UserPoolConfigs: { Mfa: { MFAMode: "OFF" } },
} as const;
const pool = { UserPoolId: "pool", WebClientId: "web", NativeClientId: "native" };

/** What may run in between, in any order of sequences: with the first and last task, all operations that start jobs. */
export const TASK_SEQUENCES: readonly (readonly Task[])[] = [
  [
    task(
      "CreateBackendAPI",
      (app) => new sdk.CreateBackendAPICommand({ ...dev(app), ...api, ResourceConfig: API.ResourceConfig }),
    ),
    task(
      "UpdateBackendAPI",
      (app) =>
        new sdk.UpdateBackendAPICommand({ ...dev(app), ...api, ResourceConfig: { ApiName: "renamed" } }),
    ),
    task(
      "GenerateBackendAPIModels",
      (app) => new sdk.GenerateBackendAPIModelsCommand({ ...dev(app), ...api }),
    ),
    task("DeleteBackendAPI", (app) => new sdk.DeleteBackendAPICommand({ ...dev(app), ...api })),
  ],
  [
    task(
      "CreateBackendAuth",
      (app) =>
        new sdk.CreateBackendAuthCommand({ ...dev(app), ...auth, ResourceConfig: AUTH.ResourceConfig }),
    ),
    task(
      "UpdateBackendAuth",
      (app) => new sdk.UpdateBackendAuthCommand({ ...dev(app), ...auth, ResourceConfig: mfa }),
    ),
    task("DeleteBackendAuth", (app) => new sdk.DeleteBackendAuthCommand({ ...dev(app), ...auth })),
    task("ImportBackendAuth", (app) => new sdk.ImportBackendAuthCommand({ ...dev(app), ...pool })),
  ],
  [
    task(
      "CreateBackendStorage",
      (app) =>
        new sdk.CreateBackendStorageCommand({
          ...dev(app),
          ...storage,
          ResourceConfig: { ...STORAGE.ResourceConfig, BucketName: bucketOf(app) },
        }),
    ),
    task(
      "UpdateBackendStorage",
      (app) =>
        new sdk.UpdateBackendStorageCommand({
          ...dev(app),
          ...storage,
          ResourceConfig: { ServiceName: "S3", Permissions: { Authenticated: ["READ"] } },
        }),
    ),
    task(
      "DeleteBackendStorage",
      (app) => new sdk.DeleteBackendStorageCommand({ ...dev(app), ...storage, ServiceName: "S3" }),
    ),
    task(
      "ImportBackendStorage",
      (app) =>
        new sdk.ImportBackendStorageCommand({ ...dev(app), ServiceName: "S3", BucketName: bucketOf(app) }),
    ),
  ],
  [task("CreateBackendConfig", (app) => new sdk.CreateBackendConfigCommand({ AppId: app }))],
  [
    task("CloneBackend", (app) => new sdk.CloneBackendCommand({ ...dev(app), TargetEnvironmentName: TEST })),
    task("DeleteBackend", (app) => new sdk.DeleteBackendCommand(test(app)), TEST),
  ],
];
