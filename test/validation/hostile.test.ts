import { inspect } from "node:util";
import { describe, expect, jest, test } from "@jest/globals";
import { InputValidationError } from "@tinsmith/amplifybackend";
import { issuesOf, measure } from "./measure.js";
import { RIGHT } from "./violations.js";

const fail = (): never => {
  throw new Error("canary");
};
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const cyclic = () => {
  const inner: Record<string, unknown> = { Code: "ab" };
  inner["Inners"] = [inner];
  return inner;
};
const deep = (levels: number) => {
  let inner: object = { Code: "ab" };
  for (let level = 0; level < levels; level++) inner = { Code: "ab", Inners: [inner] };
  return inner;
};
class Settings {
  get Code(): string {
    return "ab";
  }
}

/** Values that are no part of a right input, wherever they stand. */
const HOSTILE: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["a symbol", Symbol("canary")],
  ["a function", () => "canary"],
  ["a class", Settings],
  ["a bigint", 1n],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["a boxed text", new String("RED")],
  ["a boxed number", new Number(5)],
  ["a boxed boolean", new Boolean(true)],
  ["an invalid date", new Date(Number.NaN)],
  ["a date", new Date(0)],
  ["a map", new Map([["Code", "ab"]])],
  ["a set", new Set(["a"])],
  ["a promise", Promise.resolve({ Code: "ab" })],
  ["an error", new Error("canary")],
  ["a regular expression", /ab/],
  ["a URL", new URL("https://example.com")],
  ["an ArrayBuffer", new ArrayBuffer(8)],
  ["a DataView", new DataView(new ArrayBuffer(8))],
  ["numbers in memory", new Float64Array(4)],
  ["a list with holes", new Array(3)],
  ["a list of the wrong things", Array.from({ length: 5 }, () => ({}))],
  [
    "an object that throws when it is read",
    Object.defineProperty({}, "Code", { get: fail, enumerable: true }),
  ],
  ["a list that throws when it is read", Object.defineProperty([1], 0, { get: fail })],
  ["a proxy that throws", new Proxy({}, { get: fail, ownKeys: fail, getPrototypeOf: fail })],
  ["a proxy of a list that throws", new Proxy([], { get: fail })],
  ["a revoked proxy", revoked()],
  [
    "an object that lies about its class",
    {
      get [Symbol.toStringTag]() {
        return fail();
      },
    },
  ],
  ["an object whose text throws", { toString: fail, valueOf: fail, toJSON: fail }],
  ["what contains itself", cyclic()],
  ["what is nested 100,000 times", deep(100_000)],
  ["an own __proto__", JSON.parse('{"__proto__":{"polluted":true},"Code":"ab"}')],
  ["an own constructor", JSON.parse('{"constructor":{"prototype":{"polluted":true}},"Code":"ab"}')],
  ["an own toString", JSON.parse('{"toString":"canary","Code":"ab"}')],
  ["a name of 1,000,000 letters", { ["x".repeat(1_000_000)]: 1 }],
];
/** Nobody could send it all: it is only tried where it is refused. */
const HUGE: readonly (readonly [string, unknown])[] = [
  ["a large block of memory", new Uint32Array(5_000_000)],
  ["a list of holes alone", new Array(2 ** 32 - 1)],
];
const places = [
  "Name",
  "Percent",
  "Picture",
  "Names",
  "Sizes",
  "Colour",
  "ByColour",
  "Choice",
  "Inner",
  "Vault",
];

/** Puts a value into the whole of an input, into each of its members, and into those below. */
const inputsWith = (value: unknown): readonly unknown[] => [
  value,
  ...places.map((place) => ({ ...RIGHT, [place]: value })),
  { ...RIGHT, Names: [value] },
  { ...RIGHT, Sizes: { ab: value } },
  { ...RIGHT, Choice: { Inner: value } },
  { ...RIGHT, Inner: { Code: "ab", Inners: [value] } },
];

describe.each([...HOSTILE, ...HUGE])("%s in an input", (_title, value) => {
  test("ends in an InputValidationError, or in a call", async () => {
    for (const input of inputsWith(value)) {
      const { error } = await measure(input, {});
      if (error !== undefined) expect(error).toBeInstanceOf(InputValidationError);
      for (const text of [
        String(error),
        JSON.stringify(error),
        inspect((error as InputValidationError)?.issues),
      ]) {
        expect((text ?? "").length).toBeLessThan(200_000);
        expect(text ?? "").not.toContain("canary");
      }
    }
  });
});

