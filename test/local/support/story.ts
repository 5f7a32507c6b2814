import { API_CONFIG, authConfig, storageConfig } from "./inputs.js";
import { APP, DEV } from "./world.js";

/** Calls an operation by its name, whoever's client it is, and gives its answer. */
export type Call = (operation: string, input: object) => Promise<Readonly<Record<string, unknown>>>;

/** Calls an operation that starts a job, and follows the job to its end. */
type Run = (operation: string, input: object) => Promise<void>;

const API = { ...DEV, ResourceName: "todos" };
const AUTH = { ...DEV, ResourceName: "people" };
const STORAGE = { ...DEV, ResourceName: "files" };

/**
 * Calls each of the 31 operations in an order that makes sense, and follows every job to its end.
 *
 * @param finishJobs - lets the service's jobs come to their end
 */
export const runStory = async (call: Call, finishJobs: () => void): Promise<void> => {
  const run: Run = async (operation, input) => {
    const { BackendEnvironmentName = "dev", JobId } = await call(operation, input);
    finishJobs();
    const job = await call("GetBackendJob", { AppId: APP, BackendEnvironmentName, JobId });
    if (job["Status"] !== "COMPLETED")
      throw new Error(`${operation} ended ${job["Status"]}: ${job["Error"]}`);
  };
  await run("CreateBackend", { ...DEV, AppName: "shop" });
  await tellApis(call, run);
  await tellAuth(call, run);
  await tellStorage(call, run);
  await tellApp(call, run);
  await tellJobs(call, finishJobs);
  await run("CloneBackend", { ...DEV, TargetEnvironmentName: "test" });
  await run("DeleteBackend", { AppId: APP, BackendEnvironmentName: "test" });
  await run("RemoveAllBackends", { AppId: APP, CleanAmplifyApp: true });
};

const tellApis = async (call: Call, run: Run): Promise<void> => {
  await run("CreateBackendAPI", { ...API, ResourceConfig: API_CONFIG });
  await call("GetBackendAPI", API);
  await run("UpdateBackendAPI", { ...API, ResourceConfig: { ApiName: "renamed" } });
  await run("GenerateBackendAPIModels", API);
  await call("GetBackendAPIModels", API);
  await run("DeleteBackendAPI", API);
};

const tellAuth = async (call: Call, run: Run): Promise<void> => {
  await run("CreateBackendAuth", { ...AUTH, ResourceConfig: authConfig() });
  await call("GetBackendAuth", AUTH);
  const change = {
    Service: "COGNITO",
    AuthResources: "USER_POOL_ONLY",
    UserPoolConfigs: { Mfa: { MFAMode: "OFF" } },
  };
  await run("UpdateBackendAuth", { ...AUTH, ResourceConfig: change });
  await run("DeleteBackendAuth", AUTH);
  await run("ImportBackendAuth", {
    ...DEV,
    UserPoolId: "pool",
    WebClientId: "web",
    NativeClientId: "native",
  });
};

const tellStorage = async (call: Call, run: Run): Promise<void> => {
  await run("CreateBackendStorage", { ...STORAGE, ResourceConfig: storageConfig() });
  await call("GetBackendStorage", STORAGE);
  const change = { ServiceName: "S3", Permissions: { Authenticated: ["READ"], UnAuthenticated: ["READ"] } };
  await run("UpdateBackendStorage", { ...STORAGE, ResourceConfig: change });
  await call("ListS3Buckets", {});
  await run("DeleteBackendStorage", { ...STORAGE, ServiceName: "S3" });
  await run("ImportBackendStorage", { ...DEV, ServiceName: "S3", BucketName: "company" });
};

const tellApp = async (call: Call, run: Run): Promise<void> => {
  await call("GetBackend", DEV);
  await run("CreateBackendConfig", { AppId: APP, BackendManagerAppId: "manager" });
  await call("UpdateBackendConfig", { AppId: APP, LoginAuthConfig: { AwsCognitoRegion: "eu-west-1" } });
  await call("RemoveBackendConfig", { AppId: APP });
  const { SessionId } = await call("CreateToken", { AppId: APP });
  await call("GetToken", { AppId: APP, SessionId });
  await call("DeleteToken", { AppId: APP, SessionId });
};

const tellJobs = async (call: Call, finishJobs: () => void): Promise<void> => {
  const { JobId } = await call("CloneBackend", { ...DEV, TargetEnvironmentName: "lost" });
  await call("UpdateBackendJob", { ...DEV, JobId, Status: "FAILED" });
  finishJobs();
  await call("ListBackendJobs", { ...DEV, MaxResults: 25 });
};
