import { createRequire } from "node:module";
import { afterEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { HttpRequest } from "./http-handler.js";
import { isExempt, isLoopback } from "./no-proxy.js";
import { parseProxy, proxyFromEnvironment } from "./proxy.js";

// The package has no types.
const { getProxyForUrl } = createRequire(import.meta.url)("proxy-from-env") as {
  getProxyForUrl(url: string): string;
};

function requestTo(url: string): HttpRequest {
  const { protocol, hostname, port } = new URL(url);
  const request = { method: "GET", protocol, hostname, path: "/", query: {}, headers: {} };
  return port === "" ? request : { ...request, port: Number(port) };
}

const urlFor = (url: string, variables: Record<string, string>): string | undefined =>
  proxyFromEnvironment(requestTo(url), variables)?.url;

describe("the environment's proxy", () => {
  test.each<[Record<string, string>, string | undefined]>([
    [{}, undefined],
    [{ HTTPS_PROXY: "" }, undefined],
    [{ HTTP_PROXY: "http://proxy.test" }, undefined],
    [{ HTTPS_PROXY: "http://proxy.test" }, "http://proxy.test"],
    [{ https_proxy: "http://lower.test", HTTPS_PROXY: "http://upper.test" }, "http://lower.test"],
    [{ HTTPS_PROXY: "proxy.test:3128" }, "http://proxy.test:3128"],
    [{ HTTPS_PROXY: "https://proxy.test" }, "https://proxy.test"],
    [{ HTTPS_PROXY: "http://proxy.test", no_proxy: "aws.test" }, undefined],
    [{ HTTPS_PROXY: "http://proxy.test", NO_PROXY: "aws.test:80" }, "http://proxy.test"],
  ])("under %j, for https, is %p", (variables, expected) => {
    expect(urlFor("https://aws.test", variables)).toBe(expected);
  });

  test("for http has a variable of its own", () => {
    const variables = { HTTP_PROXY: "http://one.test", HTTPS_PROXY: "http://two.test" };
    expect(urlFor("http://aws.test", variables)).toBe("http://one.test");
  });

  test.each(["localhost", "LOCALHOST", "a.localhost", "127.0.0.1", "127.1.2.3", "[::1]"])(
    "is never for %s",
    (host) => {
      expect(urlFor(`https://${host}:1`, { HTTPS_PROXY: "http://proxy.test" })).toBeUndefined();
    },
  );

  test.each(["localhost.test", "127.0.0.1.test", "128.0.0.1", "[::2]", "notlocalhost"])(
    "may be for %s",
    (host) => {
      expect(isLoopback(host)).toBe(false);
      expect(urlFor(`https://${host}`, { HTTPS_PROXY: "http://proxy.test" })).toBe("http://proxy.test");
    },
  );
});

describe("NO_PROXY", () => {
  test.each<[string, boolean]>([
    ["*", true],
    ["a.aws.test", true],
    ["A.AWS.TEST", true],
    [".aws.test", true],
    ["*.aws.test", true],
    ["*aws.test", true],
    ["aws.test", false],
    ["a.aws.test:443", true],
    ["a.aws.test:80", false],
    ["other, a.aws.test", true],
    ["other a.aws.test", true],
    ["", false],
    [" , ", false],
    [".other", false],
  ])("%p exempts a.aws.test: %p", (list, expected) => {
    expect(isExempt("a.aws.test", 443, list)).toBe(expected);
  });

  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test("is read as the package proxy-from-env reads it, which knows no environment but the process's", () => {
    const host = fc.constantFrom("a.test", "b.a.test", "A.test", "ba.test", "10.0.0.1");
    const port = fc.constantFrom("", ":443", ":8443");
    const entry = fc.tuple(fc.constantFrom("", ".", "*", "*."), fc.oneof(host, fc.constant("test")), port);
    const list = fc
      .array(entry.map((parts) => parts.join("")))
      .chain((entries) => fc.constantFrom(",", " ", ", ").map((separator) => entries.join(separator)));
    fc.assert(
      fc.property(host, port, list, (name, suffix, NO_PROXY) => {
        const url = `https://${name}${suffix}`;
        const variables = { HTTPS_PROXY: "http://proxy.test", NO_PROXY };
        process.env = { ...before, ...variables };
        expect(urlFor(url, variables) ?? "").toBe(getProxyForUrl(url));
      }),
    );
  });
});

describe("the URL of a proxy", () => {
  test.each<[string, string, string | undefined]>([
    ["http://proxy.test:3128", "proxy.test:3128", undefined],
    ["http://proxy.test", "proxy.test:80", undefined],
    ["https://proxy.test/", "proxy.test:443", undefined],
    ["http://[::1]:3128", "[::1]:3128", undefined],
    ["http://user:pass@proxy.test", "proxy.test:80", "user:pass"],
    ["http://user@proxy.test", "proxy.test:80", "user:"],
    ["http://us%40er:p%3Aä@proxy.test", "proxy.test:80", "us@er:p:ä"],
  ])("%s", (text, host, credentials) => {
    const proxy = parseProxy(text, "It");
    const authorization = credentials && `Basic ${Buffer.from(credentials).toString("base64")}`;
    expect([proxy.host, proxy.authorization]).toEqual([host, authorization]);
    expect(proxy.url).not.toContain("@");
  });

  test.each([
    "socks5://hidden.test",
    "file:///hidden",
    "http://",
    "http://hidden:99999",
    "http://u:%hidden@a.test",
  ])("is not %s, and the complaint does not show it", (text) => {
    const read = () => parseProxy(text, "The environment variable HTTPS_PROXY");
    expect(read).toThrow("The environment variable HTTPS_PROXY must be the URL of an HTTP proxy");
    expect(read).not.toThrow("hidden");
  });
});
