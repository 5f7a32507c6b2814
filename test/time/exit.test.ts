import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "@jest/globals";
import { startServer } from "../../runtime/src/testing/local-server.js";

/** Far less than the limits that a call forgets if it forgets one: 10 seconds and more. */
const AT_ONCE = 5_000;

test("a process with nothing else to do exits after its last call, whatever that ends in", async () => {
  await using answering = await startServer();
  await using silent = await startServer(() => undefined);
  const script = ["--tsconfig", "tsconfig.json", "test/time/support/last-call.ts", answering.url, silent.url];
  const child = spawn("node_modules/.bin/tsx", script, { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const [output] = (await once(child.stdout, "data")) as [Buffer];
  const ended = performance.now();
  expect(output.toString().trim()).toBe(
    "result,result,AbortError,TimeoutError,TimeoutError,AbortError,TimeoutError,TimeoutError",
  );
  await expect(exited).resolves.toEqual([0, null]);
  expect(performance.now() - ended).toBeLessThan(AT_ONCE);
}, 60_000);
