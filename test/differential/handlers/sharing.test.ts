import { Agent } from "node:https";
import { setTimeout as setTimeoutAsync } from "node:timers/promises";
import {
  AmplifyBackendClient as OfficialClient,
  CloneBackendCommand as OfficialClone,
  GetBackendJobCommand as OfficialGet,
} from "@aws-sdk/client-amplifybackend";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { AmplifyBackendClient, CloneBackendCommand, GetBackendJobCommand } from "@tinsmith/amplifybackend";
import { type LocalServer, startServer } from "../../../runtime/src/testing/local-server.js";
import { responseOf, startRawServer } from "../../responses/support/raw-server.js";
import { credentials, openOfficialClient, openOurClient } from "../support/clients.js";
import { difference } from "../support/differences.js";
import { handlerKinds } from "./support/handler-kinds.js";
import { startBehaving } from "./support/situations.js";

const backend = { AppId: "a", BackendEnvironmentName: "b" };
const job = { ...backend, JobId: "c" };
/** Milliseconds in which bytes come over the loopback interface. */
const ARRIVAL = 100;
const target = { ...backend, TargetEnvironmentName: "t" };
const instances = handlerKinds.filter(({ name }) => name.endsWith("Handler"));

let server: LocalServer;
beforeEach(async () => {
  server = await startServer(() => ({ body: '{"jobId":"j"}' }));
});
afterEach(() => server.close());

const config = (): {
  endpoint: string;
  region: string;
  credentials: typeof credentials;
  maxAttempts: number;
} => ({
  endpoint: server.url,
  region: "eu-west-1",
  credentials,
  maxAttempts: 1,
});

describe.each(instances)("a $name of the user's own", ({ http2 = false, create }) => {
  beforeEach(async () => {
    await server.close();
    server = await startBehaving("result", http2);
  });

  test("is what the configuration has, and both clients destroy it with themselves", () => {
    const { ours, official } = create();
    const destroyed = jest.spyOn(ours as { destroy(): void }, "destroy");
    const client = new AmplifyBackendClient({ ...config(), requestHandler: ours });
    expect(client.config.requestHandler).toBe(ours);
    client.destroy();
    expect(destroyed).toHaveBeenCalledTimes(1);
    const officialClient = new OfficialClient({ ...config(), requestHandler: official });
    expect(officialClient.config.requestHandler).toBe(ours);
    officialClient.destroy();
    expect(destroyed).toHaveBeenCalledTimes(2);
  });

  test("serves a second client after the first has been destroyed, of both kinds", async () => {
    const { ours, official } = create();
    const [first, second] = [1, 2].map(() => new AmplifyBackendClient({ ...config(), requestHandler: ours }));
    const [third, fourth] = [3, 4].map(() => new OfficialClient({ ...config(), requestHandler: official }));
    await first?.send(new GetBackendJobCommand(job));
    first?.destroy();
    await expect(second?.send(new GetBackendJobCommand(job))).resolves.toMatchObject({ JobId: "j" });
    second?.destroy();
    await third?.send(new OfficialGet(job));
    third?.destroy();
    await expect(fourth?.send(new OfficialGet(job))).resolves.toMatchObject({ JobId: "j" });
    fourth?.destroy();
  });
});

describe("both clients", () => {
  test("give a handler a body that is bytes and a text, which handlers of tests parse", async () => {
    const bodies: unknown[] = [];
    const requestHandler = {
      handle: async ({ body }: { readonly body?: unknown }) => {
        bodies.push(body);
        return { response: { statusCode: 200, headers: {}, body: new Uint8Array() } };
      },
    } as never;
    const texts = { ...target, TargetEnvironmentName: "\ufeffä€😀" };
    await new OfficialClient({ ...config(), requestHandler }).send(new OfficialClone(texts));
    await new AmplifyBackendClient({ ...config(), requestHandler }).send(new CloneBackendCommand(texts));
    await new OfficialClient({ ...config(), requestHandler }).send(new OfficialGet(job));
    await new AmplifyBackendClient({ ...config(), requestHandler }).send(new GetBackendJobCommand(job));
    const body = { targetEnvironmentName: texts.TargetEnvironmentName };
    const [official, ours, ...none] = bodies;
    for (const sent of [official, ours]) {
      expect(JSON.parse(sent as string)).toEqual(body);
      expect(JSON.parse(Buffer.from(sent as Uint8Array).toString())).toEqual(body);
    }
    expect(none).toEqual([undefined, undefined]);
  });

  test("take a change of the default handler's settings", async () => {
    await server.close();
    server = await startServer(() => undefined);
    const changed = { ...config(), requestHandler: { throwOnRequestTimeout: true } };
    const ours = new AmplifyBackendClient(changed);
    const official = new OfficialClient(changed);
    ours.config.requestHandler.updateHttpClientConfig?.("requestTimeout", 50);
    (official.config.requestHandler as NodeHttpHandler).updateHttpClientConfig("requestTimeout", 50);
    await expect(official.send(new OfficialGet(job))).rejects.toMatchObject({ name: "TimeoutError" });
    await expect(ours.send(new GetBackendJobCommand(job))).rejects.toMatchObject({
      name: "TimeoutError",
      limit: 50,
    });
    for (const client of [ours, official]) client.destroy();
  });

  test.each([true, false])("give a handler their logger, if it has none; it has one: %p", (hasOwn) => {
    const ignore = (): void => {};
    const loggers = [1, 2].map(() => ({ debug: ignore, info: ignore, warn: ignore, error: ignore }));
    const [own, logger] = loggers;
    if (own === undefined || logger === undefined) throw new Error("There are two.");
    for (const Client of [AmplifyBackendClient, OfficialClient]) {
      const handler = new NodeHttpHandler(hasOwn ? { logger: own } : {});
      const updated = jest.spyOn(handler, "updateHttpClientConfig");
      new Client({ ...config(), logger, requestHandler: handler });
      expect(updated.mock.calls).toEqual([[Symbol.for("logger"), logger]]);
    }
  });
});

