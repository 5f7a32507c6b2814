import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { propertySettings } from "../support/runs.js";
import { reportCalls, type Situation, useBoth } from "./support/use-both-clients.js";

reportCalls("Adaptive mode");

interface Exchange {
  readonly status: number;
  /** Milliseconds that the service takes. */
  readonly duration: number;
}

/** Answers in turn, over and over, and takes its time. */
const serving = (exchanges: readonly Exchange[]): Situation["server"] => {
  return (world) => (_request, index) => {
    const { status, duration } = exchanges[index % exchanges.length] ?? { status: 200, duration: 0 };
    world.now += duration;
    return { status };
  };
};

/** Calls one after the other, and tells when each request came, in milliseconds from the first. */
const callInTurn = (count: number, situation: Situation) =>
  useBoth(
    { random: [0.5], config: () => ({ retryMode: "adaptive" }), ...situation },
    async ({ call, world }) => {
      const start = world.now;
      const endings: unknown[] = [];
      for (let done = 0; done < count; done++) endings.push(await call("GetBackendJob"), world.now - start);
      return endings;
    },
  );

describe("the rate of sending is the same", () => {
  test.each<[string, Exchange[]]>([
    ["while nothing fails", [{ status: 200, duration: 100 }]],
    ["while everything is throttled", [{ status: 429, duration: 100 }]],
    [
      "while every other call is throttled",
      [
        { status: 429, duration: 30 },
        { status: 200, duration: 30 },
      ],
    ],
    [
      "after one call was throttled",
      [{ status: 429, duration: 50 }, ...Array.from({ length: 99 }, () => ({ status: 200, duration: 50 }))],
    ],
    [
      "while other errors come",
      [
        { status: 503, duration: 50 },
        { status: 404, duration: 50 },
        { status: 429, duration: 50 },
      ],
    ],
  ])("%s", async (_name, exchanges) => {
    const { official, ours } = await callInTurn(40, { server: serving(exchanges) });
    expect({ value: ours.value, waits: ours.waits }).toEqual({
      value: official.value,
      waits: official.waits,
    });
  });

  test("whatever comes", async () => {
    const exchange = fc.record({
      status: fc.constantFrom(200, 200, 404, 429, 429, 503),
      duration: fc.nat(2_000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(exchange, { minLength: 1, maxLength: 20 }), async (exchanges) => {
        const { official, ours } = await callInTurn(15, { server: serving(exchanges) });
        expect({ value: ours.value, waits: ours.waits }).toEqual({
          value: official.value,
          waits: official.waits,
        });
      }),
      propertySettings(25),
    );
  });
});

test("throttling slows down what comes after, unlike in the standard mode", async () => {
  const exchanges = [
    { status: 429, duration: 50 },
    ...Array.from({ length: 99 }, () => ({ status: 200, duration: 50 })),
  ];
  const waits = async (retryMode: string) => {
    const { ours } = await callInTurn(10, { server: serving(exchanges), config: () => ({ retryMode }) });
    return ours.waits.length;
  };
  expect(await waits("standard")).toBe(1);
  expect(await waits("adaptive")).toBeGreaterThan(5);
});
