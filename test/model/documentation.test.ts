import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Documented, documentationOf, sentencesOf } from "./documentation.js";
import { load, OUR_MODEL, officialModel } from "./official-model.js";

const official = officialModel();

let ours: readonly Documented[];
beforeAll(async () => {
  ours = documentationOf(await load(OUR_MODEL));
});

describe("the model's documentation", () => {
  test("leaves out no shape, member or enum value", () => {
    expect(ours.filter(({ text }) => text === undefined).map(({ id }) => id)).toEqual([]);
  });

  test("is written in sentences", () => {
    expect(
      ours.filter(({ text }) => text !== undefined && !/[.!?]$/u.test(text)).map(({ id }) => id),
    ).toEqual([]);
  });

  if (official.path === undefined) {
    test.skip(`shares no sentence with AWS's (${official.missing})`, () => {});
  } else {
    const { path } = official;
    test("shares no sentence with AWS's", async () => {
      const theirs = documentationOf(await load(path));
      const taken = new Set(theirs.flatMap(({ text }) => sentencesOf(text ?? "")));
      expect(taken.size).toBeGreaterThan(100);
      expect(
        ours.filter(({ text }) => sentencesOf(text ?? "").some((sentence) => taken.has(sentence))),
      ).toEqual([]);
    });
  }
});

describe("sentences", () => {
  test.each([
    ["<p>The app ID.</p>", ["the app id"]],
    ["The `app` — ID", ["the app id"]],
    ["First of all. Second!\n\nThird", ["first of all", "second", "third"]],
    ["<p></p>", []],
  ])("of %j are %j", (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });
});
