import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "@jest/globals";
import { KyHttpHandler } from "../ky/ky-http-handler.js";
import { type LocalServer, startServer } from "../testing/local-server.js";
import { exchange } from "./exchange.js";
import { hideParts } from "./hide-parts.js";
import type { HttpHandler, HttpRequest } from "./http-handler.js";

const SECRET = "secret-canary";

let server: LocalServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** All that is printed of an error by those who print everything. */
const print = (error: unknown): string =>
  [inspect(error, { depth: Infinity, showHidden: true }), JSON.stringify(error)].join();

async function failureOf(handler: HttpHandler): Promise<Error> {
  server = await startServer(() => undefined);
  const { port } = server;
  const headers = { authorization: SECRET };
  const base = { method: "POST", protocol: "http:", hostname: "127.0.0.1", port, path: "/", query: {} };
  const options = { abortSignal: undefined, freshConnection: false, maxResponseSize: 9 };
  return exchange(handler, { ...base, headers }, { timeout: 5_000, ...options }).then(
    () => new Error("It did not fail."),
    (error: Error) => error,
  );
}

/** Fails as handlers around `axios`, `got` and the like do. */
const failing = (name: string): HttpHandler => ({
  handle: async (request: HttpRequest) => {
    const inner = Object.assign(new Error("inner"), { options: { ...request }, code: "ECONNRESET" });
    throw Object.assign(new Error("outer", { cause: inner }), { name, request, config: { ...request } });
  },
});

describe("the request that is left on an error is not printed", () => {
  test.each<[string, HttpHandler, string]>([
    ["by ky, when time is up", new KyHttpHandler({ requestTimeout: 50 }), "TimeoutError"],
    ["by a handler of the user's own", failing("Error"), "NetworkError"],
    ["by such a handler, when it ends the call", failing("AbortError"), "AbortError"],
  ])("%s", async (_, handler, name) => {
    const error = await failureOf(handler);
    expect(error.name).toBe(name);
    expect(error.cause).toHaveProperty("request");
    expect(print(error)).not.toContain(SECRET);
  });
});

test("codes and causes stay, and what is not printed can still be read", () => {
  const cause = Object.assign(new Error("inner"), { code: "ECONNREFUSED", port: 80 });
  const error = Object.assign(new Error("outer", { cause }), {
    errors: [cause],
    request: { port: 80 },
    no: null,
  });
  hideParts(error);
  expect(Object.keys(error)).toEqual(["errors", "no"]);
  expect(Object.keys(cause)).toEqual(["code", "port"]);
  expect(error).toMatchObject({ cause, request: { port: 80 } });
});

const fail = (): never => {
  throw new Error("not to be read");
};

test.each([
  ["is frozen", Object.freeze({ request: {} })],
  ["has a getter that throws", Object.defineProperty({}, "x", { enumerable: true, get: fail })],
  ["is none", undefined],
  ["is a text", "text"],
])("an error that %s does no harm", (_, error) => {
  expect(() => hideParts(error)).not.toThrow();
});
