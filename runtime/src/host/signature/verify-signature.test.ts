import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { DEMO_CREDENTIALS, DEMO_TIME } from "../fixtures/demo-service.js";
import { type SigningChoice, signedRequest } from "../fixtures/signed-request.js";
import type { HostRequest } from "../message.js";
import { lookupIn } from "./credentials.js";
import { CLOCK_SKEW_LIMIT, type SignatureExpectation, verifySignature } from "./verify-signature.js";

const TEMPORARY = { accessKeyId: "TEMPORARY", secretAccessKey: "s", sessionToken: "token" };
const EXPIRED = { accessKeyId: "EXPIRED", secretAccessKey: "s", expiration: new Date(DEMO_TIME) };

const expectation: SignatureExpectation = {
  signingName: "demo",
  regions: ["eu-west-1"],
  credentials: lookupIn([DEMO_CREDENTIALS, TEMPORARY, EXPIRED]),
  now: DEMO_TIME,
};

const request = async (choice: SigningChoice = {}, body = '{"a":1}'): Promise<HostRequest> => {
  const signed = await signedRequest("POST", "/notes/a", body, choice);
  return { ...signed, query: {}, body: new TextEncoder().encode(body) };
};

const refusal = (changed: HostRequest): Promise<unknown> =>
  verifySignature(changed, expectation).then(
    () => "accepted",
    ({ name, status }) => [name, status],
  );

const withHeaders = (original: HostRequest, headers: Record<string, string | undefined>): HostRequest => ({
  ...original,
  headers: Object.fromEntries(
    Object.entries({ ...original.headers, ...headers }).filter(([, value]) => value !== undefined),
  ) as Record<string, string>,
});

describe("refused", () => {
  test("without authorization", async () => {
    const unsigned = withHeaders(await request(), { authorization: undefined });
    expect(await refusal(unsigned)).toEqual(["MissingAuthenticationTokenException", 403]);
  });

  test.each([
    ["another scheme", "Bearer x"],
    ["no scope", "AWS4-HMAC-SHA256 Credential=DEMOKEY, SignedHeaders=host, Signature=00"],
    [
      "no signature",
      "AWS4-HMAC-SHA256 Credential=K/20260102/eu-west-1/demo/aws4_request, SignedHeaders=host",
    ],
  ])("an authorization header with %s", async (_what, authorization) => {
    expect(await refusal(withHeaders(await request(), { authorization }))).toEqual([
      "IncompleteSignatureException",
      403,
    ]);
  });

  test("an unknown key", async () => {
    const changed = await request({ credentials: { ...DEMO_CREDENTIALS, accessKeyId: "NOBODY" } });
    expect(await refusal(changed)).toEqual(["UnrecognizedClientException", 403]);
  });

  test.each([
    ["missing", {}],
    ["wrong", { sessionToken: "other" }],
  ])("a %s session token", async (_what, token) => {
    const { accessKeyId, secretAccessKey } = TEMPORARY;
    const changed = await request({ credentials: { accessKeyId, secretAccessKey, ...token } });
    expect(await refusal(changed)).toEqual(["UnrecognizedClientException", 403]);
  });

  test("a session token for a key that has none", async () => {
    const changed = await request({ credentials: { ...DEMO_CREDENTIALS, sessionToken: "token" } });
    expect(await refusal(changed)).toEqual(["UnrecognizedClientException", 403]);
  });

  test("expired credentials", async () => {
    expect(await refusal(await request({ credentials: EXPIRED }))).toEqual(["ExpiredTokenException", 403]);
  });

  test.each([
    ["another secret", { credentials: { ...DEMO_CREDENTIALS, secretAccessKey: "wrong" } }],
    ["another region", { region: "us-east-1" }],
    ["another service", { service: "other" }],
    ["a date 5 minutes and a second ago", { date: DEMO_TIME - CLOCK_SKEW_LIMIT - 1000 }],
    ["a date 5 minutes and a second ahead", { date: DEMO_TIME + CLOCK_SKEW_LIMIT + 1000 }],
  ])("%s", async (_what, choice) => {
    expect(await refusal(await request(choice))).toEqual(["InvalidSignatureException", 403]);
  });

  test.each([
    ["its method", { method: "PUT" }],
    ["its path", { path: "/notes/b" }],
    ["its query", { query: { admin: "true" } }],
    ["its body", { body: new TextEncoder().encode('{"a":2}') }],
  ])("a request changed after signing in %s", async (_what, change) => {
    expect(await refusal({ ...(await request()), ...change })).toEqual(["InvalidSignatureException", 403]);
  });

  test("a changed body even with the old hash in x-amz-content-sha256", async () => {
    const signed = await request();
    expect(signed.headers["x-amz-content-sha256"]).toBeDefined();
    expect(await refusal({ ...signed, body: new Uint8Array() })).toEqual(["InvalidSignatureException", 403]);
  });

  test.each([["host"], ["content-type"]])("a changed signed header %s", async (name) => {
    expect(await refusal(withHeaders(await request(), { [name]: "changed" }))).toEqual([
      "InvalidSignatureException",
      403,
    ]);
  });

  test("a signed header that did not arrive", async () => {
    expect(await refusal(withHeaders(await request(), { "content-type": undefined }))).toEqual([
      "IncompleteSignatureException",
      403,
    ]);
  });

  // They are properties of every object, and headers of none.
  test.each([["constructor"], ["__proto__"]])("a signed header %s that did not arrive", async (name) => {
    const signed = await request();
    const authorization = signed.headers["authorization"]?.replace("SignedHeaders=", `$&${name};`) ?? "";
    expect(await refusal(withHeaders(signed, { authorization }))).toEqual([
      "IncompleteSignatureException",
      403,
    ]);
  });

  test("a host header that is not signed", async () => {
    const signed = await request();
    const authorization = signed.headers["authorization"]?.replace(";host;", ";") ?? "";
    expect(await refusal(withHeaders(signed, { authorization }))).toEqual(["InvalidSignatureException", 403]);
  });
});

