import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Documented, documentationOf, likenessOf, sentencesOf } from "./documentation.js";
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
    test.skip(`has no sentence like one of AWS's (${official.missing})`, () => {});
  } else {
    const { path } = official;
    test("has no sentence like one of AWS's", async () => {
      const theirs = [...new Set(documentationOf(await load(path)).flatMap(allSentences))];
      expect(theirs.length).toBeGreaterThan(100);
      const own = [...new Set(ours.flatMap(allSentences))];
      const isCopied = (sentence: string): boolean =>
        theirs.some((theirSentence) => likenessOf(sentence, theirSentence) > 0.8);
      expect(own.filter(isCopied)).toEqual([]);
    });
  }
});

const allSentences = ({ text }: Documented): readonly string[] => sentencesOf(text ?? "");

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

describe("likeness", () => {
  test.each([
    ["the app id", "the app id", 1],
    ["the app id", "", 0],
    ["abc", "xyz", 0],
    ["aaaa", "aa", 0.5],
    ["the name of the bucket", "the name of the s3 bucket", 0.9],
  ])("of %j and %j is %d", (first, second, expected) => {
    expect(likenessOf(first, second)).toBeCloseTo(expected, 1);
    expect(likenessOf(second, first)).toBe(likenessOf(first, second));
  });
});
