import { describe, expect, jest, test } from "@jest/globals";
import { clientFor, closeServerAfterEach, error, readJob, received } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";
import type { Callback } from "./callback.js";
import { invoke } from "./invoke.js";

closeServerAfterEach();

/** What a callback is called with, however it is handed over. */
const calledBack = (start: (callback: Callback<unknown>) => void): Promise<unknown[]> =>
  new Promise((resolve) => start((...outcome) => resolve(outcome)));

describe("a callback", () => {
  test("gets null and the result, behind options or without", async () => {
    const client = await clientFor(() => ({ body: '{"jobId":"j"}' }));
    const result = expect.objectContaining({ JobId: "j" });
    expect(await calledBack((callback) => client.send(readJob(), callback))).toEqual([null, result]);
    expect(await calledBack((callback) => client.send(readJob(), {}, callback))).toEqual([null, result]);
    expect(await calledBack((callback) => client.send(readJob(), undefined, callback))).toEqual([
      null,
      result,
    ]);
  });

  test("gets the error alone", async () => {
    const client = await clientFor(() => error("NotFoundException", 404));
    const outcome = await calledBack((callback) => client.send(readJob(), callback));
    expect(outcome).toEqual([expect.objectContaining({ name: "NotFoundException" })]);
  });

  test("comes with options that count", async () => {
    const client = await clientFor(() => ({}));
    const options = { abortSignal: AbortSignal.abort() };
    const [failure] = await calledBack((callback) => client.send(readJob(), options, callback));
    expect(failure).toMatchObject({ name: "AbortError" });
    expect(received()).toHaveLength(0);
  });

  test("takes the place of a promise", async () => {
    const client = await clientFor(() => ({}));
    const returned: unknown[] = [];
    await calledBack((callback) => returned.push(client.send(readJob(), callback)));
    expect(returned).toEqual([undefined]);
  });

  test("that throws is called once, and logged", async () => {
    const thrown = new Error("mine");
    const callback = jest.fn(() => {
      throw thrown;
    });
    const logged = new Promise((error) => {
      const logger = { debug() {}, info() {}, warn() {}, error };
      void clientFor(() => ({}), { logger }).then((client) => client.send(readJob(), callback));
    });
    await expect(logged).resolves.toEqual({ callbackError: thrown });
    expect(callback).toHaveBeenCalledTimes(1);
  });
});

describe("a method of a client", () => {
  const result = { $metadata: {} };

  test("goes through send, so that a test may replace that", async () => {
    const client = testClient({});
    const send = jest.spyOn(client, "send").mockImplementation(async () => result);
    const command = readJob();
    const options = { requestTimeout: 1 };
    await expect(invoke(client, command, [])).resolves.toBe(result);
    await expect(invoke(client, command, [options])).resolves.toBe(result);
    expect(send.mock.calls).toEqual([
      [command, undefined],
      [command, options],
    ]);
  });

  test("calls back", async () => {
    const client = await clientFor(() => error("NotFoundException", 404));
    for (const before of [[], [{}], [undefined]] as const) {
      const outcome = await calledBack((callback) =>
        invoke(client, readJob(), before.length === 0 ? [callback] : [...before, callback]),
      );
      expect(outcome).toEqual([expect.objectContaining({ name: "NotFoundException" })]);
    }
  });
});

describe("who looks for middleware", () => {
  const named = {
    name: "ConfigurationError",
    message: expect.stringContaining("hooks: { onRequest, onResponse"),
  };

  test.each([
    ["on a client", () => testClient({}).middlewareStack],
    ["on a command", () => readJob().middlewareStack],
    ["of a command", () => readJob().resolveMiddleware({}, {}, {})],
  ])("%s is told what there is instead", (_where, look) => {
    expect(look).toThrow(expect.objectContaining(named));
  });

  test("with a command is told not to mix packages, as AWS's clients look there", () => {
    const advice = "take it and the client from one package";
    expect(() => readJob().resolveMiddleware({}, {}, {})).toThrow(advice);
    expect(() => testClient({}).middlewareStack).not.toThrow(advice);
  });
});
