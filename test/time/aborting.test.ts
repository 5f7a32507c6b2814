import { execFileSync } from "node:child_process";
import { getEventListeners } from "node:events";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, jest, test } from "@jest/globals";
import { StandardRetryStrategy } from "@smithy/core/retry";
import { type ClientConfig, paginate, TimeoutError, waitUntil } from "@tinsmith/runtime";
import { GetBackendJobCommand } from "../../runtime/src/testing/amplify.js";
import {
  clientFor,
  clone,
  closeServerAfterEach,
  readJob,
  received,
} from "../../runtime/src/testing/calls.js";
import type { Responder } from "../../runtime/src/testing/local-server.js";
import { createDeafHandler, transports } from "../support/transports.js";
import { activeTimers, timersBackTo } from "./support/timers.js";

closeServerAfterEach();

const never = () => new Promise<never>(() => {});
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const ok: Responder = () => ({});
const busy: Responder = () => ({ status: 503, headers: { "retry-after": "30" } });
const silent: Responder = () => undefined;
const half: Responder = (_request, _index, { response }) => {
  response.writeHead(200).write('{"jobId":');
  return undefined;
};

/** A phase of a call: how to have it take forever, and how often something was sent by then. */
type Phase = readonly [name: string, sent: number, responder: Responder, config: ClientConfig];

const strategy = (more: object) => ({
  retryStrategy: Object.assign(new StandardRetryStrategy(2), more),
});

const phases: readonly Phase[] = [
  ["the region is looked up", 0, ok, { region: never }],
  ["the endpoint is looked up", 0, ok, { endpoint: never }],
  ["it is looked up whether to use FIPS", 0, ok, { useFipsEndpoint: never }],
  ["the defaults mode is looked up", 0, ok, { defaultsMode: never }],
  ["the number of attempts is looked up", 0, ok, { maxAttempts: never }],
  ["the retry strategy is looked up", 0, ok, { retryStrategy: never }],
  ["a strategy lets the call wait to begin", 0, ok, strategy({ acquireInitialRetryToken: never })],
  ["credentials are fetched", 0, ok, { credentials: never }],
  [
    "the default of credentials is asked",
    0,
    ok,
    { credentials: undefined, credentialDefaultProvider: () => never },
  ],
  ["the request is signed", 0, ok, { signer: { sign: never } }],
  ["the signer is fetched", 0, ok, { signer: never }],
  ["onRequest runs", 0, ok, { hooks: { onRequest: never } }],
  ["it waits for the head of the response", 1, silent, {}],
  ["it waits for the body of the response", 1, half, {}],
  ["a handler never settles", 0, ok, { requestHandler: createDeafHandler() }],
  ["onResponse runs", 1, ok, { hooks: { onResponse: never } }],
  ["onRetry runs", 1, busy, { hooks: { onRetry: never } }],
  ["it waits to repeat", 1, busy, {}],
  ["it waits to repeat, by a clock that nothing stops", 1, busy, { environment: { sleep: never } }],
  ["a strategy is asked whether to repeat", 1, busy, strategy({ refreshRetryTokenForRetry: never })],
];

describe.each(phases)("aborted while %s, a call", (_phase, sent, responder, config) => {
  test("fails at once with the signal's reason, and goes no further", async () => {
    const before = activeTimers();
    const client = await clientFor(responder, config);
    const controller = new AbortController();
    const call = client.safeSend(readJob(), { abortSignal: controller.signal });
    await pause(60);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    controller.abort("enough");
    await expect(call).resolves.toMatchObject({
      success: false,
      error: { name: "AbortError", cause: "enough", operation: "GetBackendJob" },
    });
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
    await timersBackTo(before);
    await pause(20);
    expect(received()).toHaveLength(sent);
    client.destroy();
  });
});

test("aborted while the files of the configuration are read, a call fails at once", async () => {
  const folder = await mkdtemp(join(tmpdir(), "abort-"));
  const pipe = join(folder, "config");
  execFileSync("mkfifo", [pipe]);
  const variables = { AWS_CONFIG_FILE: pipe, AWS_SHARED_CREDENTIALS_FILE: "/does/not/exist" };
  const client = await clientFor(ok, { environment: { variables }, region: undefined });
  const call = client.send(readJob(), { abortSignal: AbortSignal.timeout(60) });
  await expect(call).rejects.toMatchObject({ name: "AbortError", cause: { name: "TimeoutError" } });
  // Lets go of who reads the pipe.
  await (await open(pipe, "w")).close();
  await rm(folder, { recursive: true });
  expect(received()).toHaveLength(0);
});

