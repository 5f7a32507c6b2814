import { afterEach, describe, expect, test } from "@jest/globals";
import {
  AmplifyBackendClient,
  CloneBackendCommand,
  CreateBackendAPICommand,
  CreateBackendConfigCommand,
  GetBackendAPIModelsCommand,
  GetBackendCommand,
  isBackendJobConflict,
  ListBackendJobsCommand,
  ListS3BucketsCommand,
} from "@tinsmith/amplifybackend";
import type { StagedFault } from "@tinsmith/amplifybackend/local";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { API_CONFIG } from "./support/inputs.js";
import { APP, createWorldWithBackend, DEV, readJob, type World } from "./support/world.js";

const closers: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A client that does not repeat, in the same process or over HTTP. */
const connect = async ({ local }: World, where: string): Promise<AmplifyBackendClient> => {
  const listener = where === "over HTTP" ? await local.listen() : undefined;
  const config = local.clientConfig(listener);
  const client = new AmplifyBackendClient({ ...config, maxAttempts: 1, rawResponse: true });
  closers.push(
    () => client.destroy(),
    () => listener?.close(),
  );
  return client;
};

const clone = new CloneBackendCommand({ ...DEV, TargetEnvironmentName: "test" });

/** Each fault that befalls a call, what the client makes of it, and whether the call took effect. */
const REFUSALS: readonly (readonly [StagedFault, object, boolean])[] = [
  [
    { kind: "throttling" },
    { name: "TooManyRequestsException", $metadata: { httpStatusCode: 429 }, retryable: true },
    false,
  ],
  [
    { kind: "throttling", retryAfter: 7, limitType: "calls" },
    { LimitType: "calls", $response: { headers: { "retry-after": "7" } } },
    false,
  ],
  [{ kind: "expiredToken" }, { name: "ExpiredTokenException", $metadata: { httpStatusCode: 403 } }, false],
  [
    { kind: "error", name: "LimitExceededException", status: 429, retryAfter: 1 },
    { name: "LimitExceededException", $response: { headers: { "retry-after": "1" } } },
    false,
  ],
  [{ kind: "error", name: "Odd", status: 418 }, { name: "UnmodeledServiceException", code: "Odd" }, false],
  [{ kind: "htmlPage" }, { $fault: "server", $metadata: { httpStatusCode: 504 } }, false],
  [{ kind: "htmlPage", statusCode: 403 }, { $fault: "client", $metadata: { httpStatusCode: 403 } }, false],
  [{ kind: "htmlPage", statusCode: 200, isExecuted: true }, { name: "ResponseParseError" }, true],
  [{ kind: "droppedConnection" }, { name: "NetworkError", code: "ECONNRESET" }, false],
  [{ kind: "droppedConnection", isExecuted: true }, { name: "NetworkError", code: "ECONNRESET" }, true],
  [{ kind: "droppedConnection", breaks: "within" }, { name: "NetworkError", code: "ECONNRESET" }, true],
  [
    { kind: "response", statusCode: 200, body: '{"appId":"' },
    { name: "ResponseParseError", $metadata: { httpStatusCode: 200 } },
    false,
  ],
  [{ kind: "pendingJob" }, { name: "ValidationException", $metadata: { httpStatusCode: 400 } }, false],
];

describe.each(["in the same process", "over HTTP"])("%s, a call meets", (where) => {
  test.each(REFUSALS)("%j", async (fault, expected, isExecuted) => {
    const world = await createWorldWithBackend();
    const client = await connect(world, where);
    world.local.stage({ ...fault, operation: "CloneBackend" });
    const result = await client.safeSend(clone);
    expect(result).toMatchObject({ success: false, error: expected });
    expect(world.local.journal.of("CloneBackend")).toMatchObject([{ executed: isExecuted }]);
    expect(world.local.snapshot().jobs).toHaveLength(isExecuted ? 2 : 1);
    expect(world.local.staged).toEqual([]);
    await client.send(new ListS3BucketsCommand({}));
  });
});

