import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { type Client, type ClientConfig, TimeoutError } from "../index.js";
import { KyHttpHandler } from "../ky/ky-http-handler.js";
import { clientFor, clone, closeServerAfterEach, readJob, received } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";
import type { Responder } from "../testing/local-server.js";
import { FetchHandler } from "../transport/fetch-handler.js";

closeServerAfterEach();

const never = () => new Promise<never>(() => {});
const LIMIT = 60;

describe("a call that is not done in time ends in a TimeoutError", () => {
  const busy: Responder = () => ({ status: 503 });

  test.each<[string, number, Responder, ClientConfig]>([
    ["while the region is looked up", 0, () => ({}), { region: never }],
    ["while the endpoint is looked up", 0, () => ({}), { endpoint: never }],
    ["while the defaults mode is looked up", 0, () => ({}), { defaultsMode: never }],
    ["while the number of attempts is looked up", 0, () => ({}), { maxAttempts: never }],
    ["while credentials are fetched", 1, () => ({}), { credentials: never }],
    ["while the request is signed", 1, () => ({}), { signer: { sign: never } }],
    ["while a hook runs before the request", 1, () => ({}), { hooks: { onRequest: never } }],
    ["while a hook runs after the response", 1, () => ({}), { hooks: { onResponse: never } }],
    ["while a hook runs before the wait", 1, busy, { hooks: { onRetry: never } }],
    ["while it waits for the response", 1, () => undefined, {}],
    ["while it waits, and nothing but the call is limited", 1, () => undefined, { requestTimeout: 0 }],
  ])("%s", async (_name, attempts, responder, config) => {
    const client = await clientFor(responder, { callTimeout: LIMIT, ...config });
    const error = await client.send(readJob()).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({
      phase: "call",
      limit: LIMIT,
      message: `The call was not done within ${LIMIT} ms.`,
      operation: "GetBackendJob",
      $metadata: { attempts },
    });
  });

  test("whose cause is what the last attempt failed with", async () => {
    const responder: Responder = (_request, index) => (index === 0 ? { status: 503 } : undefined);
    const client = await clientFor(responder, { callTimeout: 300 });
    await expect(client.send(readJob())).rejects.toMatchObject({
      phase: "call",
      cause: { $metadata: { httpStatusCode: 503 } },
      $metadata: { attempts: 2 },
    });
    expect(received()).toHaveLength(2);
  });

  test("and is not repeated, as an attempt would be", async () => {
    const client = await clientFor(() => undefined, { callTimeout: LIMIT, maxAttempts: 5 });
    await expect(client.send(readJob())).rejects.toMatchObject({ phase: "call" });
    expect(received()).toHaveLength(1);
  });

  test("that the call's own limit decides, and hooks and logs learn of", async () => {
    const seen: unknown[] = [];
    const hooks = { onError: ({ error }: { error: unknown }) => seen.push(error) };
    const client = await clientFor(() => undefined, { callTimeout: 60_000, hooks });
    const result = await client.safeSend(readJob(), { callTimeout: LIMIT });
    expect(result).toMatchObject({ success: false, error: { phase: "call", limit: LIMIT } });
    expect(seen).toEqual([result.success ? undefined : result.error]);
  });
});

describe("where nothing is said", () => {
  const handle = jest.fn(never);

  /** Makes a call by a clock of the test's own, over a handler that never settles. */
  async function callOf(client: Client): Promise<{ error: unknown; milliseconds: number }> {
    const started = Date.now();
    const call = client
      .send(readJob())
      .catch((error: unknown) => ({ error, milliseconds: Date.now() - started }));
    for (let second = 0; second < 301; second++) await jest.advanceTimersByTimeAsync(1_000);
    return (await call) as { error: unknown; milliseconds: number };
  }

  beforeEach(() => {
    handle.mockClear();
    jest.useFakeTimers({ now: 0 });
  });
  afterEach(() => void jest.useRealTimers());

  test("an attempt has a minute", async () => {
    const { error, milliseconds } = await callOf(testClient({ requestHandler: { handle }, maxAttempts: 1 }));
    expect(error).toMatchObject({ phase: "attempt", limit: 60_000 });
    expect(milliseconds).toBe(60_000);
  });

  test("a call has five, its last attempt in flight included", async () => {
    const { error, milliseconds } = await callOf(testClient({ requestHandler: { handle }, maxAttempts: 50 }));
    expect(error).toMatchObject({ phase: "call", limit: 300_000, cause: { phase: "attempt" } });
    expect(milliseconds).toBe(300_000);
    expect(handle).toHaveBeenCalledTimes(5);
    expect(jest.getTimerCount()).toBe(0);
  });
});

test("a call is limited to five minutes where nothing is said", async () => {
  expect((await clientFor(() => ({}))).config).toMatchObject({
    callTimeout: 300_000,
    requestTimeout: 60_000,
  });
});

test("each attempt keeps its own limit within that of the call", async () => {
  const client = await clientFor(() => undefined, { callTimeout: 60_000, maxAttempts: 2 });
  await expect(client.send(readJob(), { requestTimeout: LIMIT })).rejects.toMatchObject({
    phase: "attempt",
    limit: LIMIT,
    $metadata: { attempts: 2 },
  });
});

describe("a limit", () => {
  const names = ["callTimeout", "requestTimeout", "connectionTimeout"] as const;
  const wrong: readonly unknown[] = [
    -1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    "5",
    5n,
    true,
    {},
    Symbol("5"),
  ];
  const cases = names.flatMap((name) => wrong.map((value) => [name, value] as const));

  test.each(cases)("%s of a call must be a number, and not %p", async (name, value) => {
    const client = await clientFor(() => ({}));
    await expect(client.send(clone(), { [name]: value })).rejects.toMatchObject({
      name: "ConfigurationError",
      message: expect.stringMatching(`^${name} must be a number of milliseconds`),
      operation: "CloneBackend",
    });
    expect(received()).toHaveLength(0);
  });

  test.each(cases.filter(([name]) => name !== "connectionTimeout"))(
    "%s of a client must be a number, and not %p",
    async (name, value) => {
      await expect(clientFor(() => ({}), { [name]: value })).rejects.toMatchObject({
        name: "ConfigurationError",
        message: expect.stringMatching(`^${name} must be a number of milliseconds`),
      });
    },
  );

  const settings = ["connectionTimeout", "requestTimeout"];
  const wrongSettings = settings.flatMap((name) => wrong.map((value) => [name, value] as const));

  test.each(wrongSettings)("%s of a handler must be a number, and not %p", async (name, value) => {
    await expect(clientFor(() => ({}), { requestHandler: { [name]: value } })).rejects.toMatchObject({
      name: "ConfigurationError",
      message: expect.stringMatching(`^requestHandler.${name} must be a number of milliseconds`),
    });
  });

  const harmless = [0, null, undefined, 2 ** 31, Number.MAX_VALUE];

  test.each(harmless)("of %p is none, or the default", async (value) => {
    const limits = Object.fromEntries(names.map((name) => [name, value]));
    for (const requestHandler of [limits, new KyHttpHandler(limits), new FetchHandler(limits)]) {
      const client = await clientFor(() => ({}), { ...limits, requestHandler });
      await expect(client.send(readJob(), limits)).resolves.toMatchObject({ $metadata: { attempts: 1 } });
    }
  });
});
