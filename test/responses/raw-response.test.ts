import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import {
  type AmplifyBackendClientConfig,
  CloneBackendCommand,
  ConfigurationError,
  type RawHttpResponse,
} from "@tinsmith/amplifybackend";
import { openClient } from "./support/open-client.js";
import { type ResponseParts, responseOf, startRawServer } from "./support/raw-server.js";

const clone = new CloneBackendCommand({
  AppId: "a",
  BackendEnvironmentName: "b",
  TargetEnvironmentName: "t",
});
const ID = "x-amzn-RequestId: r";
const JOB =
  '{"appId":"canary","backendEnvironmentName":"t","jobId":"j","operation":"CloneBackend","status":"PENDING"}';

/** What a call comes to, be it a result or an error. */
async function outcomeOf(parts: ResponseParts, config: AmplifyBackendClientConfig, options = {}) {
  await using server = await startRawServer((socket) => socket.write(responseOf(parts)));
  const client = openClient(server.url, config);
  const { data, error } = await client.safeSend(clone, options);
  client.destroy();
  return (data ?? error) as { name?: string; $response?: RawHttpResponse };
}

const cases: readonly (readonly [what: string, parts: ResponseParts, name: string | undefined])[] = [
  ["a result", { headers: [ID], body: JOB }, undefined],
  ["a result in gzip", { headers: [ID, "Content-Encoding: gzip"], body: gzipSync(JOB) }, undefined],
  ["a page with 200", { headers: [ID], body: "<html>canary" }, "ResponseParseError"],
  [
    "what output validation refuses",
    { headers: [ID], body: '{"jobId":["canary"]}' },
    "OutputValidationError",
  ],
  [
    "an error",
    { status: 400, headers: [ID, "x-amzn-ErrorType: BadRequestException"], body: '{"more":"canary"}' },
    "BadRequestException",
  ],
  ["a page with 503", { status: 503, headers: [ID], body: "<html>canary" }, "UnmodeledServiceException"],
];
const strict = { validation: { output: "strict" } } as const;

/** What was executed is not lost: where nobody can read it, it is kept unasked. */
const isKeptUnasked = (name: string | undefined): boolean => name === "ResponseParseError";

describe("with rawResponse, the response is there for its caller alone", () => {
  test.each(cases)("with %s", async (_what, parts, name) => {
    const outcome = await outcomeOf(parts, { ...strict, rawResponse: true });
    expect(outcome.name).toBe(name);
    expect(outcome.$response).toMatchObject({
      statusCode: parts.status ?? 200,
      reason: "Status",
      headers: { "x-amzn-requestid": "r" },
    });
    expect(Buffer.from(outcome.$response?.body ?? []).toString()).toContain("canary");
    expect(Object.keys(outcome)).not.toContain("$response");
    expect(JSON.stringify(outcome)).not.toContain("statusCode");
    expect(inspect(outcome, { depth: 9 })).not.toContain("Uint8Array");
  });

  test.each(cases)("and of one call, with %s", async (_what, parts, name) => {
    const outcome = await outcomeOf(parts, strict, { rawResponse: true });
    expect(outcome.$response?.body.length).toBeGreaterThan(0);
    const without = await outcomeOf(parts, { ...strict, rawResponse: true }, { rawResponse: false });
    expect(without.$response?.body !== undefined).toBe(isKeptUnasked(name));
  });
});

test("it stays out of the client's logs", async () => {
  const lines: unknown[] = [];
  const log = (...values: unknown[]) => void lines.push(values);
  const logger = { debug: log, info: log, warn: log, error: log };
  for (const [, parts] of cases) await outcomeOf(parts, { ...strict, rawResponse: true, logger });
  expect(lines.length).toBeGreaterThan(0);
  expect(inspect(lines, { depth: 9 })).not.toContain("Uint8Array");
});

test.each(cases)(
  "without rawResponse, no body is kept of %s, if it could be read",
  async (_what, parts, name) => {
    const { $response } = await outcomeOf(parts, strict);
    const isServiceError = name === "BadRequestException" || name === "UnmodeledServiceException";
    expect($response !== undefined).toBe(isServiceError || isKeptUnasked(name));
    expect($response?.body !== undefined).toBe(isKeptUnasked(name));
  },
);

test("a page that is no HTTP leaves nothing to keep", async () => {
  await using server = await startRawServer((socket) => socket.end("<html>"));
  const client = openClient(server.url, { rawResponse: true });
  const { error } = await client.safeSend(clone);
  expect(error).toMatchObject({ name: "NetworkError" });
  expect(error).not.toHaveProperty("$response");
});

test.each([[0], [-1], [1.5], [Number.NaN], ["64"], [true]])(
  "maxResponseSize is not %p",
  async (maxResponseSize) => {
    const config = { maxResponseSize } as AmplifyBackendClientConfig;
    expect(() => openClient("http://localhost", config)).toThrow(ConfigurationError);
    expect(await outcomeOf({}, {}, config)).toMatchObject({
      name: "ConfigurationError",
      message: expect.stringMatching(/^maxResponseSize must be /),
      operation: "CloneBackend",
    });
  },
);

test.each([["yes"], [1]])("rawResponse is not %p", async (rawResponse) => {
  const config = { rawResponse } as unknown as AmplifyBackendClientConfig;
  expect(() => openClient("http://localhost", config)).toThrow(/^rawResponse must be /);
  expect(await outcomeOf({}, {}, config)).toMatchObject({ name: "ConfigurationError" });
});
