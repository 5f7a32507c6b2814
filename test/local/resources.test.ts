import { describe, expect, test } from "@jest/globals";
import {
  CreateBackendAuthCommand,
  CreateBackendStorageCommand,
  DeleteBackendAuthCommand,
  DeleteBackendStorageCommand,
  GetBackendAuthCommand,
  GetBackendStorageCommand,
  ImportBackendAuthCommand,
  ImportBackendStorageCommand,
  ListS3BucketsCommand,
  UpdateBackendAuthCommand,
  UpdateBackendStorageCommand,
} from "@tinsmith/amplifybackend";
import { authConfig, storageConfig } from "./support/inputs.js";
import { createWorldWithBackend, DEV, START } from "./support/world.js";

const AUTH = { ...DEV, ResourceName: "people" };
const STORAGE = { ...DEV, ResourceName: "files" };

describe("authentication", () => {
  test("is created, read, changed and deleted", async () => {
    const { client, finishJobs } = await createWorldWithBackend();
    await client.send(new CreateBackendAuthCommand({ ...AUTH, ResourceConfig: authConfig() }));
    finishJobs();
    const created = await client.send(new GetBackendAuthCommand(AUTH));
    expect(created).toMatchObject({ ...AUTH, ResourceConfig: authConfig() });

    const change = {
      Service: "COGNITO",
      AuthResources: "USER_POOL_ONLY",
      UserPoolConfigs: {
        Mfa: { MFAMode: "ON" },
        PasswordPolicy: { AdditionalConstraints: ["REQUIRE_DIGIT"] },
      },
    } as const;
    const ResourceConfig = structuredClone(change) as never;
    await client.send(new UpdateBackendAuthCommand({ ...AUTH, ResourceConfig }));
    finishJobs();
    const { UserPoolConfigs } = authConfig();
    expect((await client.send(new GetBackendAuthCommand(AUTH))).ResourceConfig?.UserPoolConfigs).toEqual({
      ...UserPoolConfigs,
      Mfa: { MFAMode: "ON" },
      PasswordPolicy: { MinimumLength: 8, AdditionalConstraints: ["REQUIRE_DIGIT"] },
    });

    await client.send(new DeleteBackendAuthCommand(AUTH));
    finishJobs();
    await expect(client.send(new GetBackendAuthCommand(AUTH))).rejects.toMatchObject({
      ResourceType: "Auth",
    });
  });

  test("cannot be changed into something incomplete", async () => {
    const { client, finishJobs } = await createWorldWithBackend();
    await client.send(new CreateBackendAuthCommand({ ...AUTH, ResourceConfig: authConfig() }));
    finishJobs();
    const change = (UserPoolConfigs: object) =>
      client.send(
        new UpdateBackendAuthCommand({
          ...AUTH,
          ResourceConfig: { Service: "COGNITO", AuthResources: "USER_POOL_ONLY", UserPoolConfigs },
        }),
      );
    await expect(change({ OAuth: { DomainPrefix: "shop" } })).rejects.toMatchObject({
      name: "BadRequestException",
      message: expect.stringContaining("ResourceConfig.UserPoolConfigs.OAuth.OAuthGrantType"),
    });
    const redirects = { RedirectSignInURIs: [], RedirectSignOutURIs: [] };
    await change({ OAuth: { OAuthGrantType: "CODE", OAuthScopes: ["EMAIL"], ...redirects } });
    finishJobs();
    await change({ OAuth: { DomainPrefix: "shop" } });
    finishJobs();
    const { ResourceConfig } = await client.send(new GetBackendAuthCommand(AUTH));
    expect(ResourceConfig?.UserPoolConfigs?.OAuth).toMatchObject({
      DomainPrefix: "shop",
      OAuthGrantType: "CODE",
    });
  });

  test("is imported under the pool's id", async () => {
    const { client, finishJobs } = await createWorldWithBackend();
    const ids = {
      UserPoolId: "eu_pool",
      WebClientId: "web",
      NativeClientId: "native",
      IdentityPoolId: "identities",
    };
    await client.send(new ImportBackendAuthCommand({ ...DEV, ...ids }));
    finishJobs();
    const { ResourceConfig } = await client.send(
      new GetBackendAuthCommand({ ...DEV, ResourceName: "eu_pool" }),
    );
    expect(ResourceConfig).toMatchObject({ AuthResources: "IDENTITY_POOL_AND_USER_POOL" });
  });
});

