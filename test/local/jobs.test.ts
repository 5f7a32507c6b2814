import { describe, expect, test } from "@jest/globals";
import {
  CloneBackendCommand,
  CreateBackendAPICommand,
  CreateBackendCommand,
  DeleteBackendCommand,
  GetBackendCommand,
  GetBackendJobCommand,
  ListBackendJobsCommand,
  RemoveAllBackendsCommand,
  UpdateBackendJobCommand,
} from "@tinsmith/amplifybackend";
import { API_CONFIG } from "./support/inputs.js";
import { APP, createWorld, createWorldWithBackend, DEV, JOB_TIME, readJob, START } from "./support/world.js";

const clone = (target: string) => new CloneBackendCommand({ ...DEV, TargetEnvironmentName: target });

describe("a job", () => {
  test("goes from PENDING over RUNNING to COMPLETED, each at its time", async () => {
    const world = createWorld();
    const job = await world.client.send(new CreateBackendCommand({ ...DEV, AppName: "shop" }));
    expect(job).toMatchObject({ ...DEV, Operation: "CreateBackend", Status: "PENDING" });
    expect(job.Error).toBeUndefined();
    const record = { ...DEV, JobId: job.JobId, Operation: "CreateBackend", CreateTime: String(START) };

    expect(await readJob(world, job)).toMatchObject({
      ...record,
      Status: "PENDING",
      UpdateTime: String(START),
    });
    world.clock.advance(250);
    expect(await readJob(world, job)).toMatchObject({
      ...record,
      Status: "RUNNING",
      UpdateTime: String(START + 250),
    });
    world.clock.advance(750 + 5000);
    const over = await readJob(world, job);
    expect(over).toMatchObject({ ...record, Status: "COMPLETED", UpdateTime: String(START + 1000) });
    expect(over.Error).toBeUndefined();
  });

  test("changes nothing before it is COMPLETED", async () => {
    const { client, local, clock } = createWorld();
    await client.send(new CreateBackendCommand({ ...DEV, AppName: "shop" }));
    clock.advance(JOB_TIME - 1);
    expect(local.snapshot().apps).toEqual([]);
    await expect(client.send(new GetBackendCommand({ AppId: APP }))).rejects.toMatchObject({
      name: "NotFoundException",
    });
    clock.advance(1);
    expect((await client.send(new GetBackendCommand({ AppId: APP }))).BackendEnvironmentList).toEqual([
      "dev",
    ]);
  });

  test.each([[undefined], [""], ["\u001b[31mstack failed\u001b[0m"]])(
    "may end FAILED with text %j",
    async (error) => {
      const world = await createWorldWithBackend();
      world.local.stage({ kind: "jobFailure", error });
      const job = await world.client.send(new DeleteBackendCommand(DEV));
      world.finishJobs();
      const over = await readJob(world, job);
      expect([over.Status, over.Error]).toEqual(["FAILED", error]);
      expect((await world.client.send(new GetBackendCommand(DEV))).BackendEnvironmentName).toBe("dev");
    },
  );

  test("may be stuck, until its record is overwritten", async () => {
    const world = await createWorldWithBackend();
    world.local.stage({ kind: "stuckJob", operation: "CloneBackend" });
    const { JobId = "" } = await world.client.send(clone("test"));
    world.clock.advance(24 * 60 * 60 * 1000);
    expect((await readJob(world, { JobId })).Status).toBe("RUNNING");

    const command = new UpdateBackendJobCommand({ ...DEV, JobId, Status: "FAILED" });
    expect((await world.client.send(command)).Status).toBe("FAILED");
    const revive = new UpdateBackendJobCommand({ ...DEV, JobId, Status: "RUNNING" });
    await expect(world.client.send(revive)).rejects.toMatchObject({ name: "BadRequestException" });
    expect((await world.client.send(command)).Status).toBe("FAILED");
    expect((await world.client.send(clone("test"))).Status).toBe("PENDING");
  });

  test("keeps a word that UpdateBackendJob records, and ends in its time", async () => {
    const world = await createWorldWithBackend();
    const { JobId = "" } = await world.client.send(clone("test"));
    const change = { ...DEV, JobId, Status: "WAITING", Operation: "Renamed" };
    await world.client.send(new UpdateBackendJobCommand(change));
    world.clock.advance(JOB_TIME - 1);
    expect(await readJob(world, { JobId })).toMatchObject({ Status: "WAITING", Operation: "Renamed" });
    world.clock.advance(1);
    expect((await readJob(world, { JobId })).Status).toBe("COMPLETED");
    expect(world.local.snapshot().apps[0]?.environments).toHaveLength(2);
  });

  test("whose record is set back to PENDING goes on from there, and not back in time", async () => {
    const world = await createWorldWithBackend();
    const { JobId = "" } = await world.client.send(clone("test"));
    world.clock.advance(500);
    const setBack = new UpdateBackendJobCommand({ ...DEV, JobId, Status: "PENDING" });
    const { UpdateTime } = await world.client.send(setBack);
    world.clock.advance(100);
    expect(await readJob(world, { JobId })).toMatchObject({ Status: "RUNNING", UpdateTime });
  });

  test("outlives its environment", async () => {
    const world = await createWorldWithBackend();
    const job = await world.client.send(new DeleteBackendCommand(DEV));
    world.finishJobs();
    expect((await readJob(world, job)).Status).toBe("COMPLETED");
    expect((await world.client.send(new ListBackendJobsCommand(DEV))).Jobs).toHaveLength(2);
  });

  test("of RemoveAllBackends is found under each environment that the app had, and no other", async () => {
    const world = await createWorldWithBackend();
    await world.client.send(clone("test"));
    world.finishJobs();
    const job = await world.client.send(new RemoveAllBackendsCommand({ AppId: APP }));
    expect(job).not.toHaveProperty("BackendEnvironmentName");
    world.finishJobs();
    const { JobId = "" } = job;
    for (const BackendEnvironmentName of ["dev", "test"]) {
      const found = await world.client.send(
        new GetBackendJobCommand({ AppId: APP, BackendEnvironmentName, JobId }),
      );
      expect(found).toMatchObject({ BackendEnvironmentName, Status: "COMPLETED" });
    }
    const other = new GetBackendJobCommand({ AppId: APP, BackendEnvironmentName: "prod", JobId });
    await expect(world.client.send(other)).rejects.toMatchObject({
      name: "NotFoundException",
      ResourceType: "Job",
    });
  });

  test("takes the time that it is told to take", async () => {
    const world = createWorld({ jobDelays: { pending: 0, running: 0 } });
    const job = await world.client.send(new CreateBackendCommand({ ...DEV, AppName: "shop" }));
    expect(job.Status).toBe("PENDING");
    expect((await readJob(world, job)).Status).toBe("COMPLETED");
  });
});

