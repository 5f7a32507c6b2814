import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { patterns } from "./patterns.js";

test("a pattern must compile; flags of other languages at its beginning are understood", () => {
  expect(found(patterns, '  A: { type: string, traits: { pattern: "[a-" } }')).toEqual([
    "model.yaml:5:32 com.example#A the pattern [a- is no regular expression of JavaScript",
  ]);
  const right = ["^[a-z]+$", "(?s).*", "^(?s).+$", "[\\\\w-.]"].map(
    (source, index) => `  A${index}: { type: string, traits: { pattern: "${source}" } }`,
  );
  expect(found(patterns, right.join("\n"))).toEqual([]);
});
