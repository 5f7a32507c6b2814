import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { NetworkError } from "../errors/network-error.js";
import { UnmodeledServiceException } from "../testing/amplify.js";
import { networkFailure } from "../transport/network-failure.js";
import { isProvablyNotExecuted } from "./not-executed.js";

const failed = (error: Error, clockCorrected = false) => ({ error, clockCorrected });
const foreign = (more: object) => Object.assign(new Error("m"), more);

const refused = foreign({ code: "ECONNREFUSED", syscall: "connect" });
const unreachable = foreign({ code: "ENETUNREACH", syscall: "connect" });
const notFound = foreign({ code: "ENOTFOUND", syscall: "getaddrinfo" });
const reset = foreign({ code: "ECONNRESET", syscall: "read" });

/** As from a handler, before any part of a response has come. */
const proves = (error: unknown, received = false) =>
  isProvablyNotExecuted(failed(networkFailure(error, received)));

describe("a connection that was never there proves it:", () => {
  test.each<[string, object]>([
    ["refused", refused],
    ["refused, as Smithy's handler calls it", foreign({ ...refused, name: "TimeoutError" })],
    ["no route to the host", foreign({ code: "EHOSTUNREACH", syscall: "connect" })],
    ["no route to the network", unreachable],
    ["a name that is not found", notFound],
    ["a name that cannot be looked up now", foreign({ code: "EAI_AGAIN", syscall: "getaddrinfo" })],
    ["a name server that does not know", foreign({ code: "ENOTFOUND", syscall: "queryA" })],
    ["inside of what fetch throws", foreign({ cause: refused })],
    ["all addresses of a host", foreign({ code: "ECONNREFUSED", errors: [refused, unreachable] })],
    ["all of them, in what fetch throws", foreign({ cause: foreign({ errors: [unreachable, refused] }) })],
  ])("%s", (_what, error) => {
    expect(proves(error)).toBe(true);
    // What comes after the head of a response is about another connection.
    expect(proves(error, true)).toBe(false);
  });
});

describe("whatever leaves a doubt does not:", () => {
  const circle = foreign({ code: "ECONNREFUSED" });
  circle.cause = circle;
  test.each<[string, unknown]>([
    ["a code without the system's word", foreign({ code: "ECONNREFUSED" })],
    ["a code that was met while reading", foreign({ code: "ECONNREFUSED", syscall: "read" })],
    ["a host that became unreachable", foreign({ code: "EHOSTUNREACH", syscall: "write" })],
    ["a name that is not found by something else", foreign({ code: "ENOTFOUND", syscall: "open" })],
    ["one of several addresses that answered", foreign({ errors: [refused, reset] })],
    ["the first of several addresses", foreign({ errors: [reset, refused] })],
    [
      "one that was too slow",
      foreign({ errors: [refused, foreign({ code: "ETIMEDOUT", syscall: "connect" })] }),
    ],
    ["a dropped connection, caused by a refused one", foreign({ code: "ECONNRESET", cause: refused })],
    ["a refused connection, caused by a dropped one", foreign({ ...refused, cause: reset })],
    ["both a cause and several errors", foreign({ cause: refused, errors: [reset] })],
    ["a cause that is none", foreign({ ...refused, cause: "ECONNRESET" })],
    ["no cause at all, but its place", foreign({ ...refused, cause: null })],
    ["a circle", circle],
    ["a circle beside a proof", foreign({ errors: [refused, circle] })],
    ["more than anybody reads", foreign({ errors: Array.from({ length: 1_000 }, () => foreign(refused)) })],
    ["a proxy that made no tunnel", foreign({ code: "ERR_PROXY_TUNNEL", cause: refused })],
    ["a certificate", foreign({ code: "CERT_HAS_EXPIRED", syscall: "connect" })],
    ["a handshake that broke off", foreign({ code: "ECONNRESET", message: "before secure TLS connection" })],
    ["a code named like what every object has", foreign({ code: "constructor", syscall: "connect" })],
    ["text", "ECONNREFUSED"],
    ["nothing", undefined],
  ])("%s", (_what, error) => {
    expect(proves(error)).toBe(false);
  });

  test.each(["send", "receive"] as const)("a handler's own word that it came to the phase %s", (phase) => {
    const error = new NetworkError("m", { phase, code: "ECONNREFUSED", cause: refused });
    expect(isProvablyNotExecuted(failed(error))).toBe(false);
  });

  test("a handler's own word without a cause", () => {
    const error = new NetworkError("m", { phase: "connect", code: "ECONNREFUSED" });
    expect(isProvablyNotExecuted(failed(error))).toBe(false);
  });

  test("a connection that was not set up in time", () => {
    expect(proves(foreign({ code: "ETIMEDOUT", syscall: "connect" }))).toBe(false);
    expect(proves(foreign({ code: "UND_ERR_CONNECT_TIMEOUT" }))).toBe(false);
  });
});

