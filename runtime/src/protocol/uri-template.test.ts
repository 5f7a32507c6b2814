import { expect, test } from "@jest/globals";
import { parseUriTemplate } from "./uri-template.js";

test("a pattern is taken apart into text, labels and query", () => {
  expect(parseUriTemplate("/a/{B}/c{D}/{E+}/f?mode=all&flag&x=%20=y")).toEqual({
    parts: [
      { kind: "text", text: "/a/" },
      { kind: "label", name: "B", greedy: false },
      { kind: "text", text: "/c" },
      { kind: "label", name: "D", greedy: false },
      { kind: "text", text: "/" },
      { kind: "label", name: "E", greedy: true },
      { kind: "text", text: "/f" },
    ],
    query: [
      ["mode", "all"],
      ["flag", ""],
      ["x", " =y"],
    ],
  });
});

test("a pattern without labels is its own text", () => {
  expect(parseUriTemplate("/")).toEqual({ parts: [{ kind: "text", text: "/" }], query: [] });
});

test("a pattern is taken apart once", () => {
  expect(parseUriTemplate("/once/{A}")).toBe(parseUriTemplate("/once/{A}"));
});