describe("accepted", () => {
  test.each([
    ["long-term credentials", {}],
    ["temporary credentials", { credentials: TEMPORARY }],
    ["a clock 5 minutes behind", { date: DEMO_TIME - CLOCK_SKEW_LIMIT }],
    ["a clock 5 minutes ahead", { date: DEMO_TIME + CLOCK_SKEW_LIMIT }],
  ])("%s", async (_what, choice) => {
    const caller = await verifySignature(await request(choice), expectation);
    expect(caller.region).toBe("eu-west-1");
  });

  test("headers that a proxy adds and nobody signed", async () => {
    const changed = withHeaders(await request(), { "x-forwarded-for": "10.0.0.1", "user-agent": "changed" });
    expect(await refusal(changed)).toBe("accepted");
  });

  test("the first case of AWS's own test suite", async () => {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-test-suite.html: get-vanilla
    const vanilla: HostRequest = {
      method: "GET",
      path: "/",
      query: {},
      headers: {
        host: "example.amazonaws.com",
        "x-amz-date": "20150830T123600Z",
        authorization:
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, " +
          "SignedHeaders=host;x-amz-date, " +
          "Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
      },
      body: new Uint8Array(),
    };
    const credentials = lookupIn([
      { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
    ]);
    const now = Date.UTC(2015, 7, 30, 12, 36);
    await expect(verifySignature(vanilla, { signingName: "service", credentials, now })).resolves.toEqual({
      accessKeyId: "AKIDEXAMPLE",
      region: "us-east-1",
    });
  });

  test("any path and body, as they were signed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.webPath(), fc.string({ unit: "grapheme" }), async (path, body) => {
        const signed = await signedRequest("POST", `/${path}`, body);
        const received = { ...signed, query: {}, body: new TextEncoder().encode(body) };
        await expect(verifySignature(received, expectation)).resolves.toBeDefined();
      }),
      { numRuns: 50 },
    );
  });
});
