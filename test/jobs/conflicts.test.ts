import { describe, expect, test } from "@jest/globals";
import {
  BackendJobPoller,
  CloneBackendCommand,
  CreateBackendCommand,
  CreateBackendConfigCommand,
  DeleteBackendCommand,
  isBackendJobConflict,
  RemoveAllBackendsCommand,
} from "@tinsmith/amplifybackend";
import { DEV } from "../local/support/world.js";
import { createJobWorld, type JobWorld } from "./support/job-world.js";

const clone = (TargetEnvironmentName: string) => new CloneBackendCommand({ ...DEV, TargetEnvironmentName });

/** An app with one environment, in which a job goes on. */
async function busyWorld(): Promise<JobWorld> {
  const world = await createJobWorld({ jobDelays: { pending: 1000, running: 20_000 } });
  await BackendJobPoller.start(world.client, new CreateBackendCommand({ ...DEV, AppName: "shop" }));
  await world.client.send(clone("test"));
  return world;
}

const calls = ({ local }: JobWorld, name: string) =>
  local.journal.entries.filter(({ operation }) => operation === name);

describe("another job in the way", () => {
  test("is an error that says so, of a poller and of a call", async () => {
    await using world = await busyWorld();
    const error = await BackendJobPoller.start(world.client, clone("more")).catch((reason) => reason);
    expect(error).toMatchObject({
      name: "JobConflictError",
      operation: "CloneBackend",
      blockedAt: DEV,
      cause: { name: "ValidationException" },
      message: expect.stringMatching(/^CloneBackend started nothing/),
    });
    expect(isBackendJobConflict(error)).toBe(true);
    const { error: plain } = await world.client.safeSend(clone("more"));
    expect(plain?.name).toBe("ValidationException");
    expect(isBackendJobConflict(plain)).toBe(true);
    const { error: other } = await world.client.safeSend(
      new DeleteBackendCommand({ ...DEV, AppId: "other" }),
    );
    expect(isBackendJobConflict(other)).toBe(false);
    expect(isBackendJobConflict(undefined)).toBe(false);
    expect(isBackendJobConflict(new Error("There is already a pending job"))).toBe(false);
  });

  test("is waited for if asked, and then the job is started once", async () => {
    await using world = await busyWorld();
    const phases: string[] = [];
    const poller = BackendJobPoller.start(world.client, clone("more"), { onConflict: "wait" });
    poller.onProgress(({ phase, blockedBy }) =>
      phases.push(`${phase} ${blockedBy?.["JobId"] !== undefined}`),
    );
    await expect(poller).resolves.toMatchObject({ Operation: "CloneBackend", Status: "COMPLETED" });
    expect(phases.slice(0, 3)).toEqual(["waiting false", "waiting true", "waiting true"]);
    expect(phases.at(-1)).toBe("completed false");
    expect(calls(world, "CloneBackend").map(({ status }) => status)).toEqual([200, 400, 200]);
  });

  test("need not end well", async () => {
    await using world = await createJobWorld();
    await BackendJobPoller.start(world.client, new CreateBackendCommand({ ...DEV, AppName: "shop" }));
    world.local.stage({ kind: "jobFailure", error: "no" });
    await world.client.send(clone("test"));
    const poller = BackendJobPoller.start(world.client, clone("test"), { onConflict: "wait" });
    await expect(poller).resolves.toMatchObject({ Status: "COMPLETED" });
  });

  test("is found by the name in the service's message where the input has none", async () => {
    await using world = await busyWorld();
    const config = new CreateBackendConfigCommand({ AppId: DEV.AppId });
    await expect(BackendJobPoller.start(world.client, config, { onConflict: "wait" })).resolves.toMatchObject(
      {
        BackendEnvironmentName: "dev",
        Operation: "CreateBackendConfig",
      },
    );
    expect(calls(world, "ListBackendJobs")).toHaveLength(1);
  });

  test("is waited for, too, in an environment that is only about to be made", async () => {
    await using world = await busyWorld();
    const create = new CreateBackendCommand({ ...DEV, AppName: "shop", BackendEnvironmentName: "test" });
    // When the wait is over the environment is there.
    await expect(BackendJobPoller.start(world.client, create, { onConflict: "wait" })).rejects.toMatchObject({
      name: "BadRequestException",
    });
    expect(calls(world, "CreateBackend").at(-1)?.status).toBe(400);
    expect(calls(world, "ListBackendJobs").map(({ status }) => status)).toContain(404);
  });

  test("is over, too, where the service knows it no more", async () => {
    await using world = await busyWorld();
    const poller = BackendJobPoller.start(world.client, clone("more"), { onConflict: "wait" });
    poller.onProgress(({ blockedBy, status }) => {
      if (blockedBy === undefined || status !== undefined) return;
      world.local.stage({
        kind: "error",
        operation: "GetBackendJob",
        name: "NotFoundException",
        status: 404,
      });
      world.clock.advance(60_000);
    });
    await expect(poller).resolves.toMatchObject({ Operation: "CloneBackend", Status: "COMPLETED" });
  });

  test("is looked for as long as failures do not come in a row", async () => {
    await using world = await busyWorld();
    const lists = { operation: "ListBackendJobs" } as const;
    for (let round = 0; round < 2; round++) {
      world.local.stage({ kind: "throttling", ...lists });
      world.local.stage({ kind: "response", statusCode: 200, body: "{}", ...lists });
    }
    const options = { onConflict: "wait", maxConsecutiveErrors: 1 } as const;
    await expect(BackendJobPoller.start(world.client, clone("more"), options)).resolves.toMatchObject({
      Status: "COMPLETED",
    });
  });

  test("that never ends ends the waiting, with nothing started", async () => {
    await using world = await createJobWorld();
    await BackendJobPoller.start(world.client, new CreateBackendCommand({ ...DEV, AppName: "shop" }));
    world.local.stage({ kind: "stuckJob" });
    await world.client.send(clone("test"));
    const poller = BackendJobPoller.start(world.client, new DeleteBackendCommand(DEV), {
      onConflict: "wait",
      maxWaitTime: 300,
    });
    await expect(poller).rejects.toMatchObject({ name: "TimeoutError", phase: "wait", limit: 300_000 });
    expect(poller.state).toMatchObject({ phase: "stopped", identifiers: undefined });
    expect(calls(world, "DeleteBackend")).toHaveLength(1);
  });

  test("is not taken for another's where a repetition of the call met it", async () => {
    await using world = await createJobWorld({}, { maxAttempts: 3, retryUnsafeOperations: true });
    await BackendJobPoller.start(world.client, new CreateBackendCommand({ ...DEV, AppName: "shop" }));
    world.local.stage({
      kind: "response",
      operation: "CloneBackend",
      statusCode: 503,
      body: "{}",
      isExecuted: true,
    });
    const poller = BackendJobPoller.start(world.client, clone("test"), { onConflict: "wait" });
    await expect(poller).rejects.toMatchObject({ $metadata: { httpStatusCode: 503, attempts: 1 } });
    expect(calls(world, "CloneBackend")).toHaveLength(1);
  });
});