describe("a conflict that is staged", () => {
  test("is one, by what the client knows of them", async () => {
    const world = await createWorldWithBackend();
    world.local.stage({ kind: "pendingJob", times: 2 });
    const first = await world.client.safeSend(clone);
    expect(first).toMatchObject({
      error: { message: expect.stringContaining(`appId: ${APP} and backendEnvironmentName: dev,`) },
    });
    if (!first.success) expect(isBackendJobConflict(first.error)).toBe(true);
    const nameless = await world.client.safeSend(new CreateBackendConfigCommand({ AppId: APP }));
    expect(nameless).toMatchObject({
      error: { message: expect.stringContaining("backendEnvironmentName: dev,") },
    });
    await world.client.send(clone);
  });

  test("waits for a call that starts a job: there are 17 operations that do", async () => {
    const world = await createWorldWithBackend();
    const canConflict = ({ name }: { readonly name: string }): boolean => {
      try {
        world.local.stage({ kind: "pendingJob", operation: name });
        return true;
      } catch {
        return false;
      }
    };
    expect(AmplifyBackendOperations.filter(canConflict)).toHaveLength(17);
  });
});

test("a slow call is looked at when the clock gets there", async () => {
  const { local, client, clock } = await createWorldWithBackend();
  local.stage({ kind: "slow", operation: "CloneBackend", milliseconds: 5000 });
  const answer = client.send(clone);
  await client.send(new ListS3BucketsCommand({}));
  await client.send(new ListS3BucketsCommand({}));
  expect(local.snapshot().jobs).toHaveLength(1);
  clock.advance(5000);
  expect((await answer).Status).toBe("PENDING");
});

describe("an answer's members", () => {
  test("can be any text: models that are neither JSON nor JavaScript", async () => {
    const { client, local, finishJobs } = await createWorldWithBackend();
    const api = { ...DEV, ResourceName: "todos" };
    await client.send(new CreateBackendAPICommand({ ...api, ResourceConfig: API_CONFIG }));
    finishJobs();
    local.stage({ kind: "output", operation: "GetBackendAPIModels", members: { Models: "export const {" } });
    const { Models } = await client.send(new GetBackendAPIModelsCommand(api));
    expect(Models).toBe("export const {");
  });

  test("are those that were staged, by the names of the wire", async () => {
    const { client, local } = await createWorldWithBackend();
    local.stage({
      kind: "output",
      operation: "GetBackend",
      members: { AmplifyMetaConfig: "<html>", Error: "odd" },
    });
    const answer = await client.send(new GetBackendCommand(DEV));
    expect(answer).toMatchObject({ ...DEV, AmplifyMetaConfig: "<html>", Error: "odd" });
    expect((await client.send(new GetBackendCommand(DEV))).Error).toBeUndefined();
  });

  test("can be of the wrong type, and null", async () => {
    const { local } = await createWorldWithBackend();
    const validation = { output: "strict" } as const;
    const client = new AmplifyBackendClient({ ...local.clientConfig(), validation, maxAttempts: 1 });
    local.stage({ kind: "output", operation: "ListBackendJobs", members: { Jobs: { not: "a list" } } });
    expect(await client.safeSend(new ListBackendJobsCommand(DEV))).toMatchObject({
      error: { name: "OutputValidationError" },
    });
    local.stage({ kind: "output", operation: "ListBackendJobs", members: { Jobs: null, NextToken: "x" } });
    const { Jobs, NextToken } = await client.send(new ListBackendJobsCommand(DEV));
    expect([Jobs, NextToken]).toEqual([undefined, "x"]);
  });

  test("stay for an answer that succeeds", async () => {
    const { client, local } = await createWorldWithBackend();
    local.stage({ kind: "output", operation: "GetBackend", members: { AppName: "other" } });
    const missing = new GetBackendCommand({ AppId: "missing" });
    await expect(client.send(missing)).rejects.toMatchObject({ name: "NotFoundException" });
    expect((await client.send(new GetBackendCommand(DEV))).AppName).toBe("other");
  });
});

describe("a clock that is wrong", () => {
  test.each([[10 * 60_000], [-10 * 60_000]])(
    "by %p ms: a client learns the time and gets through",
    async (skew) => {
      const { local } = await createWorldWithBackend();
      const client = new AmplifyBackendClient(local.clientConfig());
      local.clockSkew = skew;
      expect(local.clockSkew).toBe(skew);
      await client.send(new ListS3BucketsCommand({}));
      const calls = local.journal.of("ListS3Buckets");
      expect(calls.map(({ error }) => error)).toEqual(["InvalidSignatureException", undefined]);
      local.clockSkew = 0;
      await client.send(new ListS3BucketsCommand({}));
    },
  );

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1e12], [-1e12]])(
    "cannot be wrong by %p",
    async (skew) => {
      const { local } = await createWorldWithBackend();
      expect(() => {
        local.clockSkew = skew;
      }).toThrow(RangeError);
      expect(local.clockSkew).toBe(0);
    },
  );
});

