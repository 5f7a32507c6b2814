import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { ConfigurationError, type HttpHandler } from "../index.js";
import { readJob } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";

const requestHandler: HttpHandler = {
  handle: async () => ({ response: { statusCode: 200, headers: {}, body: '{"jobId":"j"}' } }),
};
const client = testClient({ requestHandler });

const throwing = new Proxy(
  {},
  {
    get: () => {
      throw new Error("hostile");
    },
  },
);

describe("safeSend neither throws nor rejects", () => {
  test.each<[string, unknown]>([
    ["null", null],
    ["nothing", undefined],
    ["text", "GetBackendJob"],
    ["a command of another package", { input: {}, resolveMiddleware: () => {} }],
    ["an empty operation", { operation: undefined, validation: undefined }],
    ["an operation that is none", { operation: {}, input: {}, validation: undefined }],
    ["a command without its class, and so without its validation", { ...readJob() }],
    ["a proxy that throws", throwing],
  ])("for %s as a command", async (_what, command) => {
    const result = await client.safeSend(command as never);
    expect(result).toMatchObject({ success: false, error: { name: "ConfigurationError", retryable: false } });
    expect(result.error).toBeInstanceOf(ConfigurationError);
  });

  test.each<[string, unknown]>([
    ["a proxy that throws", throwing],
    ["a signal that is none", { abortSignal: 5 }],
    ["a limit that is none", { requestTimeout: "soon" }],
    ["hooks that are none", { hooks: 5 }],
  ])("for %s as options", async (_what, options) => {
    const result = await client.safeSend(readJob(), options as never);
    expect(result).toMatchObject({
      success: false,
      error: { name: "ConfigurationError", operation: "GetBackendJob", $metadata: { attempts: 0 } },
    });
  });

  test("a callback as options is none: the result goes to who waits for it", async () => {
    let called = false;
    const callback = (): void => {
      called = true;
    };
    const result = await client.safeSend(readJob(), callback as never);
    expect(result).toMatchObject({ success: true, data: { JobId: "j" } });
    expect(called).toBe(false);
  });

  test("null as options is none", async () => {
    await expect(client.safeSend(readJob(), null as never)).resolves.toMatchObject({ success: true });
  });
});

test("what is no function is no callback", async () => {
  await expect(client.send(readJob(), {}, 5 as never)).resolves.toMatchObject({ JobId: "j" });
});

test("the runtime itself never asks `instanceof` of its errors: those of another copy must not decide about safety", () => {
  const folder = join("runtime", "src");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const found = files
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    // What its users stage may well come from another copy, and nothing is at stake.
    .filter((file) => !file.startsWith("testing-kit"))
    .filter((file) =>
      /instanceof (?:\w*(?:Abort|Base|Configuration|Provider|Validation|Network|Parse|Timeout|Waiter)Error|\w+Exception)\b/.test(
        readFileSync(join(folder, file), "utf8"),
      ),
    );
  expect(found).toEqual([]);
  expect(files.length).toBeGreaterThan(100);
});
