import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { clone, readJob } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";
import type { HttpRequest } from "./http-handler.js";
import { requestTarget } from "./request-target.js";

const requestOf = (path: string): HttpRequest => ({
  method: "POST",
  protocol: "https:",
  hostname: "example.com",
  path,
  query: {},
  headers: {},
});

describe("a path that a URL parser changes is refused", () => {
  test.each(
    [
      ["", "a", "//evil.example/a", "/a//b", "/..", "/a/../b", "/a/.", "/%2e%2E/a", "/a/.%2e", "/./a"],
      [
        "/a?b",
        "/a#b",
        "/a b",
        "/a\\b",
        "/ü",
        "/a\nb",
        "/a'b",
        "/a%",
        "/a%2",
        "/a%zz",
        '/a"b',
        "/{a}",
        "/a|b",
      ],
    ]
      .flat()
      .map((path) => [path]),
  )("%j", (path) => {
    expect(() => requestTarget(requestOf(path))).toThrow(/URL parsers would change it/);
  });

  test("whatever it is", () => {
    const unit = fc.constantFrom(..."/.%2eE\\?#' a:@;ü\n");
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const path = `/${text}`;
        try {
          requestTarget(requestOf(path));
        } catch {
          return;
        }
        expect(new URL(`https://example.com${path}`).pathname).toBe(path);
      }),
      { numRuns: 5_000, seed: 1 },
    );
  });
});

test.each([
  "/",
  "/a",
  "/a/",
  "/a%2Fb/...",
  "/a.b/..c/d../%2e%2e%2e",
  "/a:b@c;d=e,f!$&()*+~_-",
  `/${"a/b".repeat(300_000)}`,
])("a path that none changes passes", (path) => {
  expect(requestTarget(requestOf(path))).toBe(`POST https://example.com:undefined ${path}`);
});

describe("a signer that signs another request", () => {
  const answer = { response: { statusCode: 200, headers: {}, body: "{}" } };
  const send = async (change: Partial<HttpRequest>, inPlace: boolean): Promise<unknown> => {
    const sent: HttpRequest[] = [];
    const client = testClient({
      endpoint: "https://service.test",
      requestHandler: {
        handle: async (request) => {
          sent.push(request);
          return answer;
        },
      },
      signer: {
        sign: async (request) => (inPlace ? Object.assign(request, change) : { ...request, ...change }),
      },
    });
    const error = await client.send(clone()).catch((thrown: unknown) => thrown);
    expect(sent).toHaveLength(0);
    return error;
  };

  test.each<[string, Partial<HttpRequest>]>([
    ["path", { path: "/backend/a/remove" }],
    ["path, to one that is resolved", { path: "/backend/a/environments/../remove" }],
    ["method", { method: "GET" }],
    ["host", { hostname: "evil.example" }],
    ["port", { port: 81 }],
    ["protocol", { protocol: "http:" }],
  ])("with another %s is refused", async (_what, change) => {
    for (const inPlace of [true, false])
      expect(await send(change, inPlace)).toMatchObject({ name: "ConfigurationError" });
  });

  test("may add headers and query", async () => {
    const client = testClient({
      endpoint: "https://service.test",
      requestHandler: { handle: async () => answer },
      signer: {
        sign: async (request) => ({ ...request, headers: { authorization: "x" }, query: { a: "b" } }),
      },
    });
    await expect(client.send(readJob())).resolves.toBeDefined();
  });
});
