import { Readable } from "node:stream";
import { describe, expect, test } from "@jest/globals";
import type { HttpHandler } from "@tinsmith/amplifybackend";
import type { Values } from "../support/arbitraries.js";
import { openOfficialClient, openOurClient } from "../support/clients.js";
import { difference } from "../support/differences.js";

const TEXT = '{"jobId":"jöb"}';
const BYTES = new TextEncoder().encode(TEXT);
const INPUT = { AppId: "a", BackendEnvironmentName: "b", JobId: "c" };
const CLONE = { AppId: "a", BackendEnvironmentName: "b", TargetEnvironmentName: "t" };
const RESULT = { JobId: "jöb" };

/** A handler whose responses have a body of some kind, made anew for each. */
const handlerWith = (body: () => unknown): HttpHandler => ({
  handle: async () => ({ response: { statusCode: 200, headers: {}, body: body() } }),
});

/** The result of a call, or its error. */
async function endingOf(
  open: (config: never) => ReturnType<typeof openOurClient>,
  body: () => unknown,
): Promise<Values> {
  const client = open({
    endpoint: "http://service.test",
    requestHandler: handlerWith(body),
    maxAttempts: 1,
  } as never);
  try {
    const { $metadata: _, ...output } = await client.call("GetBackendJob", INPUT);
    return output;
  } catch (error) {
    return error as Values;
  }
}

describe("both clients read a body that is", () => {
  test.each<[string, () => unknown]>([
    ["a Node stream", () => Readable.from([BYTES.subarray(0, 11), BYTES.subarray(11)])],
    ["a Node stream of buffers", () => Readable.from([Buffer.from(TEXT)])],
    ["a web stream", () => new Blob([BYTES]).stream()],
    ["a Node stream of text", () => Readable.from([TEXT])],
    ["a blob", () => new Blob([BYTES])],
    ["bytes", () => BYTES],
    ["absent", () => undefined],
  ])("%s", async (_kind, body) => {
    const ours = await endingOf(openOurClient, body);
    expect(ours).toEqual(body() === undefined ? {} : RESULT);
    expect(await endingOf(openOfficialClient, body)).toEqual(ours);
  });
});

test(difference("body-kinds"), async () => {
  for (const body of [() => TEXT, () => BYTES.buffer, iterate]) {
    expect(await endingOf(openOurClient, body)).toEqual(RESULT);
    expect(await endingOf(openOfficialClient, body)).toMatchObject({ name: "TypeError" });
  }
  const unknown = () => ({ jobId: "j" });
  expect(await endingOf(openOfficialClient, unknown)).toMatchObject({ name: "TypeError" });
  expect(await endingOf(openOurClient, unknown)).toMatchObject({
    name: "ResponseParseError",
    message: expect.stringContaining("a body of an unknown kind"),
  });
});

async function* iterate(): AsyncGenerator<Uint8Array> {
  yield BYTES;
}

test(difference("status-none"), async () => {
  for (const statusCode of [0, 101, 199]) {
    const requestHandler: HttpHandler = { handle: async () => ({ response: { statusCode, headers: {} } }) };
    const config = { endpoint: "http://service.test", requestHandler, maxAttempts: 1 };
    const official = await openOfficialClient(config as never).call("CloneBackend", CLONE);
    expect(official).toEqual({ $metadata: expect.objectContaining({ httpStatusCode: statusCode }) });
    await expect(openOurClient(config).call("CloneBackend", CLONE)).rejects.toMatchObject({
      name: "UnmodeledServiceException",
      $metadata: { httpStatusCode: statusCode },
    });
  }
});

test(difference("body-limit"), async () => {
  const mebibyte = Buffer.alloc(1024 * 1024, "a");
  const body = () =>
    Readable.from([Buffer.from('{"jobId":"'), ...Array(64).fill(mebibyte), Buffer.from('"}')]);
  const { JobId } = await endingOf(openOfficialClient, body);
  expect(JobId).toHaveLength(64 * mebibyte.length);
  expect(await endingOf(openOurClient, body)).toMatchObject({
    name: "ResponseParseError",
    message: expect.stringContaining(
      "It is larger than 67108864 bytes, the limit that maxResponseSize sets.",
    ),
  });
});
