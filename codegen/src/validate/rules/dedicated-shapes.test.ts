import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { dedicatedShapes } from "./dedicated-shapes.js";

test("an input is the input of one operation and nothing else, an output likewise", () => {
  const model = `
  One: { type: operation, input: In, output: Out }
  Two: { type: operation, input: In, output: In, errors: [Out] }
  In: { type: structure, traits: { input: {} } }
  Out: { type: structure, traits: { output: {} } }
  Plain: { type: structure, members: { in: In, out: Out } }`;
  const help = (side: string): string =>
    `Give each a structure of its own, or leave the trait "${side}" out.`;
  expect(found(dedicatedShapes, model)).toEqual([
    `model.yaml:9:40 com.example#Plain$in com.example#In can be nothing but an input → ${help("input")}`,
    `model.yaml:9:48 com.example#Plain$out com.example#Out can be nothing but an output → ${help("output")}`,
    `model.yaml:6:34 com.example#Two com.example#In is the input of com.example#One already → ${help("input")}`,
    `model.yaml:6:46 com.example#Two com.example#In can be nothing but an input → ${help("input")}`,
    `model.yaml:6:59 com.example#Two com.example#Out can be nothing but an output → ${help("output")}`,
  ]);
});

test("without the trait, a structure can be several things", () => {
  const model = `
  One: { type: operation, input: Both, output: Both }
  Two: { type: operation, input: Both }
  Both: { type: structure, members: { both: Both } }`;
  expect(found(dedicatedShapes, model)).toEqual([]);
});
