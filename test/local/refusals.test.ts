import {
  CreateBackendAuthCommand,
  ListBackendJobsCommand,
  AmplifyBackendClient as OfficialClient,
} from "@aws-sdk/client-amplifybackend";
import { describe, expect, test } from "@jest/globals";
import { AmplifyBackendClient, GetBackendCommand, ListS3BucketsCommand } from "@tinsmith/amplifybackend";
import { ManualClock } from "@tinsmith/amplifybackend/local";
import { APP, createWorld, createWorldWithBackend, DEV } from "./support/world.js";

const MINUTE = 60_000;

describe("callers", () => {
  const credentials = { accessKeyId: "KNOWN", secretAccessKey: "right", sessionToken: "token" };

  test.each([
    ["an unknown key", { ...credentials, accessKeyId: "UNKNOWN" }, "UnrecognizedClientException"],
    ["a wrong session token", { ...credentials, sessionToken: "other" }, "UnrecognizedClientException"],
    ["a wrong secret", { ...credentials, secretAccessKey: "wrong" }, "InvalidSignatureException"],
  ])("with %s are refused", async (_what, wrong, name) => {
    const { local } = createWorld({ credentials });
    const client = new AmplifyBackendClient({ ...local.clientConfig(), credentials: wrong, maxAttempts: 1 });
    await expect(client.send(new ListS3BucketsCommand({}))).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: 403 },
    });
    expect(local.journal.entries[0]).toMatchObject({ error: name, executed: false });
    expect(local.journal.entries[0]?.input).toBeUndefined();
  });

  test("of another region are refused, where the service has one", async () => {
    const { local } = createWorld({ region: "eu-west-1" });
    const client = new AmplifyBackendClient({ ...local.clientConfig(), region: "us-east-1", maxAttempts: 1 });
    await expect(client.send(new ListS3BucketsCommand({}))).rejects.toMatchObject({
      name: "InvalidSignatureException",
    });
  });

  test("of any region are welcome, where it has none", async () => {
    const { local } = createWorld();
    const client = new AmplifyBackendClient({ ...local.clientConfig(), region: "us-east-1" });
    await client.send(new ListS3BucketsCommand({}));
  });

  test("whose clock is wrong learn the right time, and get through", async () => {
    const { local } = createWorld({ signatureClock: new ManualClock(Date.now() + 10 * MINUTE) });
    const client = new AmplifyBackendClient(local.clientConfig());
    await client.send(new ListS3BucketsCommand({}));
    expect(local.journal.entries.map(({ error }) => error)).toEqual(["InvalidSignatureException", undefined]);
  });

  test("are not put out when a test moves the service's time", async () => {
    const { client, clock } = createWorld();
    clock.advance(365 * 24 * 60 * MINUTE);
    await client.send(new ListS3BucketsCommand({}));
  });
});

describe("input that a client did not check", () => {
  test("is refused with the member's name", async () => {
    const { local } = await createWorldWithBackend();
    // AWS's own client sends what it is given.
    const client = new OfficialClient({ ...local.clientConfig(), maxAttempts: 1 });
    const tooMany = new ListBackendJobsCommand({ ...DEV, MaxResults: 9999 });
    await expect(client.send(tooMany)).rejects.toMatchObject({
      name: "BadRequestException",
      message: expect.stringContaining("MaxResults"),
    });
    const incomplete = { ...DEV, ResourceName: "people", ResourceConfig: { Service: "COGNITO" } };
    await expect(client.send(new CreateBackendAuthCommand(incomplete as never))).rejects.toMatchObject({
      name: "BadRequestException",
      message: expect.stringContaining("ResourceConfig.UserPoolConfigs"),
    });
  });
});

test("every error tells its request id, which the journal knows", async () => {
  const { client, local } = createWorld();
  const error = await client.send(new GetBackendCommand({ AppId: APP })).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ $metadata: { requestId: local.journal.entries[0]?.requestId } });
});
