import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { propertySettings } from "../support/runs.js";
import { reportCalls, type Situation, useBoth } from "./support/use-both-clients.js";

reportCalls("Token bucket");

/** How often each of some calls was tried, one after the other on one client. */
const inTurn = (count: number, situation: Situation) =>
  useBoth(situation, async (side) => {
    const attempts: (number | undefined)[] = [];
    for (let call = 0; call < count; call++) attempts.push((await side.call("GetBackendJob")).attempts);
    return attempts;
  });

const failing = (status: number, maxAttempts = 3): Situation => ({
  server: () => () => ({ status }),
  config: () => ({ maxAttempts }),
});

describe("is empty after as many attempts", () => {
  test.each([429, 500, 503])("with %d", async (status) => {
    const { official, ours } = await inTurn(60, failing(status, 10));
    expect(ours.value).toEqual(official.value);
    // It was emptied, or nothing was tried.
    expect(ours.value.at(0)).toBe(10);
    expect(ours.value.at(-1)).toBe(1);
  });

  test("of calls at a time", async () => {
    for (const count of [5, 20, 80]) {
      const { official, ours } = await useBoth(failing(503), async (side) => {
        const all = await Promise.all(Array.from({ length: count }, () => side.call("GetBackendJob")));
        return all.reduce((sum, { attempts = 0 }) => sum + attempts, 0);
      });
      expect({ count, attempts: ours.value, requests: ours.requests.length }).toEqual({
        count,
        attempts: official.value,
        requests: official.requests.length,
      });
      expect(ours.value).toBe(Math.min(count * 3, count + 35));
    }
  });
});

test("is filled by success", async () => {
  // Three calls out of four fail until the bucket is empty; each success gives a token, or what its own repetition took.
  const server: Situation["server"] = () => (_request, index) => ({ status: index % 4 === 3 ? 200 : 503 });
  const { official, ours } = await inTurn(80, { server });
  expect(ours.value).toEqual(official.value);
  expect(new Set(ours.value)).toEqual(new Set([1, 2, 3]));
});

test("is a new one for a new client", async () => {
  for (let client = 0; client < 2; client++) {
    const { official, ours } = await inTurn(20, failing(503));
    expect(ours.value).toEqual(official.value);
    expect(ours.value[0]).toBe(3);
  }
});

test("is kept alike, whatever comes", async () => {
  const statuses = fc.array(
    fc.oneof(fc.constant(200), fc.constant(404), { weight: 4, arbitrary: fc.constantFrom(429, 503) }),
    { minLength: 1, maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(statuses, fc.integer({ min: 1, max: 30 }), async (all, maxAttempts) => {
      const { official, ours } = await inTurn(6, {
        server: () => (_request, index) => ({ status: all[index % all.length] ?? 200 }),
        config: () => ({ maxAttempts }),
      });
      expect(ours.value).toEqual(official.value);
    }),
    propertySettings(20),
  );
});
