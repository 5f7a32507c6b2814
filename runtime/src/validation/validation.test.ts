import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { StructureDescriptor } from "../descriptors/shape.js";
import { InputValidationError } from "../errors/input-validation-error.js";
import { mergeIssues } from "./check.js";
import { ALL_CONSTRAINTS } from "./constraints.js";
import { appendKey } from "./format-path.js";
import { editDistance, nearestName } from "./nearest-name.js";
import { validate } from "./validate.js";

const mode = { kind: "enum", name: "Mode", values: { ON: "ON", OFF: "OFF" } } as const;
const settings: StructureDescriptor = {
  kind: "structure",
  name: "Settings",
  members: { Mode: { target: mode, required: true }, Secret: { target: mode, sensitive: true } },
};
const root: StructureDescriptor = {
  kind: "structure",
  name: "UpdateRequest",
  members: {
    AppId: { target: "string", required: true },
    Count: { target: "integer", range: { min: 1, max: 25 } },
    Hidden: { target: "integer", sensitive: true, range: { max: 25 } },
    Name: { target: "string", length: { min: 2, max: 3 }, pattern: "^[a-z]+$" },
    Names: { target: { kind: "list", member: { target: "string" } }, length: { max: 2 } },
    Tags: { target: { kind: "map", key: { target: "string" }, value: { target: "boolean" } } },
    Settings: { target: () => settings },
    When: { target: "timestamp" },
  },
};
const findIssues = (shape: StructureDescriptor, input: unknown) =>
  validate(shape, input, ALL_CONSTRAINTS).issues;
const issuesOf = (input: unknown) =>
  findIssues(root, input).map(({ path, code, message }) => [path, code, message]);

test.each<[string, unknown, string, string, string]>([
  ["a member that is missing", {}, "AppId", "missing", "is required: a string"],
  ["a wrong type", { AppId: 5 }, "AppId", "invalid_type", "must be a string, not number"],
  ["null", { AppId: null }, "AppId", "invalid_type", "must be a string, not null"],
  ["too much", { AppId: "a", Count: 26 }, "Count", "too_big", "must be at most 25, not 26"],
  ["too little", { AppId: "a", Count: 0 }, "Count", "too_small", "must be at least 1, not 0"],
  ["a fraction", { AppId: "a", Count: 1.5 }, "Count", "invalid_type", "must be an integer, not 1.5"],
  [
    "a secret that is too much",
    { AppId: "a", Hidden: 26 },
    "Hidden",
    "too_big",
    "must be at most 25, not number",
  ],
  ["a long text", { AppId: "a", Name: "abcd" }, "Name", "too_big", "must have at most 3 characters, not 4"],
  ["a short text", { AppId: "a", Name: "a" }, "Name", "too_small", "must have at least 2 characters, not 1"],
  [
    "a text of the wrong form",
    { AppId: "a", Name: "A1" },
    "Name",
    "pattern",
    'must be text that matches /^[a-z]+$/u, not "A1"',
  ],
  [
    "a long list",
    { AppId: "a", Names: ["a", "b", "c"] },
    "Names",
    "too_big",
    "must have at most 2 items, not 3",
  ],
  ["an item", { AppId: "a", Names: ["a", 5] }, "Names[1]", "invalid_type", "must be a string, not number"],
  [
    "an entry",
    { AppId: "a", Tags: { "a b": 1 } },
    'Tags["a b"]',
    "invalid_type",
    "must be true or false, not number",
  ],
  [
    "no object",
    { AppId: "a", Settings: "x" },
    "Settings",
    "invalid_type",
    "must be an object (Settings), not string",
  ],
  [
    "another word",
    { AppId: "a", Settings: { Mode: "on" } },
    "Settings.Mode",
    "invalid_value",
    'must be one of "ON", "OFF", not "on"; did you mean "ON"?',
  ],
  [
    "another word that is secret",
    { AppId: "a", Settings: { Mode: "ON", Secret: "canary" } },
    "Settings.Secret",
    "invalid_value",
    'must be one of "ON", "OFF", not string',
  ],
  [
    "no word at all",
    { AppId: "a", Settings: {} },
    "Settings.Mode",
    "missing",
    'is required: one of "ON", "OFF"',
  ],
  [
    "an invalid date",
    { AppId: "a", When: new Date(Number.NaN) },
    "When",
    "invalid_type",
    "must be a Date, not invalid date",
  ],
  [
    "a misspelt member",
    { AppId: "a", Setings: {} },
    "Setings",
    "unknown_member",
    "is no member of UpdateRequest; did you mean Settings?",
  ],
  [
    "a member in lower case",
    { AppId: "a", count: 1 },
    "count",
    "unknown_member",
    "is no member of UpdateRequest; did you mean Count?",
  ],
  [
    "a member like no other",
    { AppId: "a", Zzzzzzzz: 1 },
    "Zzzzzzzz",
    "unknown_member",
    "is no member of UpdateRequest",
  ],
  [
    "a misspelt member within",
    { AppId: "a", Settings: { Mode: "ON", Mod: 1 } },
    "Settings.Mod",
    "unknown_member",
    "is no member of Settings; did you mean Mode?",
  ],
  ["nothing", undefined, "", "missing", "is required: an object (UpdateRequest)"],
  ["a list", [], "", "invalid_type", "must be an object (UpdateRequest), not array"],
])("%s is told apart", (_name, input, path, code, message) => {
  expect(issuesOf(input)).toEqual([[path, code, message]]);
});

