import { describe, expect, test } from "@jest/globals";
import { buildQueryString } from "@smithy/core/protocols";
import { getCanonicalQuery } from "@smithy/signature-v4";
import fc from "fast-check";
import { canonicalQuery, queryString } from "./query-string.js";

const text = fc.string({ unit: "grapheme" });
const queries = fc.dictionary(
  fc.oneof(text, fc.stringMatching(/^a[-=b]?$/), fc.constantFrom("X-Amz-Signature", "x-amz-signature")),
  fc.oneof(text, fc.array(text), fc.constant(null)),
);
const settings = { seed: 7, numRuns: 500 };

describe("a query", () => {
  test.each([
    ["nothing", undefined, "", ""],
    ["no parameters", {}, "", ""],
    ["a name without a value", { acl: null }, "acl", ""],
    ["an empty value", { acl: "" }, "acl=", "acl="],
    ["no values", { tag: [] }, "", ""],
    ["several values", { tag: ["b", "a"], a: "1" }, "a=1&tag=b&tag=a", "a=1&tag=a&tag=b"],
    ["a name that begins with another", { "a-b": "1", a: "2" }, "a=2&a-b=1", "a=2&a-b=1"],
    [
      "a signature",
      { "X-Amz-Signature": "a", "X-Amz-Date": "b" },
      "X-Amz-Date=b&X-Amz-Signature=a",
      "X-Amz-Date=b",
    ],
    ["a name that objects inherit", JSON.parse('{"__proto__":"1"}'), "__proto__=1", "__proto__=1"],
    [
      "what has to be encoded",
      { "a b": "!'()*/&=" },
      "a%20b=%21%27%28%29%2A%2F%26%3D",
      "a%20b=%21%27%28%29%2A%2F%26%3D",
    ],
  ])("with %s", (_what, query, sent, signed) => {
    expect([queryString(query), canonicalQuery(query)]).toEqual([sent, signed]);
  });

  test("is signed as AWS's clients sign it, and sent in the same words", () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(canonicalQuery(query)).toBe(getCanonicalQuery({ query } as never));
        expect(queryString(query).split("&").sort()).toEqual(buildQueryString(query).split("&").sort());
      }),
      settings,
    );
  });

  test("is not changed by being written", () => {
    const query = { tag: ["b", "a"] };
    canonicalQuery(query);
    expect(query).toEqual({ tag: ["b", "a"] });
  });
});
