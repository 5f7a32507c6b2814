import { describe, expect, jest, test } from "@jest/globals";
import { StandardRetryStrategy } from "@smithy/core/retry";
import type { ClientConfig } from "../index.js";
import { clientFor, closeServerAfterEach, readJob, received } from "../testing/calls.js";
import type { Responder } from "../testing/local-server.js";

closeServerAfterEach();

describe("a signal ends the call", () => {
  const never = () => new Promise<never>(() => {});
  const enough = { name: "AbortError", cause: "enough", operation: "GetBackendJob" };
  const after = (milliseconds: number): AbortSignal => {
    const controller = new AbortController();
    setTimeout(() => controller.abort("enough"), milliseconds);
    return controller.signal;
  };

  test.each<[string, Responder, ClientConfig]>([
    ["while it waits for the response", () => undefined, {}],
    ["while it waits to repeat", () => ({ status: 503, headers: { "retry-after": "5" } }), {}],
    ["while the adaptive mode waits for its turn", () => ({ status: 429 }), { retryMode: "adaptive" }],
    ["while credentials are fetched", () => ({}), { credentials: never }],
    ["while the region is looked up", () => ({}), { region: never }],
    ["while the endpoint is looked up", () => ({}), { useFipsEndpoint: never }],
    [
      "while a strategy of the user's own waits",
      () => ({ status: 503 }),
      {
        retryStrategy: new StandardRetryStrategy({
          maxAttempts: 3,
          backoff: { computeNextBackoffDelay: () => 500, setDelayBase() {} },
        }),
      },
    ],
  ])("%s", async (_name, responder, config) => {
    const started = performance.now();
    const client = await clientFor(responder, config);
    await expect(client.send(readJob(), { abortSignal: after(50) })).rejects.toMatchObject(enough);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test("before it begins", async () => {
    const client = await clientFor(() => ({}));
    await expect(client.send(readJob(), { abortSignal: AbortSignal.abort("enough") })).rejects.toMatchObject({
      ...enough,
      $metadata: { attempts: 0 },
    });
    expect(received()).toHaveLength(0);
  });

  test("of the former kind, with several calls at once", async () => {
    const client = await clientFor(() => undefined);
    const signal = { aborted: false, onabort: null as (() => void) | null };
    const calls = [1, 2].map(() => client.send(readJob(), { abortSignal: signal }));
    setTimeout(() => signal.onabort?.(), 50);
    for (const call of await Promise.allSettled(calls))
      expect(call).toMatchObject({ reason: { name: "AbortError" } });
    const before = client.send(readJob(), { abortSignal: { aborted: true, onabort: null } });
    await expect(before).rejects.toMatchObject({ name: "AbortError", $metadata: { attempts: 0 } });
  });

  test("and leaves no listener behind when it comes to its end by itself", async () => {
    const controller = new AbortController();
    const added = jest.spyOn(controller.signal, "addEventListener");
    const removed = jest.spyOn(controller.signal, "removeEventListener");
    await (await clientFor(() => ({}))).send(readJob(), { abortSignal: controller.signal });
    await new Promise((resolve) => setImmediate(resolve));
    expect(added.mock.calls.length).toBeGreaterThan(0);
    expect(removed.mock.calls.length).toBe(added.mock.calls.length);
  });
});