test("all problems come at once, one for each unknown member", () => {
  const paths = issuesOf({ Count: 99, Names: [1, 2], A: 1, B: 2 }).map(([path]) => path);
  expect(paths.sort()).toEqual(["A", "AppId", "B", "Count", "Names[0]", "Names[1]"]);
});

test("a valid input has none", () => {
  expect(issuesOf({ AppId: "a", Count: undefined, Settings: { Mode: "OFF" }, When: new Date() })).toEqual([]);
});

test("no value of a secret member shows, whatever is wrong with it", () => {
  const secret: StructureDescriptor = { ...root, sensitive: true };
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const canary = `canary-${JSON.stringify(value)?.length}`;
      const input = {
        AppId: canary,
        Count: canary,
        Name: canary,
        Names: canary,
        Settings: { Mode: canary, Secret: canary },
      };
      expect(JSON.stringify(findIssues(secret, input))).not.toContain("canary");
    }),
  );
});

test("of two issues with one place, the first list's counts", () => {
  const issue = (path: string, message: string) => ({ path, message, code: "custom" }) as const;
  expect(
    mergeIssues([issue("A", "1")], [issue("A", "2"), issue("B", "3")]).map(({ message }) => message),
  ).toEqual(["1", "3"]);
});

describe("an error", () => {
  test("of one problem is one sentence", () => {
    const error = new InputValidationError("Update", findIssues(root, {}));
    expect(error.message).toBe("Invalid input for Update: AppId: is required: a string");
  });

  test("of several is a list", () => {
    const error = new InputValidationError("Update", findIssues(root, { Count: 0 }));
    expect(error.message).toBe(
      "Invalid input for Update, 2 problems:\n  - AppId: is required: a string\n  - Count: must be at least 1, not 0",
    );
  });
});

describe("a path", () => {
  test.each<[PropertyKey[], string]>([
    [[], ""],
    [["A", "B"], "A.B"],
    [["Jobs", 3, "Status"], "Jobs[3].Status"],
    [["Tags", "a.b"], 'Tags["a.b"]'],
    [["Tags", ""], 'Tags[""]'],
    [[Symbol("x")], '["Symbol(x)"]'],
  ])("%p is written %s", (path, expected) => {
    expect(path.reduce<string>(appendKey, "")).toBe(expected);
  });
});

describe("names", () => {
  test("are apart by what has to change", () => {
    expect(editDistance("kitten", "sitting")).toBe(3);
    expect(editDistance("", "abc")).toBe(3);
  });

  test("are as far apart one way as the other, and no further than their length", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        const distance = editDistance(left, right);
        expect(distance).toBe(editDistance(right, left));
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length));
        expect(distance === 0).toBe(left === right);
      }),
    );
  });

  test("that are too far away are not offered", () => {
    expect(nearestName("Name", ["Names", "Other"])).toBe("Names");
    expect(nearestName("x", ["Names"])).toBeUndefined();
    expect(nearestName("x", [])).toBeUndefined();
  });
});
