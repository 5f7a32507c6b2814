import { API_CONFIG, authConfig, storageConfig } from "../../local/support/inputs.js";

/** What has to be there before an operation can be carried out, in the order in which it is made. */
export type Part = "backend" | "api" | "auth" | "storage" | "models" | "config" | "token";

/** What a call is made with. */
export interface Ids {
  readonly app: string;
  /** Of the token that was made for it. */
  readonly session: string;
  /** Of the job that made the backend. */
  readonly job: string;
}

/** An operation: what it needs, and what it is called with. */
export interface OperationUse {
  readonly needs: readonly Part[];
  readonly input: (ids: Ids) => object;
}

const dev = ({ app }: Ids) => ({ AppId: app, BackendEnvironmentName: "dev" });
const resource = (name: string) => (ids: Ids) => ({ ...dev(ids), ResourceName: name });
const api = resource("todos");
const auth = resource("people");
const storage = resource("files");
const session = ({ app, session }: Ids) => ({ AppId: app, SessionId: session });
const app = ({ app }: Ids) => ({ AppId: app });

const mfa = () => ({
  Service: "COGNITO",
  AuthResources: "USER_POOL_ONLY",
  UserPoolConfigs: { Mfa: { MFAMode: "OFF" } },
});
const permissions = () => ({ ServiceName: "S3", Permissions: { Authenticated: ["READ"] } });
const pool = { UserPoolId: "pool", WebClientId: "web", NativeClientId: "native" };

/** A schema as long as many a packet, so that a fault can meet a request that is still being sent. */
const longSchema = () => `type Todo @model { id: ID! }\n${"# all that can be said about it\n".repeat(2500)}`;

/** All operations. */
export const OPERATIONS: Readonly<Record<string, OperationUse>> = {
  CloneBackend: { needs: ["backend"], input: (ids) => ({ ...dev(ids), TargetEnvironmentName: "test" }) },
  CreateBackend: { needs: [], input: (ids) => ({ ...dev(ids), AppName: "shop" }) },
  CreateBackendAPI: { needs: ["backend"], input: (ids) => ({ ...api(ids), ResourceConfig: API_CONFIG }) },
  CreateBackendAuth: { needs: ["backend"], input: (ids) => ({ ...auth(ids), ResourceConfig: authConfig() }) },
  CreateBackendConfig: { needs: ["backend"], input: app },
  CreateBackendStorage: {
    needs: ["backend"],
    input: (ids) => ({
      ...storage(ids),
      ResourceConfig: { ...storageConfig(), BucketName: `${ids.app}-files` },
    }),
  },
  CreateToken: { needs: ["backend"], input: app },
  DeleteBackend: { needs: ["backend"], input: dev },
  DeleteBackendAPI: { needs: ["backend", "api"], input: api },
  DeleteBackendAuth: { needs: ["backend", "auth"], input: auth },
  DeleteBackendStorage: {
    needs: ["backend", "storage"],
    input: (ids) => ({ ...storage(ids), ServiceName: "S3" }),
  },
  DeleteToken: { needs: ["backend", "token"], input: session },
  GenerateBackendAPIModels: { needs: ["backend", "api"], input: api },
  GetBackend: { needs: ["backend"], input: dev },
  GetBackendAPI: { needs: ["backend", "api"], input: api },
  GetBackendAPIModels: { needs: ["backend", "api", "models"], input: api },
  GetBackendAuth: { needs: ["backend", "auth"], input: auth },
  GetBackendJob: { needs: ["backend"], input: (ids) => ({ ...dev(ids), JobId: ids.job }) },
  GetBackendStorage: { needs: ["backend", "storage"], input: storage },
  GetToken: { needs: ["backend", "token"], input: session },
  ImportBackendAuth: { needs: ["backend"], input: (ids) => ({ ...dev(ids), ...pool }) },
  ImportBackendStorage: {
    needs: ["backend"],
    input: (ids) => ({ ...dev(ids), ServiceName: "S3", BucketName: "company" }),
  },
  ListBackendJobs: { needs: ["backend"], input: (ids) => ({ ...dev(ids), MaxResults: 25 }) },
  ListS3Buckets: { needs: [], input: () => ({}) },
  RemoveAllBackends: { needs: ["backend"], input: (ids) => ({ ...app(ids), CleanAmplifyApp: true }) },
  RemoveBackendConfig: { needs: ["backend", "config"], input: app },
  UpdateBackendAPI: {
    needs: ["backend", "api"],
    input: (ids) => ({ ...api(ids), ResourceConfig: { TransformSchema: longSchema() } }),
  },
  UpdateBackendAuth: {
    needs: ["backend", "auth"],
    input: (ids) => ({ ...auth(ids), ResourceConfig: mfa() }),
  },
  UpdateBackendConfig: {
    needs: ["backend", "config"],
    input: (ids) => ({ ...app(ids), LoginAuthConfig: { AwsCognitoRegion: "eu-west-1" } }),
  },
  UpdateBackendJob: {
    needs: ["backend"],
    input: (ids) => ({ ...dev(ids), JobId: ids.job, Operation: "CreateBackend" }),
  },
  UpdateBackendStorage: {
    needs: ["backend", "storage"],
    input: (ids) => ({ ...storage(ids), ResourceConfig: permissions() }),
  },
};

/** The operations that make the parts. */
export const MAKERS: Readonly<Record<Part, string>> = {
  backend: "CreateBackend",
  api: "CreateBackendAPI",
  auth: "CreateBackendAuth",
  storage: "CreateBackendStorage",
  models: "GenerateBackendAPIModels",
  config: "CreateBackendConfig",
  token: "CreateToken",
};