describe("one job at a time", () => {
  const conflict = {
    name: "ValidationException",
    message: expect.stringContaining(
      `There is already a pending job for the requested appId: ${APP} and backendEnvironmentName: dev`,
    ),
  };

  test("a second change to an environment is refused, and the next after the end is not", async () => {
    const { client, finishJobs } = createWorld();
    await client.send(new CreateBackendCommand({ ...DEV, AppName: "shop" }));
    const api = new CreateBackendAPICommand({ ...DEV, ResourceName: "todos", ResourceConfig: API_CONFIG });
    await expect(client.send(api)).rejects.toMatchObject(conflict);
    finishJobs();
    expect((await client.send(api)).Status).toBe("PENDING");
  });

  test("of many at once, one starts", async () => {
    const { client, local } = await createWorldWithBackend();
    const calls = Array.from({ length: 20 }, () => client.send(new DeleteBackendCommand(DEV)));
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(local.snapshot().jobs.filter(({ operation }) => operation === "DeleteBackend")).toHaveLength(1);
  });

  test("cloning keeps source and target, and nothing else", async () => {
    const { client, finishJobs } = await createWorldWithBackend();
    await client.send(clone("test"));
    finishJobs();
    await client.send(clone("prod"));
    await expect(client.send(new DeleteBackendCommand(DEV))).rejects.toMatchObject(conflict);
    const target = new CreateBackendCommand({ AppId: APP, AppName: "shop", BackendEnvironmentName: "prod" });
    await expect(client.send(target)).rejects.toMatchObject({ name: "ValidationException" });
    const other = new DeleteBackendCommand({ AppId: APP, BackendEnvironmentName: "test" });
    expect((await client.send(other)).Status).toBe("PENDING");
  });

  test("removing all waits for every job of the app, and keeps out new ones", async () => {
    const { client, finishJobs } = await createWorldWithBackend();
    const create = (name: string) =>
      new CreateBackendCommand({ AppId: APP, AppName: "shop", BackendEnvironmentName: name });
    const removeAll = new RemoveAllBackendsCommand({ AppId: APP });
    await client.send(create("test"));
    await expect(client.send(removeAll)).rejects.toMatchObject({ name: "ValidationException" });
    finishJobs();
    await client.send(removeAll);
    await expect(client.send(create("prod"))).rejects.toMatchObject({ name: "ValidationException" });
  });

  test("another app's jobs are no hindrance", async () => {
    const { client } = createWorld();
    await client.send(new CreateBackendCommand({ ...DEV, AppName: "shop" }));
    const other = new CreateBackendCommand({ ...DEV, AppId: "other", AppName: "other" });
    expect((await client.send(other)).Status).toBe("PENDING");
  });
});

test("the same seed tells the same story", async () => {
  const run = async () => (await createWorldWithBackend()).local.snapshot();
  expect(await run()).toEqual(await run());
});
