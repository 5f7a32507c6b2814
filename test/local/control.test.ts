import { afterEach, describe, expect, test } from "@jest/globals";
import { AmplifyBackendClient, CreateBackendCommand, ListS3BucketsCommand } from "@tinsmith/amplifybackend";
import {
  createLocalAmplifyBackend,
  type LocalAmplifyBackend,
  PacedClock,
} from "@tinsmith/amplifybackend/local";
import { sendRaw } from "./support/send-raw.js";
import { createWorldWithBackend, DEV, START } from "./support/world.js";

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Answer {
  readonly status: number | undefined;
  readonly body: unknown;
}

/** Sends a control request as it is, whatever is in it. */
const sendControl = async (
  port: number,
  method: string,
  path: string,
  body: string | Uint8Array = "",
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const all = { "content-type": "application/json", ...headers };
  const { status, text } = await sendRaw(port, { method, path, body, headers: all });
  return { status, body: JSON.parse(text) };
};

/** A service that takes control requests, and what sends such. */
const control = async (local: LocalAmplifyBackend) => {
  const listener = await local.listen({ control: true });
  closers.push(() => listener.close());
  const client = new AmplifyBackendClient({ ...local.clientConfig(listener), maxAttempts: 1 });
  closers.push(async () => client.destroy());
  const send = (method: string, path: string, body?: unknown) =>
    sendControl(listener.port, method, `/_local/${path}`, body === undefined ? "" : JSON.stringify(body));
  return { listener, client, send };
};

