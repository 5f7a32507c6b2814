import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  AbortError,
  AmplifyBackendClient,
  BackendJobPoller,
  type BackendJobStarter,
  CloneBackendCommand,
  CreateBackendCommand,
  type JobFailedError,
  ListBackendJobsCommand,
} from "@tinsmith/amplifybackend";
import type { StagedFault } from "@tinsmith/amplifybackend/local";
import { DEV } from "../local/support/world.js";
import { createJobWorld, type JobWorld } from "./support/job-world.js";

const create = () => new CreateBackendCommand({ ...DEV, AppName: "shop" });
const look = (fault: object): StagedFault => ({ operation: "GetBackendJob", ...fault }) as StagedFault;

let world: JobWorld;
beforeEach(async () => {
  world = await createJobWorld({ jobDelays: { pending: 5000, running: 20_000 } });
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
});

const looks = () => world.local.journal.entries.filter(({ operation }) => operation === "GetBackendJob");

describe("a job", () => {
  test("is followed from state to state, ever more slowly", async () => {
    const poller = BackendJobPoller.start(world.client, create());
    const seen: unknown[] = [];
    poller.onProgress(({ phase, status }) => seen.push([phase, status]));
    await expect(poller).resolves.toMatchObject({ ...DEV, Status: "COMPLETED", Operation: "CreateBackend" });
    expect(world.slept).toEqual([2000, 3000, 5000, 9000, 16_000]);
    expect(seen).toEqual([
      ["following", undefined],
      ["following", "PENDING"],
      ["following", "RUNNING"],
      ["following", "RUNNING"],
      ["following", "RUNNING"],
      ["completed", "COMPLETED"],
    ]);
    expect(poller.state).toMatchObject({ phase: "completed", job: { Status: "COMPLETED" } });
  });

  test("in a state that nobody knows goes on", async () => {
    const started = await world.client.send(create());
    const body = JSON.stringify({ jobId: started.JobId, status: "COMPLETED_PARTLY" });
    world.local.stage(look({ kind: "response", statusCode: 200, body }));
    world.local.stage(look({ kind: "response", statusCode: 200, body: "{}" }));
    const poller = BackendJobPoller.follow(world.client, started);
    await expect(poller).resolves.toMatchObject({ Status: "COMPLETED" });
    expect(looks().length).toBeGreaterThan(3);
  });

  test("that fails is an error with a clean text, which is not printed, and nor is the job", async () => {
    world.local.stage({ kind: "jobFailure", error: "\u001B[31mCREATE_FAILED\u001B[0m key-5ecret\u0007" });
    const error: JobFailedError = await BackendJobPoller.start(world.client, create()).then(
      () => expect(true).toBe(false),
      (reason) => reason,
    );
    expect(error).toMatchObject({
      name: "JobFailedError",
      operation: "CreateBackend",
      status: "FAILED",
      identifiers: { ...DEV, JobId: error.jobId },
      message: `CreateBackend failed (AppId ${DEV.AppId}, BackendEnvironmentName dev, JobId ${error.jobId}); \`text\` says why.`,
      $metadata: { httpStatusCode: 200 },
    });
    expect(error.text).toBe("CREATE_FAILED key-5ecret");
    expect(error.job).toMatchObject({ Status: "FAILED" });
    for (const printed of [
      inspect(error, { showHidden: true, depth: 9 }),
      JSON.stringify(error),
      error.stack,
    ]) {
      expect(printed).not.toMatch("5ecret");
      expect(printed).toMatch(error.jobId);
    }
    expect(error.stack).toMatch("following.test.ts");
  });

  test("that fails without a word is an error without a text", async () => {
    world.local.stage({ kind: "jobFailure", error: "" });
    const poller = BackendJobPoller.start(world.client, create());
    await expect(poller).rejects.toMatchObject({
      text: "",
      message: expect.stringMatching(/the service does not say why\.$/),
    });
    expect(poller.state.phase).toBe("failed");
    expect(inspect(poller.state)).toMatch("FAILED");
  });

  test("that is stuck is followed for 2000 seconds, and may go on", async () => {
    world.local.stage({ kind: "stuckJob" });
    const poller = BackendJobPoller.start(world.client, create());
    const start = world.clock.now();
    await expect(poller).rejects.toMatchObject({
      name: "TimeoutError",
      phase: "wait",
      limit: 2_000_000,
      operation: "CreateBackend",
    });
    const waited = world.clock.now() - start;
    expect(waited).toBeGreaterThan(1_990_000);
    expect(waited).toBeLessThanOrEqual(2_000_000);
    expect(Math.max(...world.slept)).toBeLessThanOrEqual(30_000);
    expect(poller.state.phase).toBe("stopped");
  });

  test("that ended while the clock jumped is seen to have ended", async () => {
    const sleep = async (milliseconds: number): Promise<void> => world.clock.advance(milliseconds + 1e7);
    const environment = { now: () => world.clock.now(), sleep };
    const client = new AmplifyBackendClient({ ...world.local.clientConfig(world.listener), environment });
    await expect(BackendJobPoller.start(client, create())).resolves.toMatchObject({ Status: "COMPLETED" });
    client.destroy();
  });

  test("is looked at by the caller's own measure", async () => {
    const options = { minDelay: 1, maxDelay: 1, maxWaitTime: 5 };
    const poller = BackendJobPoller.start(world.client, create(), options);
    await expect(poller).rejects.toMatchObject({ limit: 5000 });
    expect(new Set(world.slept)).toEqual(new Set([1000]));
  });

  test.each([
    { minDelay: 0 },
    { minDelay: Number.NaN },
    { minDelay: 3, maxDelay: 2 },
    { maxWaitTime: 0 },
    { maxConsecutiveErrors: -1 },
    { abortSignal: {} as AbortSignal },
    { onConflict: "ask" as "wait" },
  ])("is not started with %j", async (options) => {
    const poller = BackendJobPoller.start(world.client, create(), options);
    await expect(poller).rejects.toMatchObject({ name: "ConfigurationError" });
    expect(world.local.journal.entries).toEqual([]);
  });

  test("is followed with null for options, and for what names it, as JavaScript has it", async () => {
    const poller = BackendJobPoller.start(world.client, create(), null as never);
    const { JobId } = await poller;
    const options = { identifiers: null as never };
    await expect(
      BackendJobPoller.follow(world.client, poller.state.job ?? {}, options),
    ).resolves.toMatchObject({
      JobId,
    });
  });

  test.each([undefined, null, {}, "CloneBackend"])("is not started by %p", async (command) => {
    const poller = BackendJobPoller.start(world.client, command as never);
    await expect(poller).rejects.toMatchObject({
      name: "ConfigurationError",
      message: expect.stringMatching(/takes commands that are imported from @tinsmith\/amplifybackend/),
    });
    expect(world.local.journal.entries).toEqual([]);
  });

  test("is not started by a command that starts none, nor does one compile", async () => {
    // @ts-expect-error it starts no job
    const list: BackendJobStarter = new ListBackendJobsCommand(DEV);
    await expect(BackendJobPoller.start(world.client, list)).rejects.toMatchObject({
      name: "ConfigurationError",
      message: "ListBackendJobs starts no job that GetBackendJob could follow; nothing was sent.",
    });
    expect(world.local.journal.entries).toEqual([]);
  });
});

