import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { OperationDescriptor } from "../descriptors/operation.js";
import { findGreedyLabelProblem, findLabelProblem } from "./label-guard.js";
import { serializeLabels } from "./serialize-labels.js";

/** Every way to write a dot, up to three rounds of percent-encoding. */
const dots = [".", ...["%2e", "%2E", "%252e", "%252E", "%25252e", "%2525252E"]];

describe("a label is refused", () => {
  test.each(dots.flatMap((first) => ["", ...dots].map((second) => [first + second])))("as %s", (text) => {
    expect(findLabelProblem(text)).toMatch(/"\." or "\.\."/);
  });

  test.each([
    ["empty", "", /empty/],
    ["with a null character", "a\0b", /control/],
    ["with a line break", "a\r\nb", /control/],
    ["with a tab", "\t", /control/],
    ["with a delete character", "a\u007f", /control/],
    ["with a C1 control character", "a\u0085b", /control/],
    ["with a line separator", "a\u2028b", /control/],
    ["with half a surrogate pair", "a\ud800b", /well-formed/],
  ])("%s", (_name, text, message) => {
    expect(findLabelProblem(text)).toMatch(message);
  });

  test("for every control character, wherever it stands", () => {
    const control = fc.integer({ min: 0, max: 0x9f }).filter((code) => code < 0x20 || code >= 0x7f);
    fc.assert(
      fc.property(fc.string(), control, fc.string(), (before, code, after) => {
        expect(findLabelProblem(before + String.fromCharCode(code) + after)).toBeDefined();
      }),
    );
  });

  test("in any segment of a greedy label", () => {
    for (const bad of ["", ".", "..", "%2e%2E", "a\nb"]) {
      for (const text of [bad, `${bad}/x`, `x/${bad}`, `x/${bad}/y`]) {
        expect([text, findGreedyLabelProblem(text) === undefined]).toEqual([text, false]);
      }
    }
    expect(findGreedyLabelProblem("a/b/c")).toBeUndefined();
  });
});

test.each([
  "a",
  "...",
  ".a",
  "a.",
  "..a",
  "a/..",
  "%",
  "%2f",
  "%2",
  "2e2e",
  "my app",
  "ü",
  "😀",
  "{AppId}",
  "%2e%2e%2e",
  "a%2e",
])("%s is a label like any other", (text) => {
  expect(findLabelProblem(text)).toBeUndefined();
});

const label = { target: "string", required: true, location: "label" } as const;
const operation: OperationDescriptor = {
  format: 1,
  name: "Remove",
  http: { method: "POST", uri: "/backend/{AppId}/environments/{Environment}/remove", code: 200 },
  input: { kind: "structure", name: "RemoveRequest", members: { AppId: label, Environment: label } },
  output: { kind: "structure", name: "RemoveResponse", members: {} },
  errors: [],
};

describe("a path with labels", () => {
  test("is the same for every URL parser, or refused", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.constantFrom(...dots, "..", "/", "\\", "?", "#", ":", "//", "@"),
    );
    fc.assert(
      fc.property(text, text, (AppId, Environment) => {
        const { path, issues } = serializeLabels(operation, { AppId, Environment });
        if (issues.length > 0) return;
        expect(new URL(`https://example.com${path}`).pathname).toBe(path);
        expect(path.split("/")).toHaveLength(6);
        expect(decodeURIComponent(path.split("/")[2] ?? "")).toBe(AppId);
        expect(decodeURIComponent(path.split("/")[4] ?? "")).toBe(Environment);
      }),
    );
  });

  test("names every label that is unfit", () => {
    const { issues } = serializeLabels(operation, { AppId: "", Environment: ".." });
    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      ["AppId", "unsafe_label"],
      ["Environment", "unsafe_label"],
    ]);
  });

  test.each<[string, unknown, string]>([
    ["a number", 5, "invalid_type"],
    ["an object that would turn into text", { toString: () => "x" }, "invalid_type"],
    ["a String object", new String("x"), "invalid_type"],
    ["an array", ["x"], "invalid_type"],
    ["null", null, "missing"],
    ["nothing", undefined, "missing"],
  ])("refuses %s", (_name, AppId, code) => {
    expect(serializeLabels(operation, { AppId, Environment: "x" }).issues).toEqual([
      expect.objectContaining({ path: "AppId", code }),
    ]);
  });

  test("reads a label once: what was checked is what is written", () => {
    let reads = 0;
    const input = {
      get AppId() {
        return reads++ === 0 ? "fine" : "..";
      },
      Environment: "x",
    };
    expect(serializeLabels(operation, input).path).toBe("/backend/fine/environments/x/remove");
    expect(reads).toBe(1);
  });

  test("does not take what every object inherits for a label", () => {
    const uri = "/{constructor}";
    const members = { constructor: label };
    const inherited = {
      ...operation,
      http: { ...operation.http, uri },
      input: { ...operation.input, members },
    };
    expect(serializeLabels(inherited, {}).issues).toEqual([
      expect.objectContaining({ path: "constructor", code: "missing" }),
    ]);
  });
});
