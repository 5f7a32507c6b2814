import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { BackendJobPoller, CreateBackendCommand } from "@tinsmith/amplifybackend";
import { DEV } from "../local/support/world.js";
import { createJobWorld } from "./support/job-world.js";

test("a poller that fails, and that nobody awaits, does not end the process; the process ends with its work", () => {
  const script = join("test", "jobs", "support", "leave-unwatched.ts");
  const argv = ["node_modules/tsx/dist/cli.mjs", "--tsconfig", "tsconfig.json", script];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: "utf8", timeout: 50_000 });
  expect(stderr).not.toMatch(/Unhandled|JobFailedError/);
  expect({ status, stdout }).toEqual({ status: 0, stdout: "failed JobFailedError\n" });
});

test("its error is not lost: the state has it, listeners and the logger are told", async () => {
  const written: unknown[] = [];
  const ignore = () => {};
  const logger = { debug: ignore, info: ignore, warn: ignore, error: (text: unknown) => written.push(text) };
  await using world = await createJobWorld({}, { logger });
  world.local.stage({ kind: "jobFailure", error: "no 5ecret" });
  const poller = BackendJobPoller.start(world.client, new CreateBackendCommand({ ...DEV, AppName: "shop" }));
  expect(poller.state.error).toBeUndefined();
  const told: unknown[] = [];
  const ended = new Promise<void>((resolve) => {
    poller.onProgress(({ phase, error }) => {
      told.push([phase, error?.name]);
      if (error !== undefined) resolve();
    });
  });
  await ended;
  expect(told.at(-1)).toEqual(["failed", "JobFailedError"]);
  expect(told.filter((each) => JSON.stringify(each).includes("failed"))).toHaveLength(1);
  await expect(poller).rejects.toBe(poller.state.error);
  expect(written).toEqual([expect.stringMatching(/^JobFailedError: CreateBackend failed \(AppId /)]);
  expect(String(written)).not.toMatch("5ecret");
});

test("an abort of one's own is not written to the log", async () => {
  const written: unknown[] = [];
  const ignore = () => {};
  const logger = { debug: ignore, info: ignore, warn: ignore, error: (text: unknown) => written.push(text) };
  await using world = await createJobWorld({}, { logger });
  const poller = BackendJobPoller.start(world.client, new CreateBackendCommand({ ...DEV, AppName: "shop" }));
  await poller.started();
  written.length = 0;
  poller.abort();
  await expect(poller).rejects.toMatchObject({ name: "AbortError" });
  expect(poller.state.error?.name).toBe("AbortError");
  // The call that was aborted is another matter.
  expect(written.filter((each) => typeof each === "string")).toEqual([]);
});

test("the kinds of errors are told apart by name", async () => {
  await using world = await createJobWorld();
  world.local.stage({ kind: "jobFailure", error: "why" });
  const poller = BackendJobPoller.start(world.client, new CreateBackendCommand({ ...DEV, AppName: "shop" }));
  await poller.catch(() => {});
  const { error } = poller.state;
  switch (error?.name) {
    case "JobFailedError":
      expect(error.text).toBe("why");
      break;
    case "JobConflictError":
      throw new Error(JSON.stringify(error.blockedAt));
    case "NotFoundException":
      throw new Error(error.ResourceType);
    default:
      throw new Error(`It ended in ${error?.name}`);
  }
});
