import { expect, test } from "@jest/globals";
import { parseUriQuery } from "./uri-query.js";
import { parseUriPath } from "./uri-template.js";

const PATTERN = "/a/{B}/c{D}/{E+}/f?mode=all&flag&x=%20=y";

test("a pattern is taken apart into text, labels and query", () => {
  expect(parseUriPath(PATTERN)).toEqual([
    "/a/",
    { name: "B", greedy: false },
    "/c",
    { name: "D", greedy: false },
    "/",
    { name: "E", greedy: true },
    "/f",
  ]);
  expect(parseUriQuery(PATTERN)).toEqual([
    ["mode", "all"],
    ["flag", ""],
    ["x", " =y"],
  ]);
});

test("a pattern without labels is its own text", () => {
  expect(parseUriPath("/")).toEqual(["/"]);
  expect(parseUriQuery("/")).toEqual([]);
});

test("a pattern is taken apart once", () => {
  expect(parseUriPath("/once/{A}")).toBe(parseUriPath("/once/{A}"));
});
