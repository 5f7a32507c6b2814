import { describe, expect, test } from "@jest/globals";
import type { HttpProxy } from "./proxy.js";
import { proxyUnreachable } from "./proxy-failure.js";

const proxy: HttpProxy = { url: "http://proxy.test", host: "proxy.test:80", authorization: "Basic hidden" };

describe("a proxy that cannot be reached", () => {
  test.each([
    ["ENOTFOUND", undefined, "lookup", "ENOTFOUND"],
    ["ECONNREFUSED", "connect", "connect", "ECONNREFUSED"],
    ["EHOSTUNREACH", "connect", "connect", "EHOSTUNREACH"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", undefined, "tls", "DEPTH_ZERO_SELF_SIGNED_CERT"],
    ["ECONNRESET", "connect", "connect", "ERR_PROXY_TUNNEL"],
    ["ECONNRESET", "read", "connect", "ERR_PROXY_TUNNEL"],
    ["EPIPE", "write", "connect", "ERR_PROXY_TUNNEL"],
    [undefined, undefined, "connect", "ERR_PROXY_TUNNEL"],
  ])("for %s in %s is one in phase %s, with code %s", (code, syscall, phase, expected) => {
    const cause = Object.assign(new Error("no"), { code, syscall });
    const failure = proxyUnreachable(proxy, cause);
    expect(failure).toMatchObject({ name: "NetworkError", phase, code: expected, cause });
    expect(failure.message).toBe(`The proxy proxy.test:80 could not be reached (${expected}).`);
  });

  test("because the system gave up is too slow", () => {
    const cause = Object.assign(new Error("no"), { code: "ETIMEDOUT", syscall: "connect" });
    expect(proxyUnreachable(proxy, cause)).toMatchObject({
      name: "TimeoutError",
      phase: "connect",
      message: "The proxy proxy.test:80 did not connect in time.",
    });
  });
});
