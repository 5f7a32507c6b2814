import { describe, expect, jest, test } from "@jest/globals";
import { fetch as undiciFetch } from "undici";
import { Client, type ClientConfig } from "../index.js";
import { service } from "../testing/amplify.js";
import { clientFor, clone, closeServerAfterEach, readJob, received } from "../testing/calls.js";
import { credentials, testClient } from "../testing/clients.js";
import { signaturesOf } from "../testing/signature.js";
import type { FetchFunctionInit } from "./fetch-function.js";
import { FetchHandler } from "./fetch-handler.js";

closeServerAfterEach();

type Requests = NonNullable<ClientConfig["requestHandler"]>;

const functions: [string, Requests][] = [
  ["the platform's fetch", fetch],
  ["undici's fetch", undiciFetch],
  ["a wrapper", (url, init) => fetch(url, init)],
  ["a wrapper that takes whatever comes", (...parameters) => fetch(...parameters)],
];

describe.each(functions)("%s as request handler", (_name, requestHandler) => {
  test("sends what was signed, and reads what comes back", async () => {
    const client = await clientFor(() => ({ body: '{"jobId":"j"}' }), { requestHandler });
    await expect(client.send(clone({ AppId: "ä b/c" }))).resolves.toMatchObject({ JobId: "j" });
    const [request] = received();
    if (request === undefined) throw new Error("Nothing came.");
    const { carried, due } = signaturesOf(request, credentials.secretAccessKey);
    expect([request.method, request.url, carried]).toEqual([
      "POST",
      "/backend/%C3%A4%20b%2Fc/environments/b/clone",
      due,
    ]);
    expect(request.body).toBe('{"targetEnvironmentName":"c"}');
  });

  test("follows no redirect", async () => {
    const client = await clientFor(() => ({ status: 307, headers: { location: "/elsewhere" } }), {
      requestHandler,
      maxAttempts: 1,
    });
    await expect(client.send(clone())).rejects.toMatchObject({ $metadata: { httpStatusCode: 307 } });
    expect(received()).toHaveLength(1);
  });
});

describe("a function of the user's own", () => {
  test("is told everything, once, and called without this", async () => {
    const seen: unknown[] = [];
    async function own(this: unknown, url: string, init: FetchFunctionInit): Promise<Response> {
      seen.push(this, url, init.method, init.redirect, new TextDecoder().decode(init.body));
      return new Response('{"jobId":"j"}');
    }
    const client = testClient({ endpoint: "http://service.test/base", requestHandler: own });
    await client.send(clone());
    expect(seen).toEqual([
      undefined,
      "http://service.test/base/backend/a/environments/b/clone",
      "POST",
      "manual",
      '{"targetEnvironmentName":"c"}',
    ]);
  });

  test("hears of the signal's end", async () => {
    const controller = new AbortController();
    const own = (_url: string, { signal }: FetchFunctionInit) =>
      new Promise<Response>((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
        controller.abort("enough");
      });
    const client = testClient({ endpoint: "http://service.test", requestHandler: own });
    await expect(client.send(clone(), { abortSignal: controller.signal })).rejects.toMatchObject({
      name: "AbortError",
      cause: "enough",
    });
  });

  test("may give up by itself", async () => {
    const failing = (name: string) => async () => {
      throw new DOMException("no", name);
    };
    const client = (name: string) =>
      testClient({ endpoint: "http://service.test", requestHandler: failing(name), maxAttempts: 1 });
    await expect(client("AbortError").send(readJob())).rejects.toMatchObject({ name: "AbortError" });
    await expect(client("TimeoutError").send(readJob())).rejects.toMatchObject({
      name: "TimeoutError",
      phase: "attempt",
    });
  });

  test.each([[undefined], [null], [{}], [{ requestTimeout: 5 }], ["text"]])(
    "that answers with %j is called once, and nothing is sent in its place",
    async (answer) => {
      const own = jest.fn(async (_url: string) => answer as Response);
      const client = testClient({ endpoint: "http://service.test", requestHandler: own });
      await expect(client.send(clone())).rejects.toMatchObject({
        name: "NetworkError",
        phase: "unknown",
        cause: { message: expect.stringContaining("did not answer with a Response") },
      });
      expect(own).toHaveBeenCalledTimes(1);
    },
  );

  test("that is none does not compile", () => {
    const configs: ClientConfig[] = [
      // @ts-expect-error it answers with no Response
      { requestHandler: async () => ({ requestTimeout: 1 }) },
      // @ts-expect-error it answers with no promise
      { requestHandler: () => new Response() },
    ];
    for (const config of configs) expect(() => new Client(service, config)).not.toThrow();
  });
});

describe("the platform's own, under settings", () => {
  const request = {
    method: "GET",
    protocol: "http:",
    hostname: "service.test",
    path: "/",
    query: {},
    headers: { "x-signed": "1" },
  };

  test("is told everything, and not what would change the request", async () => {
    const seen: Request[] = [];
    const customFetch = async (asked: Request): Promise<Response> => {
      seen.push(asked);
      return new Response("{}");
    };
    const own = {
      method: "PUT",
      headers: { "x-own": "1" },
      body: "own",
      redirect: "follow",
      cache: "reload",
    };
    const handler = new FetchHandler({
      keepAlive: true,
      credentials: "omit",
      customFetch,
      cache: "no-store",
    });
    handler.updateHttpClientConfig("requestInit", () => own);
    await handler.handle(request);
    const [asked] = seen;
    expect(asked).toMatchObject({ method: "GET", body: null, redirect: "manual" });
    expect(asked).toMatchObject({ keepalive: true, credentials: "omit", cache: "reload" });
    expect([...(asked?.headers.keys() ?? [])]).toEqual(["x-signed"]);
    expect(handler.httpHandlerConfigs()).toMatchObject({ keepAlive: true, cache: "no-store" });
  });

  test("gives up in time, though a fetch may not listen to its signal", async () => {
    const signals: AbortSignal[] = [];
    const deaf = (asked: Request): Promise<never> => {
      signals.push(asked.signal);
      return new Promise(() => {});
    };
    const handler = new FetchHandler({ requestTimeout: 20, customFetch: deaf });
    const timeUp = { name: "TimeoutError", phase: "attempt", limit: 20 };
    await expect(handler.handle(request)).rejects.toMatchObject(timeUp);
    await expect(handler.handle(request, { requestTimeout: 10 })).rejects.toMatchObject({ limit: 10 });
    expect(signals.map(({ aborted, reason }) => [aborted, reason.limit])).toEqual([
      [true, 20],
      [true, 10],
    ]);
  });

  test("measures the time until the head is there, and hears of the signal's end after it", async () => {
    const signals: AbortSignal[] = [];
    const customFetch = async ({ signal }: Request): Promise<Response> => {
      signals.push(signal);
      return new Response("{}");
    };
    const controller = new AbortController();
    const { signal: abortSignal } = controller as { signal: AbortSignal & { onabort: null } };
    const handler = new FetchHandler({ requestTimeout: 20, customFetch });
    await handler.handle(request, { abortSignal });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(signals[0]?.aborted).toBe(false);
    controller.abort("enough");
    expect(signals[0]?.reason).toBe("enough");
  });
});
