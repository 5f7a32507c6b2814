import { describe, expect, test } from "@jest/globals";
import { error } from "../../../runtime/src/testing/calls.js";
import type { CapturedRequest, PlannedResponse } from "../../../runtime/src/testing/local-server.js";
import { difference } from "../support/differences.js";
import type { FakeWorld } from "./support/fake-world.js";
import {
  reportCalls,
  type SharedConfig,
  type Side,
  type Situation,
  useBoth,
} from "./support/use-both-clients.js";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

reportCalls("Clock");

const dateOf = (world: FakeWorld, ahead: number): string => new Date(world.now + ahead).toUTCString();

/** When a request says that it was signed, in milliseconds since the epoch. */
const signedAt = ({ headers }: CapturedRequest): number =>
  Date.parse(String(headers["x-amz-date"]).replace(/(....)(..)(..)T(..)(..)(..)Z/, "$1-$2-$3T$4:$5:$6Z"));

const firstSignedAt = (requests: readonly CapturedRequest[]): number => requests.map(signedAt)[0] ?? 0;

/** Refuses, as AWS does, what is signed with a time that is more than five minutes off. */
const strict = (world: FakeWorld, ahead: number, code: string) => (request: CapturedRequest) => {
  const date = dateOf(world, ahead);
  const off = Math.abs(signedAt(request) - (world.now + ahead));
  return off > 5 * minute ? error(code, 403, { date }) : { headers: { date } };
};

/** Makes two calls, one after the other; how they ended, and what is believed of the service's clock then. */
const twoCalls = async (side: Side, operation = "GetBackendJob") => {
  const first = await side.call(operation);
  const second = await side.call(operation);
  return { first, second, offset: side.clockOffset() };
};

/** A header leaves out what is less than a second: where the clients see it, they may differ by that. */
const expectSameClock = (ours: number, official: number): void => {
  expect({ ours, official, apart: Math.abs(ours - official) > 1_000 }).toEqual({
    ours,
    official,
    apart: false,
  });
};

const offsets = [0, 2_000, minute, 3 * minute, 4.5 * minute, 6 * minute, hour, 30 * day].flatMap((ahead) => [
  ahead,
  -ahead,
]);

describe.each(offsets)("a service that is %d ms ahead", (ahead) => {
  test.each(["RequestTimeTooSkewed", "InvalidSignatureException", "AuthFailure"])(
    "and refuses with %s, is followed alike",
    async (code) => {
      for (const operation of ["GetBackendJob", "CloneBackend"]) {
        const server: Situation["server"] = (world) => strict(world, ahead, code);
        const { official, ours } = await useBoth({ server, random: [0.5] }, (side) =>
          twoCalls(side, operation),
        );
        expect([ours.value.first, ours.value.second]).toEqual([official.value.first, official.value.second]);
        expect(ours.value.second).toMatchObject({ end: "success", attempts: 1 });
        expectSameClock(ours.value.offset, official.value.offset);
      }
    },
  );

  test("is followed after success, too", async () => {
    const server: Situation["server"] = (world) => () => ({ headers: { date: dateOf(world, ahead) } });
    const { official, ours } = await useBoth({ server }, twoCalls);
    expectSameClock(ours.value.offset, official.value.offset);
    const [, second = 0] = ours.requests.map(signedAt);
    expectSameClock(second, official.requests.map(signedAt)[1] ?? 0);
  });
});

describe("nothing is followed where the date", () => {
  test.each<[string, (world: FakeWorld) => Record<string, string>]>([
    ["cannot be read", () => ({ date: "today" })],
    ["is that of a cache", (world) => ({ date: dateOf(world, hour), age: "3" })],
    ["is that of a cache that has no idea", (world) => ({ date: dateOf(world, hour), age: "" })],
  ])("%s", async (_name, headers) => {
    const refuse = (world: FakeWorld) => () => error("RequestTimeTooSkewed", 403, headers(world));
    for (const server of [refuse, (world: FakeWorld) => () => ({ headers: headers(world) })]) {
      const { official, ours } = await useBoth({ server }, twoCalls);
      expect(ours.value).toEqual(official.value);
      expect(ours.value).toMatchObject({ first: { attempts: 1 }, offset: 0 });
    }
  });

  test("comes with an answer that took longer than a quarter of an hour", async () => {
    const server: Situation["server"] = (world) => () => {
      const date = dateOf(world, 0);
      world.now += 16 * minute;
      return { headers: { date } };
    };
    const { official, ours } = await useBoth({ server }, twoCalls);
    expect([official.value.offset, ours.value.offset]).toEqual([0, 0]);
  });
});

