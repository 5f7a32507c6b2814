import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type BothClients, type Ending, startBothClients } from "../support/both-clients.js";
import { PROPERTY_TIMEOUT, propertySettings } from "../support/runs.js";

/** Random sets of headers for each status in `npm test`. */
const RUNS = 50;

/** What ids are read from, and what looks like it. */
const HEADERS = [
  ...["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id", "x-amz-id-2", "x-amz-cf-id"],
  ...["x-amz-requestid", "x-request-id", "request-id", "x-amzn-id-2", "x-amzn-cf-id", "x-amz-cf-pop"],
];

let clients: BothClients;
let cases = 0;

beforeAll(async () => {
  clients = await startBothClients();
});
afterAll(async () => {
  await clients.close();
  console.log(`Metadata: ${cases} sets of headers given to both clients.`);
});

/** Without what became of attempts that failed, which only this client says: see the row `retry-decisions`. */
function metadataOf({ output, error }: Ending): unknown {
  const { retryDecisions, ...rest } = (output ?? error)["$metadata"] as { retryDecisions?: unknown };
  return rest;
}

const name = fc
  .tuple(fc.constantFrom(...HEADERS), fc.func(fc.boolean()))
  .map(([header, isCapital]) =>
    header.replace(/./g, (letter) => (isCapital(letter) ? letter.toUpperCase() : letter)),
  );
const value = fc.oneof(
  fc.uuid(),
  fc.stringMatching(/^[!-~ \u00a1-\u00ff]{0,12}$/),
  fc.constantFrom("", " ", "a,b", '"q"'),
);
const headers = fc.array(fc.tuple(name, value), { maxLength: 5 });

describe("$metadata is the same", () => {
  test.each([200, 202, 301, 404, 503])(
    "whatever headers come with status %i",
    async (status) => {
      const operation = "GetBackendJob";
      await fc.assert(
        fc.asyncProperty(headers, async (each) => {
          cases++;
          const endings = await clients.call(operation, { status, headers: each });
          expect(metadataOf(endings.ours)).toStrictEqual(metadataOf(endings.official));
        }),
        propertySettings(RUNS),
      );
    },
    PROPERTY_TIMEOUT,
  );

  test.each<[string, Record<string, string>, object]>([
    ["x-amzn-requestid", { "x-amzn-requestid": "r" }, { requestId: "r" }],
    ["x-amzn-request-id", { "x-amzn-request-id": "r" }, { requestId: "r" }],
    ["x-amz-request-id", { "x-amz-request-id": "r" }, { requestId: "r" }],
    ["x-amz-id-2", { "x-amz-id-2": "e" }, { extendedRequestId: "e" }],
    ["x-amz-cf-id", { "x-amz-cf-id": "c" }, { cfId: "c" }],
    [
      "all, of which the first counts",
      { "x-amz-request-id": "3", "x-amzn-request-id": "2", "x-amzn-requestid": "1" },
      { requestId: "1" },
    ],
  ])("with an id from %s", async (_name, given, expected) => {
    const endings = await clients.call("GetToken", { headers: Object.entries(given) });
    const all = { httpStatusCode: 200, attempts: 1, totalRetryDelay: 0, ...expected };
    expect(metadataOf(endings.ours)).toEqual(all);
    expect(metadataOf(endings.official)).toEqual(all);
  });
});

describe("after a second attempt, $metadata counts both", () => {
  test.each<[string, number, string]>([
    ["a result", 200, "{}"],
    ["an error", 400, '{"__type":"BadRequestException"}'],
  ])("in %s", async (_what, status, body) => {
    await using patient = await startBothClients(2);
    const last = { status, body, headers: [["x-amzn-requestid", "second"]] } as const;
    const endings = await patient.call("GetBackendJob", { status: 503 }, last);
    const expected = {
      attempts: 2,
      requestId: "second",
      httpStatusCode: status,
      totalRetryDelay: expect.any(Number),
    };
    expect(metadataOf(endings.ours)).toMatchObject(expected);
    expect(metadataOf(endings.official)).toMatchObject(expected);
  });
});
