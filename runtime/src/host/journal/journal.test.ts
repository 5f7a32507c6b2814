import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Journal } from "./journal.js";

const call = { time: new Date(0), route: "GET /", status: 200, requestId: "r", executed: true };

describe("Journal", () => {
  test("a limit below 1 is refused", () => {
    expect(() => new Journal(0)).toThrow(RangeError);
  });

  test("keeps the latest calls, and counts all", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(100), (limit, calls) => {
        const journal = new Journal(limit);
        for (let index = 0; index < calls; index++) journal.record(call);
        const expected = Array.from({ length: calls }, (_, index) => index + 1).slice(-limit);
        expect(journal.entries.map(({ sequence }) => sequence)).toEqual(expected);
      }),
    );
  });

  test("what was read does not change with later calls", () => {
    const journal = new Journal();
    journal.record(call);
    const { entries } = journal;
    journal.record(call);
    expect(entries).toHaveLength(1);
  });
});
