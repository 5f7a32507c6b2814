import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { observeServerDate } from "./clock-skew.js";

const now = Date.parse("2024-01-01T00:00:00Z");
const hour = 3_600_000;
const minute = 60_000;

const headersFor = (offset: number) => ({ date: new Date(now + offset).toUTCString() });

test.each([hour, -hour, 2 * minute, -2 * minute])("an offset of %d ms is followed", (offset) => {
  const state = { systemClockOffset: 0 };
  const corrected = observeServerDate(state, headersFor(offset), now, { sentAt: now, offset: 0 });
  expect(corrected).toBe(Math.abs(offset) === hour);
  expect(Math.abs(state.systemClockOffset - offset)).toBeLessThanOrEqual(1_000);
});

test("an offset that a parallel call has followed still explains this call's failure", () => {
  const state = { systemClockOffset: hour };
  expect(observeServerDate(state, headersFor(hour), now, { sentAt: now, offset: 0 })).toBe(true);
  expect(observeServerDate(state, headersFor(hour), now, { sentAt: now, offset: hour })).toBe(false);
});

test.each<[string, Record<string, string>, number]>([
  ["is not there", {}, now],
  ["cannot be read", { date: "today" }, now],
  ["is that of a cache", { ...headersFor(hour), age: "5" }, now],
  ["came before the request", headersFor(hour), now + 1],
  ["was written when the request arrived, long ago", headersFor(-16 * minute), now - 16 * minute],
])("says nothing where the date %s", (_name, headers, sentAt) => {
  const state = { systemClockOffset: 0 };
  expect(observeServerDate(state, headers, now, { sentAt, offset: 0 })).toBe(false);
  expect(state.systemClockOffset).toBe(0);
});

/** Milliseconds until the service writes the date, and from then until the response is here. */
const exchange = fc.record({
  sentAt: fc.nat(hour),
  there: fc.nat(10 * minute),
  back: fc.nat(10 * minute),
});

test("no response ever leads away from the truth, however late and in whatever order it comes", () => {
  const exchanges = fc.array(exchange, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: -hour, max: hour }), fc.integer(), exchanges, (truth, first, all) => {
      const state = { systemClockOffset: first };
      for (const { sentAt, there, back } of all) {
        const before = Math.abs(state.systemClockOffset - truth);
        const date = new Date(now + sentAt + there + truth).toUTCString();
        const received = now + sentAt + there + back;
        observeServerDate(state, { date }, received, { sentAt: now + sentAt, offset: 0 });
        const after = Math.abs(state.systemClockOffset - truth);
        expect(after).toBeLessThanOrEqual(before);
        // What is left is what this exchange took, or what the header leaves out.
        expect(after).toBeLessThanOrEqual(Math.min(before, there + back + 1_000));
      }
    }),
  );
});
