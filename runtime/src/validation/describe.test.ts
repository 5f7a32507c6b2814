import { expect, test } from "@jest/globals";
import type { ShapeDescriptor } from "../descriptors/shape.js";
import { describeShape } from "./describe-shape.js";
import { describeType } from "./describe-value.js";

const member = { target: "string" } as const;

test.each<[ShapeDescriptor, string]>([
  ["string", "a string"],
  ["blob", "a Uint8Array"],
  ["timestamp", "a Date"],
  ["long", "an integer"],
  ["bigDecimal", "a number"],
  [{ kind: "enum", name: "Mode", values: { OFF: "OFF", ON: "ON" } }, 'one of "OFF", "ON"'],
  [{ kind: "intEnum", name: "Level", values: { LOW: 1, HIGH: 2 } }, "one of 1, 2"],
  [{ kind: "list", member }, "a list"],
  [{ kind: "map", key: member, value: member }, "an object"],
  [{ kind: "structure", name: "Settings", members: {} }, "an object (Settings)"],
  [
    { kind: "union", name: "Choice", members: { A: member, B: member } },
    "an object with exactly one of A, B",
  ],
])("%j is described as %s", (shape, words) => {
  expect(describeShape(shape)).toBe(words);
});

test.each<[unknown, string]>([
  [null, "null"],
  [undefined, "undefined"],
  [[], "array"],
  [new Date(0), "date"],
  [new Date(Number.NaN), "invalid date"],
  [new Uint8Array(), "bytes"],
  [Number.NaN, "NaN"],
  [1, "number"],
  [1n, "bigint"],
  [Symbol("canary"), "symbol"],
  ["canary", "string"],
  [{ canary: 1 }, "object"],
])("%p is named by its type: %s", (value, type) => {
  expect(describeType(value)).toBe(type);
});
