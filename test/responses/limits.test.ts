import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { type AmplifyBackendClientConfig, CloneBackendCommand } from "@tinsmith/amplifybackend";
import fc from "fast-check";
import { readBody } from "../../runtime/src/transport/read-body.js";
import { propertySettings } from "../differential/support/runs.js";
import { transports } from "../support/transports.js";
import { hostileCases } from "./support/cases.js";
import { openClient } from "./support/open-client.js";
import { type RawResponder, responseOf, startRawServer } from "./support/raw-server.js";

const clone = new CloneBackendCommand({
  AppId: "a",
  BackendEnvironmentName: "b",
  TargetEnvironmentName: "t",
});
const LIMIT = 1000;
/** A body of so many bytes. */
const bodyOf = (size: number): string => `{"jobId":"${"j".repeat(size - 12)}"}`;

/** Makes a call to a server that answers so; the connection is looked at before the client is destroyed. */
async function outcomeOf(respond: RawResponder, config: AmplifyBackendClientConfig, options = {}) {
  await using server = await startRawServer(respond);
  const client = openClient(server.url, config);
  const { data, error } = await client.safeSend(clone, options);
  return {
    data,
    error,
    requests: server.requests.length,
    /** Whether the client lets go of its connection by itself. */
    isClosed: async () => {
      for (let tries = 0; server.open > 0 && tries < 500; tries++) await sleep(10);
      return server.open === 0;
    },
    [Symbol.asyncDispose]: async () => client.destroy(),
  };
}

const tooLarge = {
  name: "ResponseParseError",
  message: expect.stringMatching(/ It is larger than 1000 bytes, the limit that maxResponseSize sets\.$/),
  $metadata: { httpStatusCode: 200, attempts: 1 },
};

describe.each(transports)("over %s", (_name, create) => {
  const config = { requestHandler: create(), maxResponseSize: LIMIT };

  test("a body may be as large as the limit, but not a byte larger", async () => {
    for (const length of [undefined, "none"] as const) {
      const answering =
        (size: number): RawResponder =>
        (socket) => {
          const bytes = responseOf({ body: bodyOf(size), ...(length === undefined ? {} : { length }) });
          if (length === "none") socket.end(bytes);
          else socket.write(bytes);
        };
      await using whole = await outcomeOf(answering(LIMIT), config);
      expect(whole.data?.JobId).toHaveLength(LIMIT - 12);
      await using larger = await outcomeOf(answering(LIMIT + 1), config);
      expect(larger.error).toMatchObject(tooLarge);
    }
  });

  test("a body that is announced as too large is not waited for", async () => {
    const headers = ["x-amzn-RequestId: r"];
    await using outcome = await outcomeOf(
      (socket) => socket.write(responseOf({ headers, body: '{"jobId":', length: LIMIT + 1 })),
      { ...config, maxAttempts: 3 },
    );
    expect(outcome.error).toMatchObject({ ...tooLarge, $metadata: { requestId: "r", attempts: 1 } });
    expect(outcome.requests).toBe(1);
    expect(await outcome.isClosed()).toBe(true);
  });

  test("a body without end is let go", async () => {
    const { act = () => {} } = hostileCases["a body without end"] ?? {};
    await using outcome = await outcomeOf(act, config);
    expect(outcome.error).toMatchObject(tooLarge);
    expect(await outcome.isClosed()).toBe(true);
  });

  test("it is the decoded body that counts", async () => {
    const answer = (size: number): RawResponder => {
      const body = gzipSync(bodyOf(size));
      return (socket) => socket.write(responseOf({ headers: ["Content-Encoding: gzip"], body }));
    };
    await using whole = await outcomeOf(answer(LIMIT), config);
    expect(whole.data?.JobId).toHaveLength(LIMIT - 12);
    await using larger = await outcomeOf(answer(LIMIT + 1), config);
    expect(larger.error).toMatchObject(tooLarge);
  });

  test("a call may have its own limit", async () => {
    const answer: RawResponder = (socket) => socket.write(responseOf({ body: bodyOf(LIMIT + 1) }));
    for (const maxResponseSize of [LIMIT + 1, Number.POSITIVE_INFINITY]) {
      await using outcome = await outcomeOf(answer, config, { maxResponseSize });
      expect(outcome.data?.JobId).toHaveLength(LIMIT - 11);
    }
  });

  test("an error of the service stays one, though its body is too large", async () => {
    await using outcome = await outcomeOf(
      (socket) =>
        socket.write(
          responseOf({
            status: 404,
            headers: ["x-amzn-ErrorType: NotFoundException"],
            body: bodyOf(LIMIT + 1),
          }),
        ),
      config,
    );
    expect(outcome.error).toMatchObject({
      name: "NotFoundException",
      message: "The service answered with status 404, NotFoundException and no message.",
    });
  });
});

test("a body is the same in whatever pieces it comes", async () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 40 });
  let cases = 0;
  await fc.assert(
    fc.asyncProperty(pieces, async (chunks) => {
      cases++;
      const copies = chunks.map((chunk) => chunk.slice());
      const whole = Buffer.concat(chunks);
      const stream = new Blob(chunks as Uint8Array<ArrayBuffer>[]).stream();
      expect(Buffer.from(await readBody(iterate(chunks), whole.length))).toEqual(whole);
      expect(Buffer.from(await readBody(stream, whole.length))).toEqual(whole);
      expect(chunks).toEqual(copies);
      if (whole.length > 0) {
        await expect(readBody(iterate(chunks), whole.length - 1)).rejects.toThrow(/larger than/);
      }
    }),
    propertySettings(200),
  );
  console.log(`Bodies: ${cases} read in pieces.`);
});

async function* iterate<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
