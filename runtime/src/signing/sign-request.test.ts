import { describe, expect, test } from "@jest/globals";
import { SignatureV4 } from "@smithy/signature-v4";
import * as fc from "fast-check";
import { takeSteps } from "../common/steps.js";
import { NodeSha256 } from "../platform/node-sha256.js";
import type { HashConstructor } from "./hash.js";
import { signRequest } from "./sign-request.js";
import { WebSha256 } from "./web-sha256.js";

const identity = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const date = new Date("2015-08-30T12:36:00Z");

const name = fc.oneof(
  fc.constantFrom(
    "User-Agent",
    "te",
    "TE2",
    "proxy-x",
    "Sec-Fetch",
    "x-sec-",
    "X-Amzn-Trace-Id",
    "Connection",
  ),
  fc.stringMatching(/^[a-zA-Z_-]{1,12}$/),
);
/** Blanks of all kinds, and what is none: a no-break space. */
const value = fc.oneof(
  fc.stringMatching(/^[\t\r\n -~\u00a0-\u00ff]{0,20}$/),
  fc.stringMatching(/^[ab \t]{0,8}$/),
);
const requests = fc.record({
  method: fc.constantFrom("GET", "POST"),
  path: fc.constantFrom("/", "/backend/a%20b/c", "/backend/it's/ä"),
  query: fc.dictionary(fc.stringMatching(/^[a-z ]{1,3}$/), fc.oneof(fc.string(), fc.array(fc.string()))),
  headers: fc.dictionary(name, value),
  body: fc.option(fc.uint8Array({ maxLength: 20 }), { nil: undefined }),
});

describe.each<[string, HashConstructor]>([
  ["Node's hash", NodeSha256],
  ["a hash that takes waiting", WebSha256],
])("a request that is signed with %s", (_name, sha256) => {
  test("has the signature that AWS's library gives it", async () => {
    const signer = new SignatureV4({ credentials: identity, region: "eu-west-1", service: "test", sha256 });
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const unsigned = {
          protocol: "https:",
          hostname: "test.example",
          ...request,
          headers: { ...request.headers, host: "test.example" },
        };
        const options = {
          identity,
          region: "eu-west-1",
          signingName: "test",
          date,
          sha256,
          escapePath: true,
        };
        const signed = await takeSteps(signRequest(structuredClone(unsigned), options), undefined);
        const expected = await signer.sign(unsigned, { signingDate: date });
        expect(signed.headers["authorization"]).toBe(expected.headers["authorization"]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe("Node's hash", () => {
  test("is the same at once and in time", async () => {
    const bytes = fc.uint8Array();
    const secrets = fc.option(fc.uint8Array({ minLength: 1 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(bytes, secrets, async (data, secret) => {
        const hash = new NodeSha256(secret);
        hash.update(data);
        const digest = await hash.digest();
        expect(NodeSha256.hexOf(data, secret)).toBe(Buffer.from(digest).toString("hex"));
      }),
      { seed: 1 },
    );
  });
});