describe("control requests", () => {
  test("stage faults, one or several, tell which wait, and take them back", async () => {
    const { local } = await createWorldWithBackend();
    const { send, client } = await control(local);
    const fault = { kind: "throttling", times: 2, retryAfter: 3 };
    expect(await send("POST", "stage", fault)).toEqual({ status: 200, body: { staged: [fault] } });
    await expect(client.send(new ListS3BucketsCommand({}))).rejects.toMatchObject({
      name: "TooManyRequestsException",
    });
    const more = [{ kind: "stuckJob" }, { kind: "inBandError", error: "no room" }];
    expect(await send("POST", "stage", more)).toMatchObject({ status: 200 });
    expect(await send("GET", "stage")).toEqual({
      status: 200,
      body: { staged: [{ ...fault, times: 1 }, ...more.map((each) => ({ ...each, times: 1 }))] },
    });
    expect(await send("DELETE", "stage")).toEqual({ status: 200, body: { staged: [] } });
    await client.send(new ListS3BucketsCommand({}));
  });

  test("move the clock, change its pace, and make it wrong", async () => {
    const local = createLocalAmplifyBackend({ clock: new PacedClock({ start: START, speed: 0 }) });
    const { send, client } = await control(local);
    await client.send(new CreateBackendCommand({ ...DEV, AppName: "shop" }));
    expect(await send("GET", "clock")).toEqual({ status: 200, body: { now: START, speed: 0, skew: 0 } });
    expect(await send("POST", "clock", { advance: 1000 })).toMatchObject({ body: { now: START + 1000 } });
    expect(await send("GET", "snapshot")).toMatchObject({
      body: { apps: [{ environments: [{ name: "dev" }] }], jobs: [{ status: "COMPLETED" }], buckets: [] },
    });
    expect(await send("POST", "clock", { skew: 600_000 })).toMatchObject({ body: { skew: 600_000 } });
    await expect(client.send(new ListS3BucketsCommand({}))).rejects.toMatchObject({
      name: "InvalidSignatureException",
    });
    expect(await send("POST", "clock", { speed: 2 })).toMatchObject({ body: { speed: 2 } });
  });

  test("give the journal, without secrets, and clear it", async () => {
    const { local } = await createWorldWithBackend();
    const { send, client } = await control(local);
    await client.send(new ListS3BucketsCommand({}));
    expect(await send("GET", "journal")).toMatchObject({
      body: { entries: [{ operation: "CreateBackend" }, { operation: "ListS3Buckets", status: 200 }] },
    });
    expect(await send("DELETE", "journal")).toEqual({ status: 200, body: { entries: [] } });
  });

  test.each<[string, string, unknown, number, string]>([
    ["POST", "stage", { kind: "stuck" }, 400, "A fault's kind must be one of throttling,"],
    ["POST", "stage", [{ kind: "stuckJob" }, 7], 400, "A fault must be an object; it is 7"],
    ["POST", "stage", null, 400, "A fault must be an object; it is null"],
    [
      "POST",
      "stage",
      { kind: "output", operation: "GetBackend", members: JSON.parse('{"__proto__":1}') },
      400,
      'has no "__proto__"',
    ],
    ["POST", "clock", { advance: -1 }, 400, "ManualClock: cannot advance by -1 ms"],
    ["POST", "clock", { advance: 1e300 }, 400, "ManualClock: cannot advance by 1e+300 ms"],
    ["POST", "clock", { advance: "1" }, 400, "advance must be a number"],
    [
      "POST",
      "clock",
      { advance: 1, skew: 1 },
      400,
      "The body must be an object with one of advance, speed, skew",
    ],
    ["POST", "clock", { toString: 1 }, 400, "The body must be an object with one of"],
    ["POST", "clock", [1], 400, "The body must be an object with one of"],
    ["POST", "clock", {}, 400, "The body must be an object with one of"],
    ["POST", "clock", { skew: 1e12 }, 400, "A clock's skew must be from"],
    ["POST", "clock", { speed: 1 }, 409, "The pace of this clock cannot be set"],
    ["POST", "snapshot", {}, 405, "It takes GET"],
    ["PATCH", "stage", {}, 405, "It takes GET, POST, DELETE"],
    [
      "GET",
      "other",
      undefined,
      404,
      "There is no such control request; there are /_local/stage, /_local/clock, /_local/snapshot, /_local/journal",
    ],
    ["GET", "../stage", undefined, 404, "There is no such control request"],
    ["GET", "", undefined, 404, "There is no such control request"],
  ])("%s %s %j is refused with %d", async (method, path, body, status, message) => {
    const { local } = await createWorldWithBackend();
    const { send } = await control(local);
    const answer = await send(method, path, body);
    expect(answer).toEqual({ status, body: { message: expect.stringContaining(message) } });
    expect([local.staged, local.clock.now(), local.clockSkew]).toEqual([[], START + 1000, 0]);
    expect(local.journal.entries).toHaveLength(1);
  });

  test("that are no JSON, or too much of it, are refused", async () => {
    const { local } = await createWorldWithBackend();
    const { listener } = await control(local);
    const stage = (body: string | Uint8Array) => sendControl(listener.port, "POST", "/_local/stage", body);
    for (const body of ["", "{", "[1,", Uint8Array.of(0xff)])
      expect(await stage(body)).toEqual({ status: 400, body: { message: "The body is not valid JSON" } });
    expect(await stage(`["${"x".repeat(12 * 1024 * 1024)}"]`)).toMatchObject({ status: 413 });
    const nested = "[".repeat(100_000) + "]".repeat(100_000);
    expect(await stage(nested)).toMatchObject({ status: 400 });
    const models = `{"kind":"output","operation":"GetBackendAPIModels","members":{"Models":${nested}}}`;
    expect(await stage(models)).toEqual({ status: 400, body: { message: "The body is nested too deeply" } });
    expect(local.staged).toEqual([]);
  });

  test.each([
    ["another name of this machine", { host: "evil.example" }, 403, "have to name this machine"],
    ["a name that begins like it", { host: "127.0.0.1.evil.example" }, 403, "have to name this machine"],
    ["a web page", { origin: "http://evil.example" }, 403, "not for web pages"],
    ["a form", { "content-type": "text/plain" }, 415, "has to be application/json"],
  ])("from %s are refused", async (_who, headers, status, message) => {
    const { local } = await createWorldWithBackend();
    const { listener } = await control(local);
    const answer = await sendControl(listener.port, "POST", "/_local/stage", '{"kind":"stuckJob"}', headers);
    expect(answer).toEqual({ status, body: { message: expect.stringContaining(message) } });
    expect(local.staged).toEqual([]);
  });

  test("and calls at once do not get in each other's way", async () => {
    const { local } = await createWorldWithBackend();
    const { send, client } = await control(local);
    const staged = Array.from({ length: 20 }, () => send("POST", "stage", { kind: "throttling" }));
    const calls = Array.from({ length: 40 }, () => client.safeSend(new ListS3BucketsCommand({})));
    expect(new Set((await Promise.all(staged)).map(({ status }) => status))).toEqual(new Set([200]));
    const refused = (await Promise.all(calls)).filter(({ success }) => !success).length;
    expect(refused + local.staged.length).toBe(20);
  });
});

describe("without control requests", () => {
  test.each([[{}], [{ control: true, hostname: "0.0.0.0" }]])("%j", async (options) => {
    const { local } = await createWorldWithBackend();
    const listener = await local.listen(options);
    closers.push(() => listener.close());
    expect(listener.control).toBeUndefined();
    const answer = await sendControl(listener.port, "POST", "/_local/stage", '{"kind":"stuckJob"}');
    expect(answer.status).toBe(404);
    expect(local.staged).toEqual([]);
  });
});
