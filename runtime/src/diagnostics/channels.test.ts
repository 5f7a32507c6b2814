import { AsyncLocalStorage } from "node:async_hooks";
import { channel, type TracingChannelSubscribers, tracingChannel } from "node:diagnostics_channel";
import { afterEach, describe, expect, jest, test } from "@jest/globals";
import type { AttemptDiagnostics, CallDiagnostics } from "../index.js";
import { clientFor, clone, closeServerAfterEach, error, readJob, received } from "../testing/calls.js";

closeServerAfterEach();

const calls = tracingChannel<unknown, CallDiagnostics>("tinsmith:call");
const attempts = tracingChannel<unknown, AttemptDiagnostics>("tinsmith:attempt");
const PHASES = ["start", "end", "asyncStart", "asyncEnd", "error"] as const;

/** One event as a subscriber has it, and a copy of it as it was at that time. */
interface Heard {
  readonly name: string;
  readonly event: CallDiagnostics & Partial<AttemptDiagnostics>;
  readonly atFirst: object;
}

const undo: (() => void)[] = [];
afterEach(() => {
  for (const each of undo.splice(0)) each();
});

/** Subscribes to all events of both channels, or of one, until the test is over. */
function listen(names: readonly string[] = ["call", "attempt"]): Heard[] {
  const heard: Heard[] = [];
  for (const name of names) {
    const subscribers = Object.fromEntries(
      PHASES.map((phase) => [
        phase,
        (event: Heard["event"]) => heard.push({ name: `${name} ${phase}`, event, atFirst: { ...event } }),
      ]),
    ) as unknown as TracingChannelSubscribers<object>;
    const subscribed = tracingChannel<unknown, object>(`tinsmith:${name}`);
    subscribed.subscribe(subscribers);
    undo.push(() => subscribed.unsubscribe(subscribers));
  }
  return heard;
}

const phasesOf = (heard: readonly Heard[]): string[] => heard.map(({ name }) => name);
const WELL = ["start", "end", "asyncStart", "asyncEnd"];
const BADLY = ["start", "end", "error", "asyncStart", "asyncEnd"];
const steps = (name: string, phases: readonly string[]): string[] => phases.map((each) => `${name} ${each}`);

describe("a call and its attempts are told of in the order of Node's tracing channels", () => {
  test("when all goes well", async () => {
    const heard = listen();
    await (await clientFor(() => ({}))).send(readJob());
    expect(phasesOf(heard)).toEqual([
      "call start",
      "call end",
      ...steps("attempt", WELL),
      ...steps("call", WELL).slice(2),
    ]);
    expect(new Set(heard.map(({ event }) => event)).size).toBe(2);
  });

  test("when an attempt fails and the next succeeds", async () => {
    const heard = listen();
    await (await clientFor((_request, index) => (index === 0 ? { status: 503 } : {}))).send(readJob());
    expect(phasesOf(heard)).toEqual([
      ...["call start", "call end", ...steps("attempt", BADLY), ...steps("attempt", WELL)],
      ...["call asyncStart", "call asyncEnd"],
    ]);
  });

  test("when the call fails", async () => {
    const heard = listen();
    await (await clientFor(() => error("NotFoundException", 404))).safeSend(clone());
    expect(phasesOf(heard)).toEqual([
      ...["call start", "call end", ...steps("attempt", BADLY), ...steps("call", BADLY).slice(2)],
    ]);
  });

  test("when nothing was sent", async () => {
    const heard = listen();
    await (await clientFor(() => ({}))).safeSend(clone({ AppId: ".." }));
    expect(phasesOf(heard)).toEqual(steps("call", BADLY));
  });
});

test("events say what they should", async () => {
  const heard = listen();
  const client = await clientFor((_request, index) =>
    index === 0
      ? error("ThrottlingException", 429, { "x-amzn-requestid": "r-1" })
      : error("NotFoundException", 404, { "x-amzn-requestid": "r-2" }),
  );
  const failure = await client.send(clone()).catch((each: unknown) => each);
  const call = heard[0]?.event;
  expect(heard[0]?.atFirst).toEqual({
    service: "AmplifyBackend",
    operation: "CloneBackend",
    input: { AppId: "a", BackendEnvironmentName: "b", TargetEnvironmentName: "c" },
  });
  expect(call).toMatchObject({
    duration: expect.any(Number),
    $metadata: { httpStatusCode: 404, requestId: "r-2", attempts: 2 },
  });
  expect(call?.error).toBe(failure);
  const [first, second] = [
    ...new Set(heard.filter(({ name }) => /attempt/.test(name)).map((each) => each.event)),
  ];
  expect(first).toMatchObject({
    attempt: 1,
    request: { method: "POST", protocol: "http:", hostname: "127.0.0.1", port: expect.any(Number) },
    duration: expect.any(Number),
    $metadata: { httpStatusCode: 429, requestId: "r-1" },
    error: { name: "UnmodeledServiceException" },
  });
  expect(second).toMatchObject({
    attempt: 2,
    error: { name: "NotFoundException" },
    $metadata: { requestId: "r-2" },
  });
  expect([first?.call, second?.call]).toEqual([call, call]);
});

