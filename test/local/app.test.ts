import { describe, expect, test } from "@jest/globals";
import {
  CreateBackendConfigCommand,
  CreateTokenCommand,
  DeleteTokenCommand,
  GetBackendJobCommand,
  GetTokenCommand,
  RemoveBackendConfigCommand,
  UpdateBackendConfigCommand,
} from "@tinsmith/amplifybackend";
import { APP, createWorld, createWorldWithBackend, START } from "./support/world.js";

const app = { AppId: APP };

describe("tokens", () => {
  test("of an app that does not exist are refused", async () => {
    const { client } = createWorld();
    await expect(client.send(new CreateTokenCommand(app))).rejects.toMatchObject({ ResourceType: "App" });
  });

  test("are created, read and deleted", async () => {
    const { client } = await createWorldWithBackend();
    const { SessionId = "", ChallengeCode, Ttl } = await client.send(new CreateTokenCommand(app));
    expect(ChallengeCode).toMatch(/^[0-9a-f-]{36}$/);
    expect(await client.send(new GetTokenCommand({ ...app, SessionId }))).toMatchObject({
      ...app,
      SessionId,
      ChallengeCode,
      Ttl,
    });
    expect((await client.send(new DeleteTokenCommand({ ...app, SessionId }))).IsSuccess).toBe(true);
    expect((await client.send(new DeleteTokenCommand({ ...app, SessionId }))).IsSuccess).toBe(false);
    await expect(client.send(new GetTokenCommand({ ...app, SessionId }))).rejects.toMatchObject({
      name: "NotFoundException",
      ResourceType: "Token",
    });
  });

  test("expire at the second that Ttl tells", async () => {
    const { client, clock, local } = await createWorldWithBackend({ tokenLifetime: 10_000 });
    const { SessionId = "", Ttl } = await client.send(new CreateTokenCommand(app));
    expect(Number(Ttl) * 1000).toBe(START + 1000 + 10_000);
    clock.advance(9_999);
    await client.send(new GetTokenCommand({ ...app, SessionId }));
    clock.advance(1);
    await expect(client.send(new GetTokenCommand({ ...app, SessionId }))).rejects.toMatchObject({
      name: "NotFoundException",
    });
    expect(local.snapshot().apps[0]?.tokens).toBe(0);
  });

  test("belong to their app", async () => {
    const { client } = await createWorldWithBackend();
    const { SessionId = "" } = await client.send(new CreateTokenCommand(app));
    await expect(client.send(new GetTokenCommand({ AppId: "other", SessionId }))).rejects.toMatchObject({
      ResourceType: "App",
    });
  });

  test("leave no secret in the journal's answers", async () => {
    const { client, local } = await createWorldWithBackend();
    const { ChallengeCode = "" } = await client.send(new CreateTokenCommand(app));
    expect(JSON.stringify(local.journal.entries)).not.toContain(ChallengeCode);
  });
});

describe("config", () => {
  test("is created by a job that is followed under the environment of the answer", async () => {
    const { client, finishJobs, local } = await createWorldWithBackend();
    const job = await client.send(new CreateBackendConfigCommand({ ...app, BackendManagerAppId: "manager" }));
    expect(job).toMatchObject({ ...app, BackendEnvironmentName: "dev", Status: "PENDING" });
    expect(job).not.toHaveProperty("Operation");
    expect(local.snapshot().apps[0]?.hasConfig).toBe(false);
    finishJobs();
    const { BackendEnvironmentName = "", JobId = "" } = job;
    const record = await client.send(new GetBackendJobCommand({ ...app, BackendEnvironmentName, JobId }));
    expect(record).toMatchObject({ Operation: "CreateBackendConfig", Status: "COMPLETED" });
    await expect(client.send(new CreateBackendConfigCommand(app))).rejects.toMatchObject({
      name: "BadRequestException",
    });
  });

  test("is changed and removed at once, without a job", async () => {
    const { client, finishJobs, local } = await createWorldWithBackend();
    await client.send(new CreateBackendConfigCommand({ ...app, BackendManagerAppId: "manager" }));
    finishJobs();
    const LoginAuthConfig = { AwsUserPoolsId: "pool", AwsCognitoRegion: "eu-west-1" };
    const jobs = local.snapshot().jobs.length;
    const changed = { ...app, BackendManagerAppId: "manager", LoginAuthConfig };
    expect(await client.send(new UpdateBackendConfigCommand({ ...app, LoginAuthConfig }))).toMatchObject(
      changed,
    );
    expect(await client.send(new UpdateBackendConfigCommand(app))).toMatchObject(changed);
    expect((await client.send(new RemoveBackendConfigCommand(app))).Error).toBeUndefined();
    expect(local.snapshot()).toMatchObject({ apps: [{ hasConfig: false }], jobs: { length: jobs } });
  });

  test.each([
    ["changed", () => new UpdateBackendConfigCommand(app)],
    ["removed", () => new RemoveBackendConfigCommand(app)],
  ])("that was never created cannot be %s", async (_what, command) => {
    const { client } = await createWorldWithBackend();
    await expect(client.send(command() as UpdateBackendConfigCommand)).rejects.toMatchObject({
      name: "NotFoundException",
      ResourceType: "Config",
    });
  });
});