test(difference("handler-settings"), async () => {
  const given = { ...config(), requestHandler: { requestTimeout: 5_000, httpsAgent: { maxSockets: 3 } } };
  const official = new OfficialClient(given);
  await official.send(new OfficialGet(job));
  expect((official.config.requestHandler as NodeHttpHandler).httpHandlerConfigs()).toMatchObject({
    requestTimeout: 5_000,
    httpsAgent: expect.any(Agent),
  });
  const ours = new AmplifyBackendClient(given);
  await ours.send(new GetBackendJobCommand(job));
  const settings = ours.config.requestHandler.httpHandlerConfigs?.();
  expect(settings).toEqual({ ...given.requestHandler, connectionTimeout: 10_000 });
  for (const client of [official, ours]) client.destroy();
});

test(difference("handler-options"), async () => {
  const told: unknown[] = [];
  const requestHandler = {
    handle: async (_request: unknown, options: unknown) => {
      told.push(options);
      return { response: { statusCode: 200, headers: {}, body: new Uint8Array() } };
    },
  } as never;
  const options = { requestTimeout: 5_000 };
  await new OfficialClient({ ...config(), requestHandler }).send(new OfficialGet(job), options);
  await new AmplifyBackendClient({ ...config(), requestHandler }).send(
    new GetBackendJobCommand(job),
    options,
  );
  const abortSignal = expect.any(AbortSignal);
  expect(told).toEqual([options, { abortSignal, freshConnection: false }]);
});

test(difference("fetch-function"), async () => {
  const requestHandler = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);
  const ours = new AmplifyBackendClient({ ...config(), requestHandler });
  await expect(ours.send(new GetBackendJobCommand(job))).resolves.toMatchObject({ JobId: "j" });
  // @ts-expect-error the official client's types know no function
  const official = new OfficialClient({ ...config(), requestHandler });
  await expect(official.send(new OfficialGet(job))).rejects.toThrow("Failed to parse URL from undefined");
});

test(difference("request-handler-none"), async () => {
  const wrongs = [5, "fetch", true, Promise.resolve({ requestTimeout: 1 })];
  for (const requestHandler of wrongs) {
    const wrong = { ...config(), requestHandler: requestHandler as never };
    await expect(new OfficialClient(wrong).send(new OfficialGet(job))).resolves.toMatchObject({ JobId: "j" });
    expect(() => new AmplifyBackendClient(wrong)).toThrow(
      "requestHandler must be an HTTP handler, settings of one, or a `fetch` function.",
    );
  }
});

test("a class of handlers is refused, and nothing is sent", async () => {
  const wrong = { ...config(), requestHandler: NodeHttpHandler as never };
  await expect((async () => new OfficialClient(wrong).send(new OfficialGet(job)))()).rejects.toThrow(
    "Class constructor",
  );
  expect(() => new AmplifyBackendClient(wrong)).toThrow(
    "requestHandler must be an instance of its class, `new NodeHttpHandler()`.",
  );
  expect(server.requests).toHaveLength(0);
});

test(difference("idle-connection"), async () => {
  const idle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_100));
  const connections = (): readonly number[] => server.requests.splice(0).map(({ connection }) => connection);
  const official = new OfficialClient(config());
  await official.send(new OfficialGet(job));
  await idle();
  await official.send(new OfficialClone(target));
  const [before, after] = connections();
  expect(after).toBe(before);
  official.destroy();

  const ours = new AmplifyBackendClient(config());
  await ours.send(new GetBackendJobCommand(job));
  await idle();
  await ours.send(new GetBackendJobCommand(job));
  await idle();
  await ours.send(new CloneBackendCommand(target));
  const [first, second, third] = connections();
  expect(second).toBe(first);
  expect(third).not.toBe(first);
  ours.destroy();
});

test(difference("unasked-bytes"), async () => {
  const forged = responseOf({ body: '{"jobId":"forged"}' });
  const play = async (open: typeof openOurClient): Promise<{ ends: unknown[]; connections: number }> => {
    await using raw = await startRawServer((socket, index) => {
      if (index > 0) return void socket.write(responseOf({ body: '{"jobId":"next"}' }));
      const first = responseOf({ body: '{"jobId":"first"}' });
      socket.write(first, () => setTimeout(() => socket.write(forged.subarray(0, 50)), ARRIVAL));
      return undefined;
    });
    const client = open({ endpoint: raw.url, maxAttempts: 1 });
    const ends = [(await client.call("GetBackendJob", job))["JobId"]];
    await setTimeoutAsync(3 * ARRIVAL);
    ends.push((await client.call("GetBackendJob", job))["JobId"]);
    client.destroy();
    return { ends, connections: raw.connections };
  };
  const ends = ["first", "next"];
  expect(await play(openOurClient)).toEqual({ ends, connections: 2 });
  expect(await play(openOfficialClient as typeof openOurClient)).toEqual({ ends, connections: 1 });
});
