import { Agent } from "node:http";
import { expect, jest, test } from "@jest/globals";
import { startProxy } from "../testing/local-proxy.js";
import { startServer } from "../testing/local-server.js";
import type { HttpRequest } from "./http-handler.js";
import { NodeHandler } from "./node-handler.js";

function requestTo(port: number, more: Partial<HttpRequest> = {}): HttpRequest {
  const request = { method: "GET", protocol: "http:", hostname: "127.0.0.1", port, path: "/a" };
  return { ...request, query: {}, headers: { host: `127.0.0.1:${port}` }, ...more };
}

const ignore = (): void => {};

test("a logger that throws harms nobody", async () => {
  await using server = await startServer(
    () => new Promise((resolve) => setTimeout(() => resolve({ body: "" }), 100)),
  );
  const warn = jest.fn(() => {
    throw new Error("disk full");
  });
  const logger = { debug: ignore, info: ignore, warn, error: ignore };
  const handler = new NodeHandler({ logger, requestTimeout: 20, throwOnRequestTimeout: false });
  const { response } = await handler.handle(requestTo(server.port));
  expect([response.statusCode, warn.mock.calls.length]).toEqual([200, 1]);
  handler.destroy();
});

test("a path that the way through a proxy would change is not sent", async () => {
  await using server = await startServer();
  await using proxy = await startProxy();
  const handler = new NodeHandler({ proxy: proxy.host });
  for (const path of ["/a/../b", "/a/%2e%2e/b", "/a\\b"]) {
    await expect(handler.handle(requestTo(server.port, { path }))).rejects.toThrow(/would change/);
  }
  expect([proxy.requests, server.requests]).toEqual([[], []]);
  handler.destroy();
});

test("a proxy may come and go with the settings, and is checked like theirs", async () => {
  await using server = await startServer();
  await using proxy = await startProxy();
  const handler = new NodeHandler({});
  const proxied = async (): Promise<number> => {
    await handler.handle(requestTo(server.port));
    return proxy.requests.splice(0).length;
  };
  expect(await proxied()).toBe(0);
  handler.updateHttpClientConfig("proxy", proxy.host);
  expect(await proxied()).toBe(1);
  expect(() => handler.updateHttpClientConfig("proxy", "socks5://proxy.test")).toThrow("must be the URL");
  handler.updateHttpClientConfig("proxy", false);
  expect(await proxied()).toBe(0);
  expect(handler.httpHandlerConfigs()).toMatchObject({ proxy: false, connectionTimeout: 10_000 });
  handler.destroy();
});

test("the user's agent is destroyed with the handler, as AWS's clients do it", async () => {
  await using server = await startServer();
  const httpAgent = new Agent({ keepAlive: true });
  const destroyed = jest.spyOn(httpAgent, "destroy");
  const handler = new NodeHandler({ httpAgent });
  await handler.handle(requestTo(server.port));
  expect(server.requests).toHaveLength(1);
  handler.destroy();
  expect(destroyed).toHaveBeenCalledTimes(1);
});

test("an agent that keeps its connections where nobody can see them serves, too", async () => {
  await using server = await startServer();
  const inner = new Agent({ keepAlive: true });
  const opaque = {
    addRequest: (...parameters: unknown[]) =>
      Reflect.apply(Reflect.get(inner, "addRequest"), inner, parameters),
    destroy: () => inner.destroy(),
  };
  const handler = new NodeHandler({ httpAgent: opaque });
  const { response } = await handler.handle(requestTo(server.port), { freshConnection: true });
  expect(response.statusCode).toBe(200);
  await handler.handle(requestTo(server.port), { freshConnection: true });
  handler.destroy();
});