test("aborted in the adaptive mode's wait, a call fails at once", async () => {
  const client = await clientFor(() => ({ status: 429 }), { retryMode: "adaptive", maxAttempts: 50 });
  const started = performance.now();
  const call = client.send(readJob(), { abortSignal: AbortSignal.timeout(100) });
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
  expect(performance.now() - started).toBeLessThan(1_500);
});

describe("the reason of an abort is the cause of its error", () => {
  const reasons = [
    ...["", "enough", 0, Number.NaN, null, false, 5n, Symbol("enough"), { why: "enough" }],
    ...[new Error("enough"), new TimeoutError("enough", { phase: "call" })],
  ];

  test.each(reasons)("when it is %p", async (reason) => {
    for (const responder of [silent, busy]) {
      const client = await clientFor(responder);
      const controller = new AbortController();
      const call = client.safeSend(readJob(), { abortSignal: controller.signal });
      await pause(30);
      controller.abort(reason);
      const result = await call;
      const error = result.success ? undefined : result.error;
      expect(error).toMatchObject({ name: "AbortError" });
      expect(error).toHaveProperty("cause", reason);
      const again = await client.safeSend(readJob(), { abortSignal: controller.signal });
      expect(again.success ? undefined : again.error).toHaveProperty("cause", reason);
    }
  });

  test("when none was given, or it comes from elsewhere", async () => {
    const client = await clientFor(silent);
    const controller = new AbortController();
    const causeOf = async (abortSignal: AbortSignal): Promise<unknown> => {
      const result = await client.safeSend(readJob(), { abortSignal });
      return result.success ? undefined : result.error.cause;
    };
    setTimeout(() => controller.abort(), 30);
    expect(await causeOf(controller.signal)).toBe(controller.signal.reason);
    expect(controller.signal.reason).toMatchObject({ name: "AbortError" });
    await expect(causeOf(AbortSignal.timeout(30))).resolves.toMatchObject({ name: "TimeoutError" });
    const any = AbortSignal.any([new AbortController().signal, AbortSignal.timeout(30)]);
    expect(await causeOf(any)).toBe(any.reason);
    expect(any.reason).toMatchObject({ name: "TimeoutError" });
  });

  test("and a signal without one gives none", async () => {
    const client = await clientFor(ok);
    const signal = { aborted: true, addEventListener: () => {}, removeEventListener: () => {} };
    const result = await client.safeSend(readJob(), { abortSignal: signal });
    expect(result.success ? undefined : result.error).toMatchObject({ name: "AbortError" });
    expect(result.success ? undefined : result.error).not.toHaveProperty("cause");
  });
});

describe.each(transports)("over %s", (_name, requestHandler) => {
  test.each([
    ["head", silent],
    ["body", half],
  ])("an abort closes the connection whose %s is due", async (_part, responder) => {
    const closed = jest.fn();
    const client = await clientFor(
      (request, index, raw) => {
        raw.socket.on("close", closed);
        return responder(request, index, raw);
      },
      { requestHandler: requestHandler() },
    );
    const controller = new AbortController();
    const calls = [1, 2].map(() => client.safeSend(clone(), { abortSignal: controller.signal }));
    await pause(100);
    controller.abort("enough");
    for (const call of calls) {
      await expect(call).resolves.toMatchObject({ error: { name: "AbortError", cause: "enough" } });
    }
    for (let turn = 0; closed.mock.calls.length < 2 && turn < 100; turn++) await pause(10);
    expect(closed).toHaveBeenCalledTimes(2);
    expect(received()).toHaveLength(2);
    client.destroy();
  });

  test("a client that is destroyed lets calls in flight come to an end", async () => {
    const client = await clientFor(
      async (_request, index) => {
        await pause(150);
        return { body: `{"jobId":"${index}"}` };
      },
      { requestHandler: requestHandler(), maxAttempts: 1 },
    );
    const calls = Array.from({ length: 5 }, () => client.safeSend(clone()));
    await pause(60);
    client.destroy();
    for (const result of await Promise.all(calls)) {
      if (!result.success)
        expect(result.error).toMatchObject({ name: "NetworkError", operation: "CloneBackend" });
    }
    expect(received().length).toBeLessThanOrEqual(5);
    await expect(client.safeSend(readJob())).resolves.toHaveProperty("success");
  });
});