describe("RemoveAllBackends, whose answer names no environment", () => {
  test("is not even sent where none is given", async () => {
    await using world = await busyWorld();
    const poller = BackendJobPoller.start(world.client, new RemoveAllBackendsCommand({ AppId: DEV.AppId }));
    await expect(poller).rejects.toMatchObject({
      name: "ConfigurationError",
      message: expect.stringMatching(/BackendEnvironmentName.*Nothing was sent/),
    });
    expect(calls(world, "RemoveAllBackends")).toEqual([]);
  });

  test("is followed under the one that is given", async () => {
    await using world = await createJobWorld();
    await BackendJobPoller.start(world.client, new CreateBackendCommand({ ...DEV, AppName: "shop" }));
    const started = await world.client.send(new RemoveAllBackendsCommand({ AppId: DEV.AppId }));
    const identifiers = { BackendEnvironmentName: "dev" };
    await expect(BackendJobPoller.follow(world.client, started)).rejects.toMatchObject({
      name: "JobStartError",
      jobId: started.JobId,
      started,
    });
    await expect(BackendJobPoller.follow(world.client, started, { identifiers })).resolves.toMatchObject({
      Operation: "RemoveAllBackends",
    });
    expect(world.local.snapshot().apps[0]?.environments ?? []).toEqual([]);
  });
});
