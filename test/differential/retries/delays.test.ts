import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { PlannedResponse } from "../../../runtime/src/testing/local-server.js";
import { difference } from "../support/differences.js";
import { propertySettings } from "../support/runs.js";
import type { FakeWorld } from "./support/fake-world.js";
import { reportCalls, type Situation, summary, useBoth } from "./support/use-both-clients.js";

reportCalls("Delays");

const compare = async (situation: Situation) => {
  const { official, ours } = await useBoth(situation, (side) => side.call("GetBackendJob"));
  return { official: summary(official), ours: summary(ours) };
};

/** Answers with one after the other, then with success. */
const inTurn = (responses: readonly PlannedResponse[]): Situation["server"] => {
  return () => (_request, index) => responses[index] ?? {};
};

test("of many attempts are the same up to the longest", async () => {
  for (const status of [429, 503]) {
    for (const random of [[0], [0.5], [0.999_999], [0.1, 0.9, 0.3]]) {
      const { official, ours } = await compare({
        server: () => () => ({ status }),
        config: () => ({ maxAttempts: 20 }),
        random,
      });
      expect(ours).toEqual(official);
    }
  }
});

describe("after what the service asks for, the wait is the same:", () => {
  const seconds = (offset: number) => (world: FakeWorld) => new Date(world.now + offset).toUTCString();
  const rfc850 = (world: FakeWorld): string => {
    const [, day, month, year, time] = new Date(world.now + 4_000).toUTCString().split(" ");
    return `Sunday, ${day}-${month}-${year?.slice(2)} ${time} GMT`;
  };

  test.each<[string, string | ((world: FakeWorld) => string)]>([
    ["nothing", "0"],
    ["seconds", "3"],
    ["parts of seconds", "1.2345"],
    ["less than chance gives", "0.001"],
    ["too long", "3600"],
    ["a date", seconds(4_000)],
    ["a date that is over", seconds(-4_000)],
    ["a date far away", seconds(86_400_000)],
    ["a date without a zone", (world) => new Date(world.now + 4_000).toISOString()],
    ["an old form of date", rfc850],
    ["a date, then seconds", (world) => `${seconds(9_000)(world)}, 2`],
    ["a date without a weekday", (world) => seconds(4_000)(world).slice(5)],
    ["words", "soon"],
    ["words and a zone", "tomorrow GMT"],
    ["minus", "-3"],
    ["plus", "+3"],
    ["an exponent", "1e3"],
    ["hexadecimal", "0x10"],
  ])("%s", async (_name, value) => {
    for (const header of ["retry-after", "Retry-After", "x-amz-retry-after"]) {
      for (const status of [429, 503, 404]) {
        const { official, ours } = await compare({
          server: (world) => () => ({
            status,
            headers: { [header]: typeof value === "string" ? value : value(world) },
          }),
          random: [0.5],
        });
        expect({ header, status, ...ours }).toEqual({ header, status, ...official });
      }
    }
  });

  test.each([
    [{ "retry-after": "1", "x-amz-retry-after": "2500" }],
    [{ "x-amz-retry-after": "2500", "retry-after": "1" }],
    [{ "x-amz-retry-after": "soon", "retry-after": "1" }],
    [{ "retry-after": "soon", "x-amz-retry-after": "2500" }],
  ])("%j", async (headers) => {
    const { official, ours } = await compare({ server: () => () => ({ status: 503, headers }) });
    expect(ours).toEqual(official);
  });
});

test(difference("retry-after-for-ever"), async () => {
  const headers = { "x-amz-retry-after": "Infinity" };
  const { official, ours } = await compare({ server: () => () => ({ status: 503, headers }), random: [0.5] });
  expect(official).toMatchObject({ waits: [], totalRetryDelay: Number.NaN });
  expect(ours).toMatchObject({ waits: [25, 50], totalRetryDelay: 75 });
});

const failure: fc.Arbitrary<PlannedResponse> = fc.record({
  status: fc.constantFrom(429, 500, 502, 503, 504),
  headers: fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    fc.record({ "retry-after": fc.nat(40).map(String) }),
    fc.record({ "x-amz-retry-after": fc.nat(40_000).map(String) }),
  ),
});

test("whatever comes, both wait for the same times", async () => {
  const chance = fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(failure, { maxLength: 7 }), chance, async (failures, random) => {
      const { official, ours } = await compare({
        server: inTurn(failures),
        config: () => ({ maxAttempts: 6 }),
        random,
      });
      expect(ours).toEqual(official);
    }),
    propertySettings(50),
  );
});