describe("a stream of HTTP/2 proves it", () => {
  const stream = (reason: string) =>
    foreign({ code: "ERR_HTTP2_STREAM_ERROR", message: `Stream closed with error code ${reason}` });

  test("where the server refused it, and nothing else", () => {
    expect(proves(stream("NGHTTP2_REFUSED_STREAM"))).toBe(true);
    expect(proves(stream("NGHTTP2_REFUSED_STREAM"), true)).toBe(false);
    expect(proves(stream("NGHTTP2_INTERNAL_ERROR"))).toBe(false);
    expect(proves(foreign({ code: "ECONNRESET", cause: stream("NGHTTP2_REFUSED_STREAM") }))).toBe(false);
  });
});

/** An error is a proof only where all it is made of is one. */
test("one doubtful error among any number of proofs spoils them, wherever it is", () => {
  interface Tree {
    readonly isProof: boolean;
    readonly error: object;
  }
  const leaf: fc.Arbitrary<Tree> = fc.oneof(
    fc
      .constantFrom(
        { code: "ECONNREFUSED", syscall: "connect" },
        { code: "ENOTFOUND", syscall: "getaddrinfo" },
      )
      .map((more) => ({ isProof: true, error: foreign(more) })),
    fc
      .constantFrom({ code: "ECONNRESET", syscall: "read" }, { code: "EPIPE" }, {}, { code: "ECONNREFUSED" })
      .map((more) => ({ isProof: false, error: foreign(more) })),
  );
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc
        .tuple(
          fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
          fc.constantFrom(undefined, "ECONNREFUSED", "EPIPE"),
        )
        .map(([inner, code]) => ({
          isProof: code !== "EPIPE" && inner.every(({ isProof }) => isProof),
          error: foreign({
            ...(code === undefined ? {} : { code }),
            ...asInner(inner.map(({ error }) => error)),
          }),
        })),
    ),
  }));
  const asInner = (errors: object[]) => (errors.length === 1 ? { cause: errors[0] } : { errors });
  fc.assert(
    fc.property(tree, ({ isProof, error }) => {
      const failure = new NetworkError("m", { phase: "connect", cause: error });
      expect(isProvablyNotExecuted(failed(failure))).toBe(isProof);
    }),
    { seed: 4, numRuns: 1_000 },
  );
});

describe("an error of the service", () => {
  const service = (code: string, status: number, message = "m") =>
    new UnmodeledServiceException({ message, code, $metadata: { httpStatusCode: status } });

  test.each<[string, number, boolean, boolean]>([
    ["ThrottlingException", 400, false, true],
    ["TooManyRequestsException", 429, false, true],
    ["Unknown", 429, false, true],
    ["Throttling", 500, false, false],
    ["SlowDown", 503, false, false],
    ["ThrottlingException", 200, false, false],
    ["ThrottlingException", 302, false, false],
    ["RequestTimeTooSkewed", 403, true, true],
    ["RequestTimeTooSkewed", 403, false, false],
    ["RequestTimeTooSkewed", 500, true, false],
    ["AccessDeniedException", 403, true, false],
    ["RequestTimeout", 408, false, false],
    ["InternalFailure", 500, true, false],
  ])("%s with status %d, clock corrected: %p", (code, status, clockCorrected, expected) => {
    expect(isProvablyNotExecuted(failed(service(code, status), clockCorrected))).toBe(expected);
  });

  test("that refuses a signature as expired proves it, but for a 5xx", () => {
    const message = "Signature expired: 20240101T000000Z is now earlier";
    expect(isProvablyNotExecuted(failed(service("InvalidSignatureException", 403, message)))).toBe(true);
    expect(isProvablyNotExecuted(failed(service("InvalidSignatureException", 503, message)))).toBe(false);
  });

  test("without a status proves nothing", () => {
    const error = new UnmodeledServiceException({ message: "m", code: "Throttling", $metadata: {} });
    expect(isProvablyNotExecuted(failed(error))).toBe(false);
  });
});