describe("what is no fault is refused, with what was expected", () => {
  test.each<[unknown, string]>([
    [null, "A fault must be an object; it is null"],
    [[], "A fault must be an object; it is []"],
    ["stuckJob", 'A fault must be an object; it is "stuckJob"'],
    [
      {},
      "A fault's kind must be one of throttling, error, expiredToken, response, htmlPage, droppedConnection, slow, output, inBandError, pendingJob, jobFailure, stuckJob; it is undefined",
    ],
    [
      { kind: "toString" },
      'A fault\'s kind must be one of throttling, error, expiredToken, response, htmlPage, droppedConnection, slow, output, inBandError, pendingJob, jobFailure, stuckJob; it is "toString"',
    ],
    [{ kind: "stuckJob", time: 2 }, 'A fault of kind stuckJob has no "time"; it has kind, operation, times'],
    [{ kind: "stuckJob", operation: "GetBackend" }, "GetBackend starts no job"],
    [{ kind: "jobFailure", operation: "CloneBackend", error: 1 }, "A fault's error must be a text; it is 1"],
    [{ kind: "pendingJob", operation: "UpdateBackendJob" }, "UpdateBackendJob starts no job"],
    [{ kind: "inBandError" }, "A fault's error must be a text; it is undefined"],
    [
      { kind: "inBandError", operation: "ListS3Buckets", error: "x" },
      "The answer of ListS3Buckets has no Error",
    ],
    [{ kind: "throttling", operation: "GetBackends" }, 'There is no operation "GetBackends"'],
    [
      { kind: "throttling", retryAfter: -1 },
      "A fault's retryAfter must be a whole number from 0 to 1000000; it is -1",
    ],
    [
      { kind: "error", name: "a\r\nb" },
      'A fault\'s name must be the name of an error, such as GatewayTimeoutException; it is "a\\r\\nb"',
    ],
    [
      { kind: "response", statusCode: 100 },
      "A fault's statusCode must be a whole number from 200 to 599; it is 100",
    ],
    [
      { kind: "response", statusCode: 200, headers: { "Content-Length": "9" } },
      'A fault\'s headers must be an object of header names and texts, without those that say how long the body is; it is {"Content-Length":"9"}',
    ],
    [
      { kind: "droppedConnection", breaks: "later" },
      'A fault\'s breaks must be "before" or "within"; it is "later"',
    ],
    [
      { kind: "slow", milliseconds: Number.POSITIVE_INFINITY },
      "A fault's milliseconds must be a number of milliseconds, 0 or more; it is Infinity",
    ],
    [{ kind: "output", members: {} }, "A fault's operation must be a text; it is undefined"],
    [
      { kind: "output", operation: "GetToken", members: { Token: 1 } },
      'The answer of GetToken has no "Token"; it has AppId, SessionId, ChallengeCode, Ttl',
    ],
    [{ kind: "stuckJob", times: 0.5 }, "A fault's times must be a whole number, 1 or more; it is 0.5"],
    [
      { kind: "slow", milliseconds: "x".repeat(100) },
      `A fault's milliseconds must be a number of milliseconds, 0 or more; it is "${"x".repeat(59)}…`,
    ],
  ])("%j", async (fault, message) => {
    const { local } = await createWorldWithBackend();
    expect(() => local.stage({ kind: "stuckJob" }, fault as StagedFault)).toThrow(message);
    expect(local.staged).toEqual([]);
  });
});

test("what waits can be seen, with the times that are left", async () => {
  const { client, local } = await createWorldWithBackend();
  local.stage({ kind: "throttling", times: 3 }, { kind: "stuckJob" });
  await client.safeSend(new ListS3BucketsCommand({}));
  expect(local.staged).toEqual([
    { kind: "throttling", times: 2 },
    { kind: "stuckJob", times: 1 },
  ]);
});

test.each([["in the job"], [""], ["\u001b[31mstack failed\u001b[0m"]])(
  "a job's failure may be staged with text %j, and read where the job is",
  async (error) => {
    const world = await createWorldWithBackend();
    world.local.stage({ kind: "jobFailure", error, operation: "CloneBackend" });
    const job = await world.client.send(clone);
    world.finishJobs();
    expect(await readJob(world, job)).toMatchObject({ Status: "FAILED", Error: error });
  },
);
