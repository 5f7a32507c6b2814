import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { StructureDescriptor } from "../../descriptors/shape.js";
import { Journal } from "./journal.js";
import { REDACTED, redact } from "./redact.js";

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

describe("redact", () => {
  const secret = {
    kind: "structure",
    name: "Secret",
    members: { A: { target: "string" } },
    sensitive: true,
  } as const;
  const shape: StructureDescriptor = {
    kind: "structure",
    name: "S",
    members: {
      Plain: { target: "string" },
      Choice: { target: { kind: "enum", name: "Choice", values: { A: "A" } } },
      When: { target: "timestamp" },
      Bytes: { target: "blob" },
      Any: { target: "document" },
      Word: { target: "string", sensitive: true },
      Secret: { target: () => secret },
      List: { target: { kind: "list", member: { target: () => secret } } },
      Map: {
        target: { kind: "map", key: { target: "string" }, value: { target: "string", sensitive: true } },
      },
      Inner: {
        target: { kind: "structure", name: "I", members: { Word: { target: "string", sensitive: true } } },
      },
    },
  };

  test("blacks out sensitive members and shapes at any depth, and nothing else", () => {
    const value = {
      Plain: "shown",
      Choice: "shown",
      When: new Date(0),
      Bytes: new Uint8Array([1]),
      Any: { shown: ["shown"] },
      Word: "canary",
      Secret: { A: "canary" },
      List: [{ A: "canary" }],
      Map: { k: "canary" },
      Inner: { Word: "canary" },
    };
    expect(redact(shape, value)).toEqual({
      Plain: "shown",
      Choice: "shown",
      When: new Date(0),
      Bytes: new Uint8Array([1]),
      Any: { shown: ["shown"] },
      Word: REDACTED,
      Secret: REDACTED,
      List: [REDACTED],
      Map: { k: REDACTED },
      Inner: { Word: REDACTED },
    });
  });

  test.each([
    ["an unknown member", { Unknown: "canary" }],
    ["text for a structure", { Inner: "canary" }],
    ["an object for a list", { List: { A: "canary" } }],
    ["a list for a map", { Map: ["canary"] }],
    ["an object for text", { Plain: { Password: "canary" } }],
    ["a list for an enum", { Choice: [["canary"]] }],
  ])("does not let %s through", (_what, value) => {
    expect(JSON.stringify(redact(shape, value))).not.toContain("canary");
  });
});