describe("the answer of the call", () => {
  test.each([
    ["an error and no job", { error: "\u001B[1mno\u001B[m 5ecret" }, "no 5ecret", undefined],
    ["an error and a job", { error: "no", jobId: "j" }, "no", "j"],
    ["an error that is no text", { error: { message: "5ecret" }, jobId: "j" }, "", "j"],
    ["no job", { status: "PENDING" }, "", undefined],
    ["nothing", {}, "", undefined],
  ])("with %s ends it at once", async (_what, body, text, jobId) => {
    const answer = { kind: "response", statusCode: 200, body: JSON.stringify(body) } as const;
    world.local.stage({ operation: "CreateBackend", ...answer });
    const poller = BackendJobPoller.start(world.client, create());
    const error = await poller.catch((reason) => reason);
    expect(error).toMatchObject({ name: "JobStartError", operation: "CreateBackend", text, jobId });
    expect(error.started).toMatchObject({ $metadata: { httpStatusCode: 200 } });
    expect(inspect(error, { showHidden: true })).not.toMatch("5ecret");
    expect(looks()).toEqual([]);
    expect(() => poller.serialize()).toThrow(/has not started/);
    await expect(poller.started()).rejects.toBe(error);
  });

  test("says where the job is found, whatever the input says", async () => {
    const body = JSON.stringify({ jobId: "j", backendEnvironmentName: "elsewhere" });
    world.local.stage({ operation: "CreateBackend", kind: "response", statusCode: 200, body });
    const poller = BackendJobPoller.start(world.client, create(), {
      identifiers: { BackendEnvironmentName: "nowhere" },
    });
    const { identifiers } = await poller.started();
    expect(identifiers).toEqual({ AppId: DEV.AppId, BackendEnvironmentName: "elsewhere", JobId: "j" });
    await expect(poller).rejects.toMatchObject({ name: "NotFoundException" });
    expect(looks()).toHaveLength(11);
  });

  test("that is an error ends it with that error", async () => {
    world.local.stage({ kind: "throttling", operation: "CreateBackend" });
    const poller = BackendJobPoller.start(world.client, create());
    await expect(poller).rejects.toMatchObject({
      name: "TooManyRequestsException",
      operation: "CreateBackend",
    });
    expect(world.local.journal.entries).toHaveLength(1);
  });
});

