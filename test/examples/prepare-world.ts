import { ExampleWorld } from "./example-world.js";
import type { Example } from "./read-examples.js";

const APP = { AppId: "d1a2b3c4example5" };
const DEV = { ...APP, BackendEnvironmentName: "dev" };

type Step = (world: ExampleWorld) => Promise<void>;

const addBackend: Step = (world) => world.run("CreateBackend", { ...DEV, AppName: "todo" });

const addStaging: Step = (world) => world.run("CloneBackend", { ...DEV, TargetEnvironmentName: "staging" });

/** A resource is in the state in which reading it shows it. */
const addResource =
  (create: string, read: string): Step =>
  (world) => {
    const { ResourceName, ResourceConfig } = world.shown(read);
    return world.run(create, { ...DEV, ResourceName, ResourceConfig });
  };

const addApi = addResource("CreateBackendAPI", "GetBackendAPI");
const addAuth = addResource("CreateBackendAuth", "GetBackendAuth");

/** Whether a bucket was imported is for the service to say. */
const addStorage: Step = (world) => {
  const { ResourceName, ResourceConfig } = world.shown("GetBackendStorage");
  const { Imported: _, ...config } = ResourceConfig as Record<string, unknown>;
  return world.run("CreateBackendStorage", { ...DEV, ResourceName, ResourceConfig: config });
};

const addModels: Step = (world) =>
  world.run("GenerateBackendAPIModels", {
    ...DEV,
    ResourceName: world.shown("GetBackendAPI")["ResourceName"],
  });

const addConfig: Step = (world) => {
  const { BackendManagerAppId } = world.shown("UpdateBackendConfig");
  return world.run("CreateBackendConfig", { ...APP, BackendManagerAppId });
};

/** Tokens are good for an hour, so that `Ttl`, in seconds, tells when they are made. */
const moveToToken: Step = async (world) => {
  world.moveTo((Number(world.shown("CreateToken")["Ttl"]) - 3600) * 1000);
};

const addToken: Step = (world) => world.start("CreateToken", APP);

const startCloning: Step = (world) => {
  world.moveTo(world.shown("GetBackendJob")["CreateTime"]);
  return world.start("CloneBackend", { ...DEV, TargetEnvironmentName: "staging" });
};

const getStuck: Step = async (world) => world.local.stage({ kind: "stuckJob", operation: "CloneBackend" });

const moveToUpdate =
  (operation: string): Step =>
  async (world) =>
    world.moveTo(world.shown(operation)["UpdateTime"]);

/** What has to be there before each operation's example, in order. */
const STEPS: Readonly<Record<string, readonly Step[]>> = {
  CloneBackend: [addBackend],
  CreateBackend: [],
  CreateBackendAPI: [addBackend],
  CreateBackendAuth: [addBackend],
  CreateBackendConfig: [addBackend],
  CreateBackendStorage: [addBackend],
  CreateToken: [addBackend, moveToToken],
  DeleteBackend: [addBackend, addStaging],
  DeleteBackendAPI: [addBackend, addApi],
  DeleteBackendAuth: [addBackend, addAuth],
  DeleteBackendStorage: [addBackend, addStorage],
  DeleteToken: [addBackend, addToken],
  GenerateBackendAPIModels: [addBackend, addApi],
  GetBackend: [addBackend],
  GetBackendAPI: [addBackend, addApi],
  GetBackendAPIModels: [addBackend, addApi, addModels],
  GetBackendAuth: [addBackend, addAuth],
  GetBackendJob: [addBackend, startCloning, moveToUpdate("GetBackendJob")],
  GetBackendStorage: [addBackend, addStorage],
  GetToken: [addBackend, moveToToken, addToken],
  ImportBackendAuth: [addBackend],
  ImportBackendStorage: [addBackend],
  ListBackendJobs: [addBackend],
  ListS3Buckets: [],
  RemoveAllBackends: [addBackend],
  RemoveBackendConfig: [addBackend, addConfig],
  UpdateBackendAPI: [addBackend, addApi],
  UpdateBackendAuth: [addBackend, addAuth],
  UpdateBackendConfig: [addBackend, addConfig],
  UpdateBackendJob: [addBackend, getStuck, startCloning, moveToUpdate("UpdateBackendJob")],
  UpdateBackendStorage: [addBackend, addStorage],
};

/** Makes a local service in which an example's result is the right one. */
export const prepareWorld = async (
  { operation }: Example,
  examples: readonly Example[],
): Promise<ExampleWorld> => {
  const steps = STEPS[operation];
  if (steps === undefined)
    throw new Error(`Say in ${import.meta.url} what the example of ${operation} needs`);
  const world = createWorld(operation, examples);
  for (const step of steps) await step(world);
  world.expect(operation);
  return world;
};

const createWorld = (operation: string, examples: readonly Example[]): ExampleWorld => {
  if (operation === "ListS3Buckets") return createWorldWithBucket(examples);
  const [job] = shownList(examples, "ListBackendJobs", "Jobs");
  return new ExampleWorld(examples, Number(job?.["CreateTime"]));
};

const createWorldWithBucket = (examples: readonly Example[]): ExampleWorld => {
  const buckets = shownList(examples, "ListS3Buckets", "Buckets");
  const start = Date.parse(String(buckets[0]?.["CreationDate"]));
  return new ExampleWorld(examples, start, { buckets: buckets.map(({ Name }) => String(Name)) });
};

const shownList = (examples: readonly Example[], operation: string, member: string) => {
  const shown = examples.find((example) => example.operation === operation)?.result[member];
  return (shown ?? []) as readonly Readonly<Record<string, unknown>>[];
};
