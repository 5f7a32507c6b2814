import { describe, expect, jest, test } from "@jest/globals";
import type { ClientConfig, Hooks } from "../../index.js";
import { clientFor, clone, closeServerAfterEach, error, readJob, received } from "../../testing/calls.js";
import { testClient } from "../../testing/clients.js";

closeServerAfterEach();

/** Hooks that write down which of them ran, and for which attempt. */
function tracing(owner: string, log: string[]): Hooks {
  return {
    onRequest: ({ attempt }) => log.push(`${owner} request ${attempt}`),
    onResponse: async ({ attempt, response }) => {
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${owner} response ${attempt} ${response.statusCode}`);
    },
    onRetry: ({ attempt, delay }) => log.push(`${owner} retry ${attempt} ${delay}`),
    onError: async ({ error: { name }, $metadata }) =>
      log.push(`${owner} error ${name} ${$metadata.attempts}`),
  };
}

describe("hooks run in order, the client's before the call's", () => {
  test("when a call succeeds in the end", async () => {
    const log: string[] = [];
    const client = await clientFor((_request, index) => (index === 0 ? { status: 503 } : {}), {
      hooks: tracing("client", log),
    });
    await client.send(readJob(), { hooks: tracing("call", log) });
    expect(log).toEqual([
      ...["client request 1", "call request 1", "client response 1 503", "call response 1 503"],
      ...["client retry 1 0", "call retry 1 0"],
      ...["client request 2", "call request 2", "client response 2 200", "call response 2 200"],
    ]);
  });

  test("when a call fails", async () => {
    const log: string[] = [];
    const client = await clientFor(() => error("NotFoundException", 404), { hooks: tracing("client", log) });
    await client.safeSend(clone(), { hooks: tracing("call", log) });
    expect(log).toEqual([
      ...["client request 1", "call request 1", "client response 1 404", "call response 1 404"],
      ...["client error NotFoundException 1", "call error NotFoundException 1"],
    ]);
  });

  test("when nothing was sent", async () => {
    const log: string[] = [];
    const client = await clientFor(() => ({}), { hooks: tracing("client", log) });
    await client.safeSend(clone({ AppId: ".." }));
    expect(log).toEqual(["client error InputValidationError 0"]);
  });

  test("when nobody answers, without onResponse", async () => {
    const log: string[] = [];
    const client = await clientFor(
      (_request, index, { socket }) => (index === 0 ? void socket.destroy() : {}),
      {
        hooks: tracing("client", log),
      },
    );
    await client.send(readJob());
    expect(log).toEqual([
      "client request 1",
      "client retry 1 0",
      "client request 2",
      "client response 2 200",
    ]);
  });
});

test("events say what they should", async () => {
  const events: unknown[] = [];
  const hooks: Hooks = {
    onRequest: (event) => events.push(structuredClone(event)),
    onResponse: (event) => events.push(event),
    onRetry: (event) => events.push(event),
    onError: (event) => events.push(event),
  };
  const client = await clientFor(
    (_request, index) =>
      index === 0
        ? error("ThrottlingException", 429, { "x-amzn-requestid": "r-1" })
        : error("NotFoundException", 404),
    { hooks, environment: { now: () => Date.parse("2024-01-01T00:00:00Z") } },
  );
  const failure = await client.send(clone()).catch((each: unknown) => each);
  const operation = "CloneBackend";
  expect(events).toMatchObject([
    {
      operation,
      attempt: 1,
      input: { AppId: "a", BackendEnvironmentName: "b", TargetEnvironmentName: "c" },
      request: {
        method: "POST",
        protocol: "http:",
        hostname: "127.0.0.1",
        path: "/backend/a/environments/b/clone",
        query: {},
        headers: { "content-type": "application/json", "amz-sdk-request": "attempt=1; max=3" },
      },
    },
    {
      operation,
      attempt: 1,
      response: { statusCode: 429, headers: { "x-amzn-requestid": "r-1" } },
      duration: 0,
    },
    {
      operation,
      attempt: 1,
      delay: 0,
      error: { name: "UnmodeledServiceException", operation, $metadata: { requestId: "r-1", attempts: 1 } },
    },
    { operation, attempt: 2, request: { headers: { "amz-sdk-request": "attempt=2; max=3" } } },
    { operation, attempt: 2, response: { statusCode: 404 } },
    { operation, $metadata: { attempts: 2 } },
  ]);
  expect(events.at(-1)).toHaveProperty("error", failure);
});

describe("a hook that fails", () => {
  const failing = { cause: "broken" };
  const fail = (): never => {
    throw failing;
  };

  test.each<[string, () => unknown]>([
    ["at once", fail],
    ["later", async () => fail()],
  ])("%s, keeps its request from being sent", async (_when, onRequest) => {
    const client = await clientFor(() => ({}), { hooks: { onRequest } });
    await expect(client.send(clone())).rejects.toMatchObject({
      name: "ConfigurationError",
      message: "The hook onRequest failed before the request was sent; `cause` says why.",
      operation: "CloneBackend",
      cause: failing,
    });
    expect(received()).toHaveLength(0);
  });

  test.each<[keyof Hooks, number]>([
    ["onResponse", 2],
    ["onRetry", 1],
    ["onError", 0],
  ])("as %s, is logged and does not take the result away", async (name, times) => {
    const logger = { debug() {}, info() {}, warn: jest.fn(), error() {} };
    const hooks = { [name]: fail };
    const client = await clientFor((_request, index) => (index === 0 ? { status: 503 } : {}), {
      hooks,
      logger,
    });
    await expect(client.send(readJob())).resolves.toMatchObject({ $metadata: { attempts: 2 } });
    expect(logger.warn).toHaveBeenCalledTimes(times);
  });

  test("as onError, is logged and does not replace the error", async () => {
    const logger = { debug() {}, info() {}, warn: jest.fn(), error() {} };
    const second = jest.fn();
    const client = await clientFor(() => error("NotFoundException", 404), {
      hooks: { onError: async () => fail() },
      logger,
    });
    await expect(client.send(clone(), { hooks: { onError: second } })).rejects.toMatchObject({
      name: "NotFoundException",
    });
    expect(logger.warn).toHaveBeenCalledWith("The hook onError failed in CloneBackend: [object Object]");
    expect(second).toHaveBeenCalledTimes(1);
  });
});

describe("a signal ends the call while a hook is pending", () => {
  const never = () => new Promise<never>(() => {});

  test.each<[keyof Hooks, string]>([
    ["onRequest", "AbortError"],
    ["onResponse", "AbortError"],
    ["onRetry", "AbortError"],
    ["onError", "UnmodeledServiceException"],
  ])("%s", async (name, errorName) => {
    const controller = new AbortController();
    const hook = () => {
      controller.abort("enough");
      return never();
    };
    const client = await clientFor(() => ({ status: name === "onError" ? 400 : 503 }), {
      hooks: { [name]: hook },
    });
    await expect(client.send(readJob(), { abortSignal: controller.signal })).rejects.toMatchObject({
      name: errorName,
    });
    expect(received()).toHaveLength(name === "onRequest" ? 0 : 1);
  });

  test("and all hear of it that want to", async () => {
    const [first, second] = [jest.fn((_event: unknown) => never()), jest.fn((_event: unknown) => never())];
    const client = testClient({ endpoint: "http://127.0.0.1:1", hooks: { onError: first } });
    await client.safeSend(readJob(), { abortSignal: AbortSignal.abort(), hooks: { onError: second } });
    for (const hook of [first, second]) {
      expect(hook).toHaveBeenCalledTimes(1);
      expect(hook).toHaveBeenCalledWith(
        expect.objectContaining({ error: expect.objectContaining({ name: "AbortError" }) }),
      );
    }
  });
});

test("parallel calls keep their events apart", async () => {
  const attempts = new Map<unknown, number[]>();
  const onRequest: Hooks["onRequest"] = async ({ input, attempt, request }) => {
    const { AppId } = input as { AppId: string };
    // Some are faster than others that began before them.
    await new Promise((resolve) => setTimeout(resolve, 5 - (Number(AppId.slice("app-".length)) % 5)));
    attempts.set(AppId, [...(attempts.get(AppId) ?? []), attempt]);
    request.headers["x-app"] = AppId;
  };
  const failed = new Set<string>();
  const client = await clientFor(
    ({ url }) => {
      if (failed.has(url)) return {};
      failed.add(url);
      return { status: 429 };
    },
    { hooks: { onRequest } },
  );
  const names = Array.from({ length: 20 }, (_, index) => `app-${index}`);
  await Promise.all(names.map((AppId) => client.send(clone({ AppId }))));
  expect([...attempts.entries()].sort()).toEqual(names.map((name) => [name, [1, 2]]).sort());
  expect(received().map(({ url, headers }) => url.includes(`/${headers["x-app"]}/`))).toEqual(
    Array(40).fill(true),
  );
});

describe("what is no hook is refused", () => {
  test.each<[unknown, RegExp]>([
    [{ onrequest() {} }, /hooks has no onrequest: did you mean onRequest\?/],
    [{ zzz() {} }, /hooks has no zzz: there are onRequest, onResponse, onRetry, onError/],
    [{ onRetry: 5 }, /hooks\.onRetry must be a function/],
    [5, /hooks must be an object of functions/],
  ])("%p", async (hooks, message) => {
    expect(() => testClient({ hooks } as ClientConfig)).toThrow(message);
    const client = await clientFor(() => ({}));
    await expect(client.send(clone(), { hooks } as object)).rejects.toMatchObject({
      name: "ConfigurationError",
      message,
      operation: "CloneBackend",
    });
    expect(received()).toHaveLength(0);
  });

  test("but one that is left out is not", async () => {
    const client = await clientFor(() => ({}), { hooks: { onRequest: undefined } });
    await expect(client.send(clone(), { hooks: undefined })).resolves.toBeDefined();
  });
});