describe("a look that fails", () => {
  const html = {
    kind: "response",
    statusCode: 504,
    headers: { "content-type": "text/html" },
    body: "<html>",
  };

  test.each([
    ["throttling", { kind: "throttling" }],
    ["a failure of the service", { kind: "error", name: "InternalServiceException", status: 504 }],
    ["a gateway's page", html],
    ["an answer that is cut off", { kind: "response", statusCode: 200, body: '{"jobId":' }],
  ])("with %s may pass", async (_what, fault) => {
    world.local.stage(look({ ...fault, times: 3 }));
    const poller = BackendJobPoller.start(world.client, create());
    const counts: number[] = [];
    poller.onProgress(({ consecutiveErrors }) => counts.push(consecutiveErrors));
    await expect(poller).resolves.toMatchObject({ Status: "COMPLETED" });
    expect(counts.slice(0, 5)).toEqual([0, 1, 2, 3, 0]);
  });

  test("in a way that may pass, but more often than that, ends it", async () => {
    world.local.stage(look({ kind: "throttling", times: 100 }));
    const poller = BackendJobPoller.start(world.client, create(), { maxConsecutiveErrors: 2 });
    await expect(poller).rejects.toMatchObject({ name: "TooManyRequestsException" });
    expect(looks()).toHaveLength(3);
    world.local.clearStaged();
    await expect(BackendJobPoller.resume(world.client, poller.serialize())).resolves.toMatchObject({
      Status: "COMPLETED",
    });
  });

  test("since nobody answers may pass", async () => {
    const poller = BackendJobPoller.start(world.client, create(), { maxConsecutiveErrors: 3 });
    await poller.started();
    await world.listener.close();
    await expect(poller).rejects.toMatchObject({ name: "NetworkError" });
    expect(poller.state.consecutiveErrors).toBe(3);
  });

  test.each([
    ["AccessDeniedException", 403],
    ["UnrecognizedClientException", 403],
    ["ExpiredTokenException", 403],
    ["ValidationException", 400],
  ])("with %s ends it at once", async (name, status) => {
    world.local.stage(look({ kind: "error", name, status }));
    await expect(BackendJobPoller.start(world.client, create())).rejects.toMatchObject({ name });
    expect(looks()).toHaveLength(1);
  });

  test("since the job is not known may pass as long as it has not been seen", async () => {
    const unknown = look({ kind: "error", name: "NotFoundException", status: 404, times: 2 });
    world.local.stage(unknown);
    const poller = BackendJobPoller.start(world.client, create());
    poller.onProgress(({ status }) => status === "RUNNING" && world.local.stage(unknown));
    await expect(poller).rejects.toMatchObject({ name: "NotFoundException" });
    expect(looks().map(({ status }) => status)).toEqual([404, 404, 200, 404]);
    const resumed = BackendJobPoller.resume(world.client, poller.serialize());
    await expect(resumed).rejects.toMatchObject({ name: "NotFoundException" });
  });
});

