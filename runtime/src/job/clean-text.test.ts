import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { cleanText } from "./clean-text.js";

describe("a text that is cleaned", () => {
  test.each([
    ["colours", "\u001B[1;31mred\u001B[0m \u001B[38;5;12mblue\u001B[m", "red blue"],
    ["movements of the cursor", "a\u001B[2K\u001B[1Gb\u001B7c\u001B8", "abc"],
    ["a link, ended by a bell", "\u001B]8;;http://a.test\u0007text\u001B]8;;\u0007", "text"],
    ["a title, ended by a terminator", "\u001B]0;title\u001B\\text", "text"],
    ["a title without an end", "\u001B]0;title\ntext", "text"],
    ["other strings", "\u001BPq#0\u001B\\a\u001B_b\u001B\\c\u001B^d\u001B\\e\u001BXf\u001B\\g", "aceg"],
    ["sequences of one character", "\u009B31mred\u009B0m \u009D0;title\u009Ctext", "red text"],
    ["characters of a set", "a\u001B(Bb", "ab"],
    ["a sequence that is cut off", "text\u001B[31", "text"],
    ["an escape that is cut off", "text\u001B", "text"],
    ["control characters", "a\u0000b\u0008c\u007Fd\u0085e", "abcde"],
    ["turns of the direction", "a\u202Eb\u2066c\u200F", "abc"],
    ["ends of lines", "a\r\nb\rc\n\td", "a\nb\nc\n\td"],
    ["emptiness", " \n\u001B[0m\n", ""],
  ])("loses %s", (_what, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  test.each([undefined, null, 5, {}])("is empty where it is %j", (text) => {
    expect(cleanText(text)).toBe("");
  });

  test("is cut in its middle, and says so", () => {
    const text = cleanText(`begin${"😀".repeat(30_000)}end`);
    expect(text).toMatch(/^begin(?:😀)+\n\[… 56008 characters left out …\]\n(?:😀)+end$/u);
    expect(cleanText("a".repeat(4000))).toBe("a".repeat(4000));
  });

  test("has no control characters, is no longer than it may be, and clean already", () => {
    const parts = fc.constantFrom(
      "\u001B",
      "[",
      "]",
      "31m",
      "\u0007",
      "\u009B",
      "\u009D",
      "\\",
      "P",
      "a",
      "\n",
      "\r",
    );
    const text = fc.array(fc.oneof(parts, fc.string({ unit: "binary" })), { maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(500), (some, times) => {
        const cleaned = cleanText(some.join("").repeat(times));
        expect(cleaned).not.toMatch(/[^\P{Cc}\t\n]/u);
        expect(cleaned.length).toBeLessThanOrEqual(4060);
        if (cleaned.length <= 4000) expect(cleanText(cleaned)).toBe(cleaned);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  test("of a megabyte that is nothing but beginnings is done at once", () => {
    for (const part of ["\u001B]", "\u001B[", "\u001BP;", "\u009D", "\u001B[0;", "\u001B("]) {
      const start = performance.now();
      cleanText(part.repeat(500_000));
      expect(performance.now() - start).toBeLessThan(5000);
    }
  });
});