describe.each(HOSTILE)("%s in an input", (_title, value) => {
  const pristine = Reflect.ownKeys(Object.prototype).length;

  test.each(["warn", "off"] as const)("does so where validation is %s", async (input) => {
    const logger = { debug() {}, info() {}, warn: jest.fn(), error() {} };
    for (const each of inputsWith(value)) {
      const { error } = await measure(each, { input }, { logger });
      if (error !== undefined) expect(error).toBeInstanceOf(InputValidationError);
    }
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain("canary");
  });

  test("pollutes nothing", () => {
    expect(Reflect.ownKeys(Object.prototype)).toHaveLength(pristine);
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("what has no members that could be sent is refused instead of sent as an empty object", () => {
  test.each([
    [new Map([["Inner", 1]]), "Map"],
    [new Set([1]), "Set"],
    [Promise.resolve({}), "Promise"],
    [new Date(0), "date"],
    [new Uint8Array(2), "bytes"],
    [new Float64Array(2), "Float64Array"],
    [new String("a"), "String"],
    [new Error("canary"), "Error"],
  ])("%p", async (value, received) => {
    const message = `must be an object (Vault), not ${received}`;
    expect(await issuesOf({ ...RIGHT, Vault: value })).toEqual([
      { path: "Vault", code: "invalid_type", expected: "an object (Vault)", received, message },
    ]);
    expect(await issuesOf(value)).toMatchObject([{ path: "", code: "invalid_type", received }]);
    expect(await issuesOf({ ...RIGHT, Vault: { Inner: value } })).toMatchObject([{ path: "Vault.Inner" }]);
    expect(await issuesOf({ ...RIGHT, ByColour: { RED: value }, Percent: -1 })).toMatchObject([
      { path: "Percent" },
      { path: "ByColour.RED" },
    ]);
  });
});

describe("what stands for a plain object is taken", () => {
  test("an instance of a class with getters, an object without a prototype, a proxy", async () => {
    for (const Inner of [
      new Settings(),
      Object.assign(Object.create(null), { Code: "ab" }),
      new Proxy({ Code: "ab" }, {}),
    ]) {
      const { requests } = await measure({ ...RIGHT, Inner }, {});
      expect(JSON.parse(String(requests[0]?.body)).Inner).toEqual({ Code: "ab" });
    }
  });

  test("members that are undefined are as good as absent, in unions, too", async () => {
    expect(await issuesOf({ ...RIGHT, Choice: { Level: 1, Colour: undefined } })).toEqual([]);
  });

  test("symbols as keys are nobody's members", async () => {
    expect(await issuesOf({ ...RIGHT, [Symbol("mark")]: 1, Sizes: { ab: 1, [Symbol("mark")]: 1 } })).toEqual(
      [],
    );
  });
});

test("what was validated is what is sent, whatever a getter answers the next time", async () => {
  let reads = 0;
  const Inner = {
    get Code() {
      return ++reads === 1 ? "ab" : "NOT VALID";
    },
  };
  const { requests } = await measure({ ...RIGHT, Inner }, {});
  expect(JSON.parse(String(requests[0]?.body)).Inner).toEqual({ Code: "ab" });
});

test("what was validated is sent, though all objects inherit a setter of that name", async () => {
  Object.defineProperty(Object.prototype, "ab", { set() {}, configurable: true });
  try {
    const { requests } = await measure({ ...RIGHT, Sizes: JSON.parse('{"ab":5}') }, {});
    expect(String(requests[0]?.body)).toContain('"Sizes":{"ab":5}');
  } finally {
    Reflect.deleteProperty(Object.prototype, "ab");
  }
});

test("of 100,000 problems the message tells 20, and the error 1,000", async () => {
  const Names = Array.from({ length: 100_000 }, () => 5);
  const { error } = await measure({ ...RIGHT, Names }, {});
  const { message, issues } = error as InputValidationError;
  // The list is too long, besides, and says the same all over.
  expect(message).toMatch(/^Invalid input for Measure, 100002 problems:\n {2}- Names/);
  expect(message.split("\n")).toHaveLength(22);
  expect(message).toMatch(/\n {2}- … and 99982 more$/);
  expect(issues).toHaveLength(1000);
});

describe("names", () => {
  test.each([
    ["percent", "Percent"],
    ["Percnet", "Percent"],
    ["byColour", "ByColour"],
  ])("that are misspelt, such as %s, are corrected: %s", async (name, expected) => {
    const message = expect.stringContaining(`did you mean ${expected}?`);
    expect(await issuesOf({ ...RIGHT, [name]: 1 })).toMatchObject([
      { path: name, code: "unknown_member", message },
    ]);
  });

  test("of members and keys are cut short, and written on one line", async () => {
    const name = `a\n\u202e${"x".repeat(1_000)}`;
    const [unknown] = await issuesOf({ ...RIGHT, [name]: 1 });
    expect(unknown?.path).toMatch(/^\["a\\n\\u\{202e\}x{57}…"\]$/);
    const [key] = await issuesOf({ ...RIGHT, Sizes: { [name]: 1 } });
    expect(key?.path).toMatch(/^Sizes\["a\\n\\u\{202e\}x{57}…"\]$/);
  });
});