describe("abort", () => {
  test.each(["before anything", "while the call is made", "while a look is made", "while it waits"])(
    "ends the following %s",
    async (when) => {
      const clientSleeps = when === "while it waits";
      await using own = await createJobWorld({
        clock: world.clock,
        latency: (operation) => (wanted[when] === operation ? 1e9 : 0),
      });
      const controller = new AbortController();
      const poller = BackendJobPoller.start(own.client, create(), { abortSignal: controller.signal });
      if (when !== "before anything") {
        if (when === "while the call is made") await tick(100);
        else await poller.started();
        if (clientSleeps) poller.onProgress(() => poller.abort("enough"));
        else await tick(100);
      }
      if (!clientSleeps) controller.abort("enough");
      const error = await poller.catch((reason) => reason);
      expect(error).toBeInstanceOf(AbortError);
      expect(error).toMatchObject({ name: "AbortError", cause: "enough", operation: expect.any(String) });
      expect(poller.state.phase).toBe("stopped");
    },
  );

  const wanted: Readonly<Record<string, string>> = {
    "while the call is made": "CreateBackend",
    "while a look is made": "GetBackendJob",
  };

  test("ends a wait of the platform's own clock", async () => {
    const { started, poller } = await realPoller();
    await started;
    poller.abort("enough");
    await expect(poller).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
  });

  test("comes too late when the job is over", async () => {
    const poller = BackendJobPoller.start(world.client, create());
    await poller;
    poller.abort("late");
    expect(poller.state.phase).toBe("completed");
    await expect(poller).resolves.toMatchObject({ Status: "COMPLETED" });
  });

  async function realPoller() {
    const own = await createJobWorld();
    const now = { now: () => own.clock.now() };
    const client = new AmplifyBackendClient({ ...own.local.clientConfig(own.listener), environment: now });
    const poller = BackendJobPoller.start(client, create());
    poller.finally(() => own[Symbol.asyncDispose]()).catch(() => {});
    return { poller, started: poller.started() };
  }
});

describe("listeners", () => {
  test("that fail change nothing, and the log tells of them", async () => {
    const warnings: unknown[] = [];
    const ignore = () => {};
    const logger = {
      debug: ignore,
      info: ignore,
      error: ignore,
      warn: (text: unknown) => warnings.push(text),
    };
    await using own = await createJobWorld({}, { logger });
    const poller = BackendJobPoller.start(own.client, create());
    const told: string[] = [];
    poller.onProgress(() => {
      throw new Error("thrown");
    });
    poller.onProgress(async () => {
      throw new Error("rejected");
    });
    poller.onProgress(({ phase }) => told.push(phase));
    await expect(poller).resolves.toMatchObject({ Status: "COMPLETED" });
    await tick(1);
    expect(told).toEqual(["following", "completed"]);
    expect(warnings.filter((text) => /thrown/.test(String(text)))).toHaveLength(2);
    expect(warnings.filter((text) => /rejected/.test(String(text)))).toHaveLength(2);
  });

  test("can be taken off, and the same function can listen twice", async () => {
    const poller = BackendJobPoller.start(world.client, create());
    let calls = 0;
    const count = () => {
      calls++;
    };
    const off = poller.onProgress(count);
    poller.onProgress(count);
    await poller.started();
    expect(calls).toBe(2);
    off();
    await poller;
    expect(calls).toBe(7);
  });
});

test("it is a promise, and what comes of it an ordinary one", async () => {
  const poller = BackendJobPoller.start(world.client, create());
  expect(poller).toBeInstanceOf(Promise);
  const next = poller.then(({ Status }) => Status);
  expect(next).not.toBeInstanceOf(BackendJobPoller);
  await expect(Promise.all([next, poller])).resolves.toMatchObject(["COMPLETED", { Status: "COMPLETED" }]);
  const clone = new CloneBackendCommand({ ...DEV, TargetEnvironmentName: "test" });
  const [end] = await Promise.allSettled([BackendJobPoller.start(world.client, clone)]);
  expect(end).toMatchObject({ status: "fulfilled", value: { Status: "COMPLETED" } });
});

const tick = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
