import { describe, expect, test } from "@jest/globals";
import { Random } from "../../../scripts/lib/random.js";
import { CELLS, type Cell } from "../plan/cells.js";
import { type Answer, type Step, scriptOf } from "./response-script.js";

const answer: Answer = {
  head: Buffer.from("HTTP/1.1 200 OK\r\ndate: Thu, 01 Jan 1970 00:00:00 GMT\r\ncontent-length: 12\r\n\r\n"),
  body: Buffer.from('{"a":"body"}'),
};
const whole = Buffer.concat([answer.head, answer.body]);

const cellOf = (fault: string, position: string): Cell => {
  const cell = CELLS.find((each) => each.fault === fault && each.position === position);
  if (cell === undefined) throw new Error(`There is no ${fault} ${position}`);
  return cell;
};
const play = (fault: string, position: string, seed = 1): Step[] =>
  scriptOf(answer, cellOf(fault, position), new Random(seed));
const written = (steps: readonly Step[]): Buffer =>
  Buffer.concat(steps.flatMap((step) => (step.do === "write" ? [step.bytes] : [])));
const seeds = Array.from({ length: 50 }, (_, seed) => seed);

describe("an answer", () => {
  test("without a fault is given at once", () => {
    expect(scriptOf(answer, undefined, new Random(1))).toEqual([{ do: "write", bytes: whole }]);
  });

  test.each([
    ["before response", 0, 0],
    ["in response head", 1, answer.head.length - 1],
    ["after response head", answer.head.length, answer.head.length],
    ["in response body", answer.head.length + 1, whole.length],
    ["before last byte", whole.length - 1, whole.length - 1],
  ])("that is reset %s has come that far", (position, least, most) => {
    for (const seed of seeds) {
      const steps = play("reset", position, seed);
      expect(steps.at(-1)).toEqual({ do: "end", how: "reset" });
      expect(whole.subarray(0, written(steps).length)).toEqual(written(steps));
      expect(written(steps).length).toBeGreaterThanOrEqual(least);
      expect(written(steps).length).toBeLessThanOrEqual(most);
    }
  });

  test.each(["drip", "fragments"])("comes whole, if it may, as %s", (fault) => {
    for (const seed of seeds) expect(written(play(fault, "in response body", seed))).toEqual(whole);
  });

  test("may come twice", () => {
    expect(written(play("duplicate", "after response"))).toEqual(Buffer.concat([whole, whole]));
  });

  test.each([
    ["length too great", (length: number) => length > 12],
    ["length too small", (length: number) => length < 12],
  ])("may announce a %s", (fault, isWrong) => {
    for (const seed of seeds) {
      const [, length] =
        /content-length: (\d+)/.exec(written(play(fault, "in response head", seed)).toString()) ?? [];
      expect([length, isWrong(Number(length))]).toEqual([length, true]);
    }
  });

  test("may be cut as if it were whole, and spoilt", () => {
    for (const seed of seeds) {
      const cut = written(play("truncated", "in response body", seed)).toString();
      const [head = "", body = ""] = cut.split("\r\n\r\n");
      expect(head).toContain(`content-length: ${body.length}`);
      expect(body.length).toBeLessThan(12);
      expect(written(play("garbage", "in response head", seed)).equals(whole)).toBe(false);
    }
  });
});