describe("storage", () => {
  test("is created, read, changed and deleted, answering without Operation", async () => {
    const { client, finishJobs, local } = await createWorldWithBackend();
    const job = await client.send(
      new CreateBackendStorageCommand({ ...STORAGE, ResourceConfig: storageConfig() }),
    );
    expect(job).toMatchObject({ ...DEV, Status: "PENDING", JobId: expect.any(String) });
    expect(job).not.toHaveProperty("Operation");
    finishJobs();
    const created = await client.send(new GetBackendStorageCommand(STORAGE));
    expect(created.ResourceConfig).toEqual({ ...storageConfig(), Imported: false });

    const ResourceConfig = { ServiceName: "S3" as const, Permissions: { Authenticated: ["READ" as const] } };
    await client.send(new UpdateBackendStorageCommand({ ...STORAGE, ResourceConfig }));
    finishJobs();
    const changed = await client.send(new GetBackendStorageCommand(STORAGE));
    expect(changed.ResourceConfig?.Permissions).toEqual({ Authenticated: ["READ"] });

    await client.send(new DeleteBackendStorageCommand({ ...STORAGE, ServiceName: "S3" }));
    finishJobs();
    await expect(client.send(new GetBackendStorageCommand(STORAGE))).rejects.toMatchObject({
      ResourceType: "Storage",
    });
    expect(local.snapshot().buckets).toEqual([]);
  });

  test("without a bucket name gets one of its own", async () => {
    const { client, finishJobs } = await createWorldWithBackend();
    const { BucketName: _, ...ResourceConfig } = storageConfig();
    await client.send(new CreateBackendStorageCommand({ ...STORAGE, ResourceConfig }));
    finishJobs();
    const { ResourceConfig: created } = await client.send(new GetBackendStorageCommand(STORAGE));
    expect(created?.BucketName).toBe("files-dev");
  });

  test("takes only the bucket along that was made for it", async () => {
    const { client, finishJobs, local } = await createWorldWithBackend({ buckets: ["shop-files"] });
    const second = { ...STORAGE, ResourceName: "more" };
    await client.send(new CreateBackendStorageCommand({ ...STORAGE, ResourceConfig: storageConfig() }));
    finishJobs();
    const own = { ...storageConfig(), BucketName: "own" };
    await client.send(new CreateBackendStorageCommand({ ...second, ResourceConfig: own }));
    finishJobs();
    expect(local.snapshot().buckets).toEqual(["own", "shop-files"]);
    for (const storage of [STORAGE, second]) {
      await client.send(new DeleteBackendStorageCommand({ ...storage, ServiceName: "S3" }));
      finishJobs();
    }
    expect(local.snapshot().buckets).toEqual(["shop-files"]);
  });

  test("is imported under the bucket's name, and the bucket outlives it", async () => {
    const { client, finishJobs } = await createWorldWithBackend({ buckets: ["company"] });
    await client.send(new ImportBackendStorageCommand({ ...DEV, ServiceName: "S3", BucketName: "company" }));
    finishJobs();
    const imported = { ...DEV, ResourceName: "company" };
    const { ResourceConfig } = await client.send(new GetBackendStorageCommand(imported));
    expect(ResourceConfig).toEqual({ ServiceName: "S3", BucketName: "company", Imported: true });
    await client.send(new DeleteBackendStorageCommand({ ...imported, ServiceName: "S3" }));
    finishJobs();
    const { Buckets } = await client.send(new ListS3BucketsCommand({}));
    expect(Buckets).toEqual([{ Name: "company", CreationDate: new Date(START).toISOString() }]);
  });
});
