import { describe, expect, test } from "@jest/globals";
import {
  CreateBackendAPICommand,
  DeleteBackendAPICommand,
  GenerateBackendAPIModelsCommand,
  GetBackendAPICommand,
  GetBackendAPIModelsCommand,
  UpdateBackendAPICommand,
} from "@tinsmith/amplifybackend";
import { API_CONFIG } from "./support/inputs.js";
import { createWorldWithBackend, DEV, type World } from "./support/world.js";

const API = { ...DEV, ResourceName: "todos" };

const createApi = async ({ client, finishJobs }: World) => {
  const job = await client.send(new CreateBackendAPICommand({ ...API, ResourceConfig: API_CONFIG }));
  finishJobs();
  return job;
};

describe("APIs", () => {
  test("are created, read, changed and deleted", async () => {
    const world = await createWorldWithBackend();
    const { client, finishJobs } = world;
    expect(await createApi(world)).toMatchObject({ Operation: "CreateBackendAPI" });
    expect(await client.send(new GetBackendAPICommand(API))).toMatchObject({
      ...API,
      ResourceConfig: API_CONFIG,
    });

    const change = {
      ConflictResolution: { ResolutionStrategy: "LAMBDA" },
      DefaultAuthType: { Mode: "AWS_IAM" },
    } as const;
    await client.send(new UpdateBackendAPICommand({ ...API, ResourceConfig: change }));
    finishJobs();
    expect((await client.send(new GetBackendAPICommand(API))).ResourceConfig).toEqual({
      ...API_CONFIG,
      ConflictResolution: { ResolutionStrategy: "LAMBDA" },
      DefaultAuthType: { Mode: "AWS_IAM", Settings: { ExpirationTime: 7 } },
    });

    await client.send(new DeleteBackendAPICommand(API));
    finishJobs();
    await expect(client.send(new GetBackendAPICommand(API))).rejects.toMatchObject({ ResourceType: "API" });
  });

  test("cannot be created twice under one name", async () => {
    const world = await createWorldWithBackend();
    await createApi(world);
    await expect(createApi(world)).rejects.toMatchObject({ name: "BadRequestException" });
  });

  test("have models only after these were generated, stale once the schema changes", async () => {
    const world = await createWorldWithBackend();
    const { client, finishJobs } = world;
    await createApi(world);
    const read = () => client.send(new GetBackendAPIModelsCommand(API));
    expect(await read()).toMatchObject({ Status: "STALE" });
    expect((await read()).Models).toBeUndefined();

    await client.send(new GenerateBackendAPIModelsCommand(API));
    finishJobs();
    const { Status, Models = "", ModelIntrospectionSchema = "" } = await read();
    expect(Status).toBe("LATEST");
    expect(() => JSON.parse(Models)).toThrow(SyntaxError);
    expect(Models).toMatch(/^export const schema = \{[\s\S]+\};$/);
    expect(JSON.parse(ModelIntrospectionSchema)).toMatchObject({
      models: {
        Todo: {
          fields: {
            id: { type: "ID", isRequired: true, isArray: false },
            tags: { type: { nonModel: "Tag" }, isArray: true, isRequired: false },
          },
        },
      },
      nonModels: { Tag: { fields: { word: { type: "String", isRequired: false } } } },
    });

    const TransformSchema = "type Other @model { id: ID! }";
    await client.send(new UpdateBackendAPICommand({ ...API, ResourceConfig: { TransformSchema } }));
    finishJobs();
    expect(await read()).toMatchObject({ Status: "STALE", Models });
  });
});

// Milliseconds, in truth; a search that starts over at each letter takes 10 s and more.
test.each([
  ["types without end", "type a ".repeat(50_000)],
  ["a word without end", `type A @model { ${"a".repeat(120_000)} }`],
])("models of %s are made in 2 s", async (_what, TransformSchema) => {
  const world = await createWorldWithBackend();
  const start = performance.now();
  await world.client.send(new CreateBackendAPICommand({ ...API, ResourceConfig: { TransformSchema } }));
  world.finishJobs();
  await world.client.send(new GenerateBackendAPIModelsCommand(API));
  world.finishJobs();
  expect((await world.client.send(new GetBackendAPIModelsCommand(API))).Status).toBe("LATEST");
  expect(performance.now() - start).toBeLessThan(2000);
});
