import { describe, expect, test } from "@jest/globals";
import {
  AmplifyBackendClient,
  CloneBackendCommand,
  CreateTokenCommand,
  DeleteBackendCommand,
  GetBackendCommand,
  ListS3BucketsCommand,
} from "@tinsmith/amplifybackend";
import { APP, createWorldWithBackend, DEV } from "./support/world.js";

describe("staging", () => {
  test("is refused for an operation that does not exist, or has no Error", async () => {
    const { local } = await createWorldWithBackend();
    expect(() => local.stage({ kind: "throttling", operation: "GetBackends" })).toThrow(TypeError);
    expect(() => local.stage({ kind: "inBandError", operation: "ListS3Buckets", error: "x" })).toThrow(
      TypeError,
    );
  });

  test.each([[0], [-1], [1.5], [Number.NaN]])("is refused for %p times", async (times) => {
    const { local } = await createWorldWithBackend();
    expect(() => local.stage({ kind: "throttling", times })).toThrow(RangeError);
  });

  test("can be taken back", async () => {
    const { local, client } = await createWorldWithBackend();
    local.stage({ kind: "throttling", times: 100 });
    local.clearStaged();
    await client.send(new ListS3BucketsCommand({}));
  });
});

describe("a staged fault", () => {
  test("throttles as often as it says, then no more", async () => {
    const { local, client } = await createWorldWithBackend();
    local.stage({ kind: "throttling", times: 2, limitType: "requests" });
    const throttled = {
      name: "TooManyRequestsException",
      LimitType: "requests",
      $metadata: { httpStatusCode: 429 },
    };
    await expect(client.send(new ListS3BucketsCommand({}))).rejects.toMatchObject(throttled);
    await expect(client.send(new ListS3BucketsCommand({}))).rejects.toMatchObject(throttled);
    await client.send(new ListS3BucketsCommand({}));
  });

  test("is survived by a client that repeats", async () => {
    const { local } = await createWorldWithBackend();
    local.stage({ kind: "throttling", operation: "ListS3Buckets" });
    const client = new AmplifyBackendClient(local.clientConfig());
    expect((await client.send(new ListS3BucketsCommand({}))).$metadata.attempts).toBe(2);
    const calls = local.journal.of("ListS3Buckets");
    expect(calls.map(({ status }) => status)).toEqual([429, 200]);
    expect(new Set(calls.map(({ invocationId }) => invocationId)).size).toBe(1);
  });

  test("waits for its operation, and lets others pass", async () => {
    const { local, client } = await createWorldWithBackend();
    local.stage({ kind: "error", operation: "GetBackend", name: "GatewayTimeoutException" });
    await client.send(new ListS3BucketsCommand({}));
    await expect(client.send(new GetBackendCommand(DEV))).rejects.toMatchObject({
      name: "GatewayTimeoutException",
      $metadata: { httpStatusCode: 504 },
    });
  });

  test("in-band: HTTP 200, an Error, and nothing done", async () => {
    const { local, client } = await createWorldWithBackend();
    local.stage({ kind: "inBandError", error: "no room" });
    await client.send(new ListS3BucketsCommand({}));
    const answer = await client.send(new DeleteBackendCommand(DEV));
    expect(answer).toMatchObject({ ...DEV, Error: "no room" });
    expect(answer.JobId).toBeUndefined();
    expect(local.snapshot().jobs).toHaveLength(1);
  });

  test("hides behind a gateway's page, the call executed or not", async () => {
    const { local, client, finishJobs } = await createWorldWithBackend();
    const page = {
      kind: "response",
      statusCode: 504,
      headers: { "content-type": "text/html" },
      body: "<html>",
    } as const;
    local.stage({ ...page, operation: "CloneBackend" });
    local.stage({ ...page, operation: "CloneBackend", isExecuted: true });
    const clone = new CloneBackendCommand({ ...DEV, TargetEnvironmentName: "test" });
    await expect(client.send(clone)).rejects.toBeDefined();
    expect(local.snapshot().jobs).toHaveLength(1);
    await expect(client.send(clone)).rejects.toBeDefined();
    expect(local.journal.of("CloneBackend").map(({ executed, status }) => [executed, status])).toEqual([
      [false, 504],
      [true, 504],
    ]);
    finishJobs();
    expect(local.snapshot().apps[0]?.environments).toHaveLength(2);
  });
});

test("latency holds calls back until the clock gets there", async () => {
  const { client, clock } = await createWorldWithBackend({
    latency: (name) => (name === "CreateToken" ? 500 : 0),
  });
  let isAnswered = false;
  const answer = client.send(new CreateTokenCommand({ AppId: APP })).then(() => {
    isAnswered = true;
  });
  await client.send(new ListS3BucketsCommand({}));
  await client.send(new ListS3BucketsCommand({}));
  expect(isAnswered).toBe(false);
  clock.advance(500);
  await answer;
});
