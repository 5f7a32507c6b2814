import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { BackendJobPoller } from "@tinsmith/amplifybackend";
import { DEV } from "../local/support/world.js";
import { createJobWorld, type JobWorld } from "./support/job-world.js";

let world: JobWorld;
beforeEach(async () => {
  world = await createJobWorld();
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
});

/** Clears a terminal and starts another line of a log. */
const HOSTILE = "Clone\u001B[2J\nERROR: all is lost\u202E";

test("an operation that the service made up forges no lines of a log", async () => {
  const started = { ...DEV, Operation: HOSTILE, JobId: "j" };
  const body = JSON.stringify({ jobId: "j", status: "FAILED" });
  world.local.stage({ operation: "GetBackendJob", kind: "response", statusCode: 200, body });
  await expect(BackendJobPoller.follow(world.client, started)).rejects.toMatchObject({
    name: "JobFailedError",
    operation: HOSTILE,
    message: `Clone ERROR: all is lost failed (AppId ${DEV.AppId}, BackendEnvironmentName dev, JobId j); the service does not say why.`,
  });
  await expect(BackendJobPoller.follow(world.client, { ...started, JobId: "" })).rejects.toMatchObject({
    name: "JobStartError",
    message: "Clone ERROR: all is lost cannot be followed: its answer names no job.",
  });
});
