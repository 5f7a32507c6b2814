import { describe, expect, test } from "@jest/globals";
import {
  CloneBackendCommand,
  CreateBackendAuthCommand,
  CreateBackendCommand,
  CreateBackendStorageCommand,
  DeleteBackendCommand,
  GetBackendAuthCommand,
  GetBackendCommand,
  GetBackendStorageCommand,
  ImportBackendStorageCommand,
  RemoveAllBackendsCommand,
  UpdateBackendStorageCommand,
} from "@tinsmith/amplifybackend";
import { authConfig, storageConfig } from "./support/inputs.js";
import { APP, createWorld, createWorldWithBackend, DEV } from "./support/world.js";

const TEST = { AppId: APP, BackendEnvironmentName: "test" };
const clone = new CloneBackendCommand({ ...DEV, TargetEnvironmentName: "test" });

describe("refused", () => {
  test("an app that nobody created", async () => {
    const { client } = createWorld();
    await expect(client.send(new GetBackendCommand({ AppId: APP }))).rejects.toMatchObject({
      name: "NotFoundException",
      ResourceType: "App",
    });
  });

  test("an environment that is still being created, be it an app's first", async () => {
    const { client, finishJobs } = createWorld();
    const missing = { name: "ResourceNotFoundException", message: expect.stringContaining("meta file") };
    await client.send(new CreateBackendCommand({ ...DEV, AppName: "shop" }));
    await expect(client.send(new GetBackendCommand(DEV))).rejects.toMatchObject(missing);
    finishJobs();
    await client.send(clone);
    await expect(client.send(new GetBackendCommand(TEST))).rejects.toMatchObject(missing);
  });

  test("an environment that never was, though all of the app are being removed", async () => {
    const { client } = await createWorldWithBackend();
    await client.send(new RemoveAllBackendsCommand({ AppId: APP }));
    await expect(client.send(new GetBackendCommand(TEST))).rejects.toMatchObject({
      name: "NotFoundException",
      ResourceType: "BackendEnvironment",
    });
  });

  test("an environment that there is already, to create or to clone to", async () => {
    const { client } = await createWorldWithBackend();
    const refused = { name: "BadRequestException", message: expect.stringContaining("already has") };
    await expect(client.send(new CreateBackendCommand({ ...DEV, AppName: "shop" }))).rejects.toMatchObject(
      refused,
    );
    const toItself = new CloneBackendCommand({ ...DEV, TargetEnvironmentName: "dev" });
    await expect(client.send(toItself)).rejects.toMatchObject(refused);
  });

  test("removing all environments of an app that has none left", async () => {
    const { client, finishJobs } = await createWorldWithBackend();
    await client.send(new DeleteBackendCommand(DEV));
    finishJobs();
    await expect(client.send(new RemoveAllBackendsCommand({ AppId: APP }))).rejects.toMatchObject({
      name: "NotFoundException",
      ResourceType: "BackendEnvironment",
    });
  });
});

describe("GetBackend", () => {
  test("without an environment lists them all", async () => {
    const { client, finishJobs } = await createWorldWithBackend();
    await client.send(clone);
    finishJobs();
    const answer = await client.send(new GetBackendCommand({ AppId: APP }));
    expect(answer).toMatchObject({ AppId: APP, AppName: "shop", BackendEnvironmentList: ["dev", "test"] });
    expect(answer.AmplifyMetaConfig).toBeUndefined();
  });

  test("with one tells its resources, as JSON in strings", async () => {
    const { client, finishJobs } = await createWorldWithBackend();
    await client.send(
      new CreateBackendAuthCommand({ ...DEV, ResourceName: "people", ResourceConfig: authConfig() }),
    );
    finishJobs();
    const answer = await client.send(new GetBackendCommand(DEV));
    expect(JSON.parse(answer.AmplifyMetaConfig ?? "")).toMatchObject({
      providers: {
        awscloudformation: { AmplifyAppId: APP, Region: "eu-central-1", StackName: "amplify-shop-dev" },
      },
      auth: { people: { service: "Cognito" } },
    });
    expect(JSON.parse(answer.AmplifyFeatureFlags ?? "")).toHaveProperty("features");
  });
});

describe("CloneBackend", () => {
  test("copies resources, which then go their own way", async () => {
    const { client, finishJobs } = await createWorldWithBackend();
    const storage = { ResourceName: "files", ResourceConfig: storageConfig() };
    await client.send(new CreateBackendStorageCommand({ ...DEV, ...storage }));
    finishJobs();
    await client.send(
      new CreateBackendAuthCommand({ ...DEV, ResourceName: "people", ResourceConfig: authConfig() }),
    );
    finishJobs();
    await client.send(clone);
    finishJobs();
    const change = { ServiceName: "S3" as const, Permissions: { Authenticated: [] } };
    await client.send(
      new UpdateBackendStorageCommand({ ...DEV, ResourceName: "files", ResourceConfig: change }),
    );
    finishJobs();
    const copy = await client.send(new GetBackendStorageCommand({ ...TEST, ResourceName: "files" }));
    expect(copy.ResourceConfig).toMatchObject({
      BucketName: "shop-files-test",
      Permissions: { Authenticated: ["READ", "DELETE"] },
    });
    const people = await client.send(new GetBackendAuthCommand({ ...TEST, ResourceName: "people" }));
    expect(people.ResourceConfig).toEqual(authConfig());
  });

  test("leaves a bucket alone that has the name of the copy's", async () => {
    const { client, finishJobs, local } = await createWorldWithBackend({ buckets: ["shop-files-test"] });
    const storage = { ResourceName: "files", ResourceConfig: storageConfig() };
    await client.send(new CreateBackendStorageCommand({ ...DEV, ...storage }));
    finishJobs();
    await client.send(clone);
    finishJobs();
    await client.send(new DeleteBackendCommand(TEST));
    finishJobs();
    expect(local.snapshot().buckets).toEqual(["shop-files", "shop-files-test"]);
  });

  test("shares imported buckets", async () => {
    const { client, finishJobs, local } = await createWorldWithBackend();
    await client.send(new ImportBackendStorageCommand({ ...DEV, ServiceName: "S3", BucketName: "company" }));
    finishJobs();
    await client.send(clone);
    finishJobs();
    expect(local.snapshot().buckets).toEqual(["company"]);
  });
});

describe("removal", () => {
  test("DeleteBackend takes one environment with the buckets made for it", async () => {
    const { client, finishJobs, local } = await createWorldWithBackend({ buckets: ["older"] });
    const storage = { ResourceName: "files", ResourceConfig: storageConfig() };
    await client.send(new CreateBackendStorageCommand({ ...DEV, ...storage }));
    finishJobs();
    await client.send(clone);
    finishJobs();
    await client.send(new DeleteBackendCommand(DEV));
    finishJobs();
    expect(local.snapshot()).toMatchObject({
      apps: [{ environments: [{ name: "test", storages: ["files"] }] }],
      buckets: ["older", "shop-files-test"],
    });
  });

  test.each([
    [false, { apps: [{ appId: APP, environments: [] }] }],
    [true, { apps: [] }],
  ])("RemoveAllBackends with CleanAmplifyApp %p", async (CleanAmplifyApp, expected) => {
    const { client, finishJobs, local } = await createWorldWithBackend();
    await client.send(clone);
    finishJobs();
    await client.send(new RemoveAllBackendsCommand({ AppId: APP, CleanAmplifyApp }));
    finishJobs();
    expect(local.snapshot()).toMatchObject(expected);
  });
});
