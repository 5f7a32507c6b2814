import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { BackendJobPoller, CreateBackendCommand } from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend, ManualClock } from "@tinsmith/amplifybackend/local";
import { DEV } from "../local/support/world.js";
import { createJobWorld, type JobWorld } from "./support/job-world.js";

test("a job is followed on when the process that started it has been killed", async () => {
  const clock = new ManualClock(Date.now());
  const local = createLocalAmplifyBackend({ clock });
  const listener = await local.listen();
  const run = (...more: readonly string[]): ChildProcess => {
    const { accessKeyId, secretAccessKey } = local.credentials;
    const script = ["--tsconfig", "tsconfig.json", "test/jobs/support/follow-elsewhere.ts"];
    const argv = [...script, listener.endpoint, accessKeyId, secretAccessKey, ...more];
    return spawn(process.execPath, ["node_modules/tsx/dist/cli.mjs", ...argv], {
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
  };
  const first = run();
  const [serialized] = (await once(first.stdout as NonNullable<typeof first.stdout>, "data")) as [Buffer];
  // The process group: tsx runs the program in a process of its own.
  process.kill(-(first.pid as number), "SIGKILL");
  await once(first, "exit");
  expect(serialized.toString()).not.toMatch(local.credentials.secretAccessKey);
  const second = run(serialized.toString());
  const ended = once(second, "exit");
  const output = once(second.stdout as NonNullable<typeof second.stdout>, "data");
  await lookedAt(() => local.journal.entries.length, local.journal.entries.length);
  clock.advance(1000);
  expect(String(await output)).toBe("CreateBackend COMPLETED");
  await expect(ended).resolves.toEqual([0, null]);
  expect(local.journal.entries.filter(({ operation }) => operation === "CreateBackend")).toHaveLength(1);
  await listener.close();
}, 120_000);

async function lookedAt(count: () => number, before: number): Promise<void> {
  while (count() === before) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe("the text of a poller", () => {
  let world: JobWorld;
  beforeEach(async () => {
    world = await createJobWorld();
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
  });

  test("is JSON with a version, what names the job, and no secrets", async () => {
    const poller = BackendJobPoller.start(
      world.client,
      new CreateBackendCommand({ ...DEV, AppName: "shop" }),
    );
    const { identifiers } = await poller.started();
    const saved = { version: 1, service: "AmplifyBackend", job: "BackendJob", identifiers };
    expect(JSON.parse(poller.serialize())).toEqual({ ...saved, operation: "CreateBackend", seen: false });
    await poller;
    expect(JSON.parse(poller.serialize())).toMatchObject({ seen: true });
    await expect(BackendJobPoller.resume(world.client, poller.serialize())).resolves.toMatchObject({
      Status: "COMPLETED",
    });
  });

  const fit = {
    version: 1,
    service: "AmplifyBackend",
    job: "BackendJob",
    identifiers: { ...DEV, JobId: "j" },
    seen: false,
  };

  test.each([
    ["no text", undefined, /no JSON object/],
    ["no JSON", "{ 5ecret", /no JSON object/],
    ["a list", "[]", /version/],
    ["null", "null", /no JSON object/],
    ["a later version", JSON.stringify({ ...fit, version: 2 }), /version is not 1/],
    ["another service", JSON.stringify({ ...fit, service: "EC2" }), /no BackendJob of AmplifyBackend/],
    ["another kind of job", JSON.stringify({ ...fit, job: "Other" }), /no BackendJob of AmplifyBackend/],
    ["no identifiers", JSON.stringify({ ...fit, identifiers: 1 }), /no AppId, BackendEnvironmentName, JobId/],
    ["an empty one", JSON.stringify({ ...fit, identifiers: { ...DEV, JobId: "" } }), /no JobId/],
    ["one that is no text", JSON.stringify({ ...fit, identifiers: { ...DEV, JobId: {} } }), /no JobId/],
  ])("that is %s is refused, and not quoted", async (_what, text, message) => {
    const error = await BackendJobPoller.resume(world.client, text as string).catch((reason) => reason);
    expect(error).toMatchObject({ name: "ConfigurationError", message: expect.stringMatching(message) });
    expect(error.message).not.toMatch("5ecret");
    expect(world.local.journal.entries).toEqual([]);
  });

  test("cannot lead a look to another route", async () => {
    const text = JSON.stringify({ ...fit, identifiers: { ...DEV, JobId: "../../remove" } });
    const poller = BackendJobPoller.resume(world.client, text);
    await expect(poller).rejects.toMatchObject({ name: "InputValidationError" });
    expect(world.local.journal.entries).toEqual([]);
  });
});
