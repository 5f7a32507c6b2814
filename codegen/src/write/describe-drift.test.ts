import { expect, test } from "@jest/globals";
import { describeDrift } from "./describe-drift.js";
import { planWrite } from "./plan-write.js";

const drift = (before: string, after: string): readonly string[] =>
  describeDrift(planWrite(new Map([["a.ts", before]]), [{ path: "a.ts", contents: after }]));

test("a checkout with other line ends is told as such, with what to do", () => {
  expect(drift("one\r\ntwo\r\n", "one\ntwo\n")).toEqual([
    "changed  a.ts  line ends only: CRLF instead of LF",
    "",
    "Generated files end their lines in LF. Say so in .gitattributes (text eol=lf) and check them out again.",
  ]);
});

test("a change beside other line ends is a change like any other", () => {
  expect(drift("one\r\n", "two\n")).toEqual([
    "changed  a.ts  +1 −1 lines",
    "    at line 1:",
    "    - one␍",
    "    + two",
  ]);
});

test("nothing in a file reaches the terminal's controls", () => {
  expect(drift("\u001b[2J\n", "x\n")).toContain("    - \\u001b[2J");
});