test("what becomes of a call is the same, whether or not somebody listens", async () => {
  const quiet = await clientFor(() => ({ body: '{"jobId":"j"}' }));
  const expected = await quiet.send(readJob());
  const heard = listen();
  const watched = await clientFor(() => ({ body: '{"jobId":"j"}' }));
  expect(await watched.send(readJob())).toEqual(expected);
  expect(heard.length).toBeGreaterThan(0);
  // The result holds what the service answers with: secrets, maybe.
  for (const { event } of heard) expect(event).not.toHaveProperty("result", expect.anything());
});

test.each([["call"], ["attempt"]])("the channel %s may be listened to alone", async (name) => {
  const heard = listen([name]);
  await (await clientFor(() => ({}))).send(readJob());
  expect(phasesOf(heard)).toEqual(steps(name, WELL));
});

test.each(PHASES)("the phase %s may be listened to alone", async (phase) => {
  const heard = jest.fn();
  calls[phase].subscribe(heard);
  undo.push(() => calls[phase].unsubscribe(heard));
  await (await clientFor(() => error("NotFoundException", 404))).safeSend(readJob());
  expect(heard).toHaveBeenCalledTimes(1);
});

test("channels are found by their full names, too", async () => {
  const started = jest.fn();
  const start = channel("tracing:tinsmith:call:start");
  start.subscribe(started);
  undo.push(() => start.unsubscribe(started));
  await (await clientFor(() => ({}))).send(readJob());
  expect(started).toHaveBeenCalledTimes(1);
});

test("nothing is made of the input where nobody listens", async () => {
  const reads: string[] = [];
  const command = clone();
  const input = new Proxy(command.input, {
    get: (target, name) => {
      reads.push(String(name));
      return Reflect.get(target, name);
    },
  });
  const validation = { input: "off" } as const;
  const readsOf = async (): Promise<number> => {
    reads.length = 0;
    await (await clientFor(() => ({}), { validation })).send(Object.assign(clone(), { input }));
    return reads.length;
  };
  const unheard = await readsOf();
  listen();
  expect(await readsOf()).toBeGreaterThan(unheard);
});

test("a store that is bound to the start of a call, or of an attempt, is there within", async () => {
  const [ofCall, ofAttempt] = [new AsyncLocalStorage<string>(), new AsyncLocalStorage<number>()];
  calls.start.bindStore(ofCall, ({ operation }) => operation);
  attempts.start.bindStore(ofAttempt, ({ attempt }) => attempt);
  undo.push(
    () => void calls.start.unbindStore(ofCall),
    () => void attempts.start.unbindStore(ofAttempt),
  );
  const seen: unknown[] = [];
  const look = (): void => void seen.push([ofCall.getStore(), ofAttempt.getStore()]);
  const client = await clientFor((_request, index) => (index % 2 === 0 ? { status: 429 } : {}), {
    hooks: { onRequest: look, onRetry: look },
  });
  await client.send(readJob());
  await client.send(clone());
  look();
  expect(seen).toEqual([
    ...[
      ["GetBackendJob", 1],
      ["GetBackendJob", undefined],
      ["GetBackendJob", 2],
    ],
    ...[
      ["CloneBackend", 1],
      ["CloneBackend", undefined],
      ["CloneBackend", 2],
    ],
    [undefined, undefined],
  ]);
});

test("an input that cannot be read is left out, and the call says what is wrong", async () => {
  const heard = listen();
  const command = clone();
  Object.defineProperty(command.input, "AppId", {
    enumerable: true,
    get: () => {
      throw new Error("hostile");
    },
  });
  const client = await clientFor(() => ({}));
  await expect(client.send(command)).rejects.toMatchObject({ name: "InputValidationError" });
  expect(heard[0]?.event.input).toBeUndefined();
});

test("calls at once are told apart", async () => {
  const heard = listen();
  const client = await clientFor(({ url }) => (url.includes("/7/") ? { status: 404 } : {}));
  const ids = Array.from({ length: 20 }, (_, index) => String(index));
  await Promise.all(ids.map((AppId) => client.safeSend(clone({ AppId }))));
  const ended = heard.filter(({ name }) => name === "attempt asyncEnd").map(({ event }) => event);
  expect(ended).toHaveLength(20);
  expect(received()).toHaveLength(20);
  const apps = ended.map(({ call }) => (call?.input as { AppId: string } | undefined)?.AppId);
  expect(apps.toSorted()).toEqual(ids.toSorted());
  const failed = ended.filter((event) => event.error !== undefined);
  expect(failed.map(({ call }) => call?.input)).toMatchObject([{ AppId: "7" }]);
});
