import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { afterEach, describe, expect, test } from "@jest/globals";
import { demoHost } from "./fixtures/demo-service.js";
import { signedRequest } from "./fixtures/signed-request.js";
import type { Listener } from "./listen.js";

const listeners: Listener[] = [];

afterEach(async () => {
  await Promise.all(listeners.splice(0).map((listener) => listener.close()));
});

const start = async (host = demoHost()): Promise<Listener> => {
  const listener = await host.listen();
  listeners.push(listener);
  return listener;
};

/** Sends a signed request through a socket, its path untouched by any URL parser. */
const exchange = async (
  { port }: Listener,
  method: string,
  path: string,
  body = "",
): Promise<{ status: number | undefined; text: string }> => {
  const { headers } = await signedRequest(method, path, body === "" ? undefined : body);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    request.on("error", reject);
    request.end(body);
  });
};

describe("over HTTP", () => {
  test("a path is routed as it was sent: `..` climbs nowhere", async () => {
    const host = demoHost();
    const { status } = await exchange(await start(host), "GET", "/other/../notes/a");
    expect(status).toBe(404);
    expect(host.journal.entries[0]?.route).toBe("GET /other/../notes/a");
  });

  test("a signed call is answered, labels decoded, content length told", async () => {
    const host = demoHost();
    const listener = await start(host);
    expect(await exchange(listener, "POST", "/notes/a%20%C3%BC", '{"text":"x"}')).toEqual({
      status: 200,
      text: '{"text":"x"}',
    });
    expect(host.journal.entries[0]?.input).toEqual({ NoteId: "a ü", Text: "x" });
  });

  test("50 calls at once, each settled once", async () => {
    const host = demoHost();
    const listener = await start(host);
    const calls = Array.from({ length: 50 }, (_, index) =>
      exchange(listener, "POST", `/notes/${index}`, `{"text":"${index}"}`),
    );
    expect((await Promise.all(calls)).map(({ text }) => JSON.parse(text).text)).toEqual(
      Array.from({ length: 50 }, (_, index) => String(index)),
    );
    expect(host.journal.entries).toHaveLength(50);
  });

  test("a body above 10 MB is refused, and the caller is told", async () => {
    const outcome = await exchange(await start(), "POST", "/notes/a", "x".repeat(12 * 1024 * 1024));
    expect(outcome.status).toBe(413);
    expect(JSON.parse(outcome.text)).toEqual({ message: "The request body is longer than 10485760 bytes" });
  });

  test("a path may come behind the whole address, as proxies write it", async () => {
    const host = demoHost();
    const { port } = await start(host);
    const { headers } = await signedRequest("GET", "/notes/a");
    const request = httpRequest({ port, path: `http://127.0.0.1:${port}/notes/a`, headers });
    const [response] = await once(request.end(), "response");
    response.resume();
    expect(host.journal.entries).toMatchObject([{ operation: "GetNote", status: 404 }]);
  });
});

test("two listeners share a host, and close one by one", async () => {
  const host = demoHost();
  const [first, second] = [await start(host), await host.listen()];
  expect(first.port).not.toBe(second.port);
  await exchange(second, "POST", "/notes/a", '{"text":"x"}');
  await second.close();
  expect((await exchange(first, "GET", "/notes/a")).status).toBe(200);
  expect(host.journal.entries).toHaveLength(2);
});

test("a port that is taken is the caller's error, not a crash", async () => {
  const { port } = await start();
  await expect(demoHost().listen({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("closing drops connections in the middle of a request, and may be asked for twice", async () => {
  const listener = await demoHost().listen();
  const request = httpRequest({ port: listener.port, method: "POST", path: "/notes/a" });
  request.setHeader("content-length", 100);
  request.write("{");
  const [socket] = await once(request, "socket");
  await once(socket, "connect");
  const dropped = once(request, "error");
  await Promise.all([listener.close(), listener.close()]);
  await listener.close();
  expect(await dropped).toMatchObject([{ code: "ECONNRESET" }]);
});

test("a closed listener no longer answers", async () => {
  const listener = await demoHost().listen();
  await listener.close();
  await expect(exchange(listener, "GET", "/notes/a")).rejects.toMatchObject({ code: "ECONNREFUSED" });
});
