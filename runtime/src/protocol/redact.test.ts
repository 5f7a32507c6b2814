import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { StructureDescriptor } from "../descriptors/shape.js";
import { REDACTED, redact } from "./redact.js";

const inner: StructureDescriptor = {
  kind: "structure",
  name: "Inner",
  members: { Open: { target: "string" }, Secret: { target: "string", sensitive: true } },
};

const shape: StructureDescriptor = {
  kind: "structure",
  name: "Outer",
  members: {
    Text: { target: "string" },
    Time: { target: "timestamp" },
    Bytes: { target: "blob" },
    Free: { target: "document" },
    Mode: { target: { kind: "enum", name: "Mode", values: { ON: "ON" } } },
    One: { target: () => inner },
    Many: { target: { kind: "list", member: { target: () => inner } } },
    Named: { target: { kind: "map", key: { target: "string" }, value: { target: () => inner } } },
    SecretNames: {
      target: { kind: "map", key: { target: "string", sensitive: true }, value: { target: "string" } },
    },
    Hidden: { target: { ...inner, sensitive: true } },
    Token: { target: "string", sensitive: true },
  },
};

test("what is no secret stays, at any depth", () => {
  const value = {
    Text: "a",
    Time: new Date(0),
    Bytes: new Uint8Array([1]),
    Free: { any: ["thing"] },
    Mode: "LATER",
    One: { Open: "b" },
    Many: [{ Open: "c" }],
    Named: { d: { Open: "e" } },
  };
  expect(redact(shape, value)).toEqual(value);
});

test("secrets are blotted out, at any depth", () => {
  const value = {
    One: { Secret: "canary" },
    Many: [{ Open: "a", Secret: "canary" }],
    Named: { b: { Secret: "canary" } },
    SecretNames: { canary: "c" },
    Hidden: { Open: "canary" },
    Token: "canary",
  };
  expect(redact(shape, value)).toEqual({
    One: { Secret: REDACTED },
    Many: [{ Open: "a", Secret: REDACTED }],
    Named: { b: { Secret: REDACTED } },
    SecretNames: REDACTED,
    Hidden: REDACTED,
    Token: REDACTED,
  });
});

test("what has another type than is due, or is unknown, may be a secret too", () => {
  const misplaced = fc.record(
    {
      Text: fc.constant({ key: "canary" }),
      Mode: fc.constant(["canary"]),
      One: fc.constant("canary"),
      Many: fc.constantFrom<unknown>("canary", { 0: "canary" }, ["canary"]),
      Named: fc.constantFrom<unknown>("canary", ["canary"], { a: "canary" }),
      Unknown: fc.constant("canary"),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(misplaced, (value) => expect(JSON.stringify(redact(shape, value))).not.toContain("canary")),
  );
});

test("absent values stay absent, and `__proto__` is a key like any other", () => {
  expect(redact(shape, { Token: undefined, One: null })).toEqual({ Token: undefined, One: null });
  const named = JSON.parse('{"__proto__":{"Open":"a"}}');
  expect(JSON.stringify(redact(shape, { Named: named }))).toBe('{"Named":{"__proto__":{"Open":"a"}}}');
});