test("an abort between attempts lets none follow", async () => {
  const controller = new AbortController();
  const client = await clientFor(() => ({ status: 503 }), {
    hooks: { onRetry: () => controller.abort("enough") },
  });
  const call = client.send(readJob(), { abortSignal: controller.signal });
  await expect(call).rejects.toMatchObject({ cause: "enough", $metadata: { attempts: 1 } });
  expect(received()).toHaveLength(1);
});

test("an abort after the end changes nothing", async () => {
  const client = await clientFor(() => ({ body: '{"jobId":"j"}' }));
  const controller = new AbortController();
  const result = await client.safeSend(readJob(), { abortSignal: controller.signal });
  controller.abort("late");
  await pause(10);
  expect(result).toMatchObject({ success: true, data: { JobId: "j" } });
});

test("200 calls at a time, and 1,000 in all, need one listener, and leave none", async () => {
  const { signal } = new AbortController();
  const added = jest.spyOn(signal, "addEventListener");
  const before = activeTimers();
  const client = await clientFor(ok);
  for (let round = 0; round < 5; round++) {
    const calls = Array.from({ length: 200 }, () => client.send(readJob(), { abortSignal: signal }));
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    await Promise.all(calls);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  }
  expect(added).toHaveBeenCalledTimes(5);
  await timersBackTo(before);
  client.destroy();
});

test("200 calls of one signal end with it", async () => {
  const controller = new AbortController();
  const client = await clientFor(silent);
  const calls = Array.from({ length: 200 }, () =>
    client.safeSend(readJob(), { abortSignal: controller.signal }),
  );
  await pause(50);
  controller.abort("enough");
  for (const result of await Promise.all(calls)) expect(result).toMatchObject({ error: { cause: "enough" } });
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  client.destroy();
});

test("an abort between two pages lets none follow", async () => {
  const client = await clientFor((_request, index) => ({ body: `{"jobId":"${index}"}` }));
  const controller = new AbortController();
  const pages = paginate(
    { command: GetBackendJobCommand, inputToken: "JobId", outputToken: ["JobId"] },
    { client },
    { AppId: "a", BackendEnvironmentName: "b", JobId: "first" },
    { abortSignal: controller.signal },
  );
  await pages.next();
  controller.abort("enough");
  await expect(pages.next()).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
  expect(received()).toHaveLength(1);
});

test("an abort ends a waiter that sleeps, by whatever clock", async () => {
  const controller = new AbortController();
  const sleep = (): Promise<void> => {
    setTimeout(() => controller.abort("enough"), 10);
    return never();
  };
  const client = await clientFor(() => ({ body: '{"status":"PENDING"}' }), { environment: { sleep } });
  const waiter = { name: "Completed", acceptors: [] };
  const waiting = waitUntil(
    waiter,
    (input: { AppId: string; BackendEnvironmentName: string; JobId: string }) =>
      new GetBackendJobCommand(input),
    { client, maxWaitTime: 60, abortSignal: controller.signal },
    { AppId: "a", BackendEnvironmentName: "b", JobId: "c" },
  );
  await expect(waiting).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  expect(received()).toHaveLength(1);
});

test.each<[string, unknown]>([
  ["a controller", new AbortController()],
  ["a number", 5],
  ["text", "now"],
  ["an object", {}],
  ["a function", () => {}],
])("%s is refused as a signal", async (_what, abortSignal) => {
  const client = await clientFor(ok);
  await expect(client.send(clone(), { abortSignal: abortSignal as never })).rejects.toMatchObject({
    name: "ConfigurationError",
    message: "abortSignal must be an AbortSignal.",
  });
  expect(received()).toHaveLength(0);
});