describe("told by the configuration, the clock is the same:", () => {
  test.each<[string, Partial<SharedConfig>]>([
    ["an offset", { systemClockOffset: hour }],
    ["an offset and no correction", { systemClockOffset: hour, disableClockSkewCorrection: true }],
    ["no correction", { disableClockSkewCorrection: true }],
    ["no correction, by a function", { disableClockSkewCorrection: async () => true }],
    ["correction, by a function", { disableClockSkewCorrection: async () => false }],
  ])("%s", async (_name, config) => {
    for (const ahead of [0, hour]) {
      const server: Situation["server"] = (world) => strict(world, ahead, "RequestTimeTooSkewed");
      const { official, ours } = await useBoth({ server, config: () => config, random: [0.5] }, twoCalls);
      // Where an offset that was right no more is to blame, see the difference below.
      if (config.systemClockOffset === undefined) {
        expect([ours.value.first, ours.value.second]).toEqual([official.value.first, official.value.second]);
      }
      expectSameClock(ours.value.offset, official.value.offset);
      // Without correction, the official client asks for the time in a way that is not faked.
      expect(Math.abs(firstSignedAt(ours.requests) - firstSignedAt(official.requests))).toBeLessThan(minute);
    }
  });
});

test.each([hour, -hour])("twenty calls in flight at once all succeed, %d ms off", async (ahead) => {
  const server: Situation["server"] = (world) => {
    const refuseOrNot = strict(world, ahead, "RequestTimeTooSkewed");
    return async (request, index) => {
      const answer: PlannedResponse = refuseOrNot(request);
      // The first answers come last.
      await new Promise((resolve) => setImmediate(resolve));
      for (let turn = index; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
      return answer;
    };
  };
  const { official, ours } = await useBoth({ server, random: [0.5] }, async (side) => {
    const endings = await Promise.all(Array.from({ length: 20 }, () => side.call("GetBackendJob")));
    return { endings, offset: side.clockOffset() };
  });
  for (const { value } of [official, ours]) {
    expect(value.endings.map(({ end }) => end)).toEqual(Array.from({ length: 20 }, () => "success"));
    expect(Math.abs(value.offset - ahead)).toBeLessThanOrEqual(1_000);
  }
});

test(difference("late-date"), async () => {
  const server: Situation["server"] = (world) => (_request, index) => {
    const date = dateOf(world, 0);
    if (index === 0) world.now += 10 * minute;
    return { headers: { date } };
  };
  const { official, ours } = await useBoth({ server }, async (side) => {
    await side.call("GetBackendJob");
    await side.call("GetBackendJob");
    return side.requests.map((request) => Math.round((side.world.now - signedAt(request)) / minute));
  });
  // How many minutes ago each request was signed; ten minutes went by with the first.
  expect({ official: official.value, ours: ours.value }).toEqual({ official: [10, 10], ours: [10, 0] });
});

test(difference("wrong-clock-repeat"), async () => {
  const unrelated: Situation["server"] = (world) => () =>
    error("NotFoundException", 404, { date: dateOf(world, hour) });
  for (const operation of ["GetBackendJob", "CloneBackend"]) {
    const situation = { server: unrelated, random: [0.5] };
    const { official, ours } = await useBoth(situation, (side) => side.call(operation));
    expect([operation, official.value.attempts, ours.value.attempts]).toEqual([operation, 3, 1]);
  }

  const outdated: Situation = {
    server: (world) => strict(world, 0, "RequestTimeTooSkewed"),
    config: () => ({ systemClockOffset: hour }),
  };
  const { official, ours } = await useBoth(outdated, (side) => side.call("CloneBackend"));
  expect([official.value, ours.value]).toMatchObject([
    { end: "RequestTimeTooSkewed", attempts: 1 },
    { end: "success", attempts: 2 },
  ]);
});
