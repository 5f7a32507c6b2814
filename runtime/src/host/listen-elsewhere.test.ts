import { expect, jest, test } from "@jest/globals";
import { demoHost } from "./fixtures/demo-service.js";

test("where there is no node:http, listening fails, and says what to do instead", async () => {
  jest.unstable_mockModule("node:http", () => {
    throw new Error("Cannot find module");
  });
  await expect(demoHost().listen()).rejects.toMatchObject({
    message:
      "There is no node:http here to listen with: only Node, Bun and Deno have it. " +
      "Call within the process instead, with what clientConfig() gives without a listener.",
  });
});
