import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { drawPicture } from "../../scripts/bench/picture.js";
import {
  type BenchResult,
  describeMisses,
  missedTargets,
  type Row,
  ratio,
} from "../../scripts/bench/result.js";
import { exactly, summarize } from "../../scripts/bench/statistics.js";
import { formatRows } from "../../scripts/bench/table.js";

const call: Row = {
  id: "calls.time",
  cost: "Time per call",
  unit: "µs",
  figures: { ours: summarize([30, 40, 50]), official: exactly(100), floor: exactly(20) },
  targets: [
    { of: "official", limit: 0.4 },
    { of: "floor", limit: 1.6 },
  ],
};
const packages: Row = {
  id: "packages",
  cost: "Installed packages",
  unit: "",
  figures: { ours: exactly(2), official: exactly(24) },
  targets: [{ of: "nothing", limit: 2 }],
};
const unmeasured: Row = { ...packages, id: "alone", figures: { ours: exactly(1) } };

describe("targets", () => {
  test("what is just reached is reached; each target counts for itself", () => {
    expect(ratio(call, "official")).toBe(0.4);
    expect(ratio(call, "floor")).toBe(2);
    expect(missedTargets(call)).toEqual([{ of: "floor", limit: 1.6 }]);
    expect(missedTargets(packages)).toEqual([]);
  });

  test("what could not be compared is missed", () => {
    const target = { of: "official", limit: 0.4 } as const;
    expect(missedTargets({ ...unmeasured, targets: [target] })).toEqual([target]);
    const broken = { ...call, figures: { ...call.figures, ours: exactly(Number.NaN) } };
    expect(missedTargets(broken)).toHaveLength(2);
    expect(
      ratio({ ...call, figures: { ...call.figures, official: exactly(-1) } }, "official"),
    ).toBeUndefined();
  });

  test("misses are named, with how far", () => {
    const tooMany = { ...packages, figures: { ours: exactly(3) } };
    expect(describeMisses([call, packages, tooMany])).toEqual([
      "calls.time: 2.00 of the floor, at most 1.6 is asked for (Time per call)",
      "packages: 3.00, at most 2 is asked for (Installed packages)",
    ]);
  });
});

test("the table has a line per row, with medians, spreads and verdicts", () => {
  expect(formatRows([call, packages, { ...unmeasured, targets: [] }])).toMatchInlineSnapshot(`
"cost                ours       official  floor  ÷ official  ÷ floor  at most
──────────────────  ─────────  ────────  ─────  ──────────  ───────  ─────────────────  ──────
Time per call       40 ± 5 µs  100 µs    20 µs        0.40     2.00  0.40, 1.6 × floor  MISSED
Installed packages          2        24               0.08                           2  ok
Installed packages          1"
`);
});

describe("the picture", () => {
  const result = {
    setting: { node: "v20.0.0", processor: "2 × A & B <fast>", date: "2020-08-11" },
    rows: [call, packages, { ...call, id: "slow", figures: { ours: exactly(300), official: exactly(100) } }],
  };
  const picture = drawPicture(result);

  test("draws what has an official counterpart, no wider than its frame", () => {
    expect(picture.match(/class="official" x/g)).toHaveLength(2);
    const widths = [...picture.matchAll(/class="missed" x="456" y="\d+" width="([\d.]+)"/g)].map(
      ([, width]) => width,
    );
    expect(widths).toEqual(["132", "330"]);
    expect(picture).toContain(">40 %<");
    expect(picture).toContain(">300 %<");
  });

  test("is well-formed, has both colour schemes, and comes out the same again", () => {
    expect(picture).toContain("2 × A &amp; B &lt;fast&gt;");
    expect(picture).toContain("prefers-color-scheme: dark");
    expect(drawPicture(structuredClone(result))).toBe(picture);
  });
});

test("the picture in the README shows the figures that are kept", () => {
  const kept = JSON.parse(readFileSync("docs/bench.json", "utf8")) as BenchResult;
  expect(readFileSync("docs/bench.svg", "utf8")).toBe(drawPicture(kept));
});
