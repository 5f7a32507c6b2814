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
    [
      "between slashes",
      ["../x", "x/..", "a/../b", "a/./b", "a%2f..%2fb", "a%252F%252e%252E", "..\\x", "a%5c.."],
    ],
    ["before what Java's servers cut off", ["..;", "..;a=b", ".%3bx", "x/..;/y"]],
    ["before a query or fragment", ["..?", "..#x", ".. ?", "%2e%2e%3fx"]],
    ["with blanks, which Windows cuts off", [".. ", " ..", "..%20", ".\u00a0"]],
    [
      "full-width, which some make plain",
      ["．．", ".．", "‥", "․․", "﹒", "%ef%bc%8e.", "％2e", "%u002e%uff0e"],
    ],
    ["full-width slashes beside them", ["..／x", "a＼.."]],
    ["with characters that are not seen", [".\u200b.", "\ufeff..", ".\u00ad", "..%e2%80%8b"]],
    ["in overlong UTF-8", ["%c0%ae", "%C0%AE.", "%e0%80%ae%25c0%25ae", "%f0%80%80%ae", "a%c0%af.."]],
    ["across rounds of encoding", ["%2%35%32e", "%%32%65", "%25%32%65"]],
  ])("as dots %s", (_name, texts) => {
    for (const text of texts)
      expect([text, findLabelProblem(text)]).toEqual([text, expect.stringContaining('".."')]);
  });

  test("where nothing is left of it", () => {
    for (const text of [
      " ",
      "\u3000",
      "/",
      "//",
      "\\",
      "%2f",
      "%252F",
      "／",
      "%20",
      ";",
      ";x=y",
      "%3bx",
      "a/ /b",
    ])
      expect([text, findLabelProblem(text)]).toEqual([text, expect.stringContaining("blank")]);
    // Nothing that is to be seen, at that.
    expect(findLabelProblem("\u200b")).toMatch(/blank/);
  });

  test("with control characters that are encoded", () => {
    for (const text of ["a%00", "%0d%0aHost:x", "%250a", "%c2%85", "%u000a", "%c0%80"])
      expect([text, findLabelProblem(text)]).toEqual([text, expect.stringContaining("control")]);
  });

  test("without an eternity, however long", () => {
    for (const unit of ["%25", "%c0%ae", "%2", "/..", "a/", "．", "%ef%bc%85"])
      expect(typeof findLabelProblem(`${unit.repeat(100_000)}2e`)).toMatch(/string|undefined/);
  }, 5_000);

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
  "a/b",
  "a//b",
  "/aws/lambda/x",
  "arn:aws:apigateway:eu-west-1::/apis/a1b2c3",
  "%:/?#[]@!$&'()*+,;=😹",
  "a;b=c",
  "a?b",
  "%",
  "a%2fb",
  "100%25",
  "%ff",
  "%f7%bf%bf%bf",
  "__proto__",
  "e\u0301",
  "👩‍👩‍👧‍👦",
  "…",
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
