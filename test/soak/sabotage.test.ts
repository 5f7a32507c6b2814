import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SABOTAGES } from "../../scripts/soak/sabotage.js";

/** How a short day ended. */
interface Day {
  readonly exitCode: number;
  readonly output: string;
}

const folder = mkdtempSync(join(tmpdir(), "tinsmith-soak-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const live = async (...options: readonly string[]): Promise<Day> => {
  const program = ["node_modules/tsx/dist/cli.mjs", "--tsconfig", "tsconfig.json", "scripts/soak.ts"];
  const child = spawn(process.execPath, [...program, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const [exitCode] = await once(child, "close");
  return { exitCode: exitCode as number, output };
};

describe("a day in which all is well", () => {
  const json = join(folder, "day.json");
  let day: Day;
  beforeAll(async () => {
    // With the one app that is begun in a process that is killed.
    day = await live("--seed", "1", "--apps", "6", "--in-flight", "6", "--json", json);
  }, 300_000);

  test("is found good", () => {
    expect(day).toMatchObject({ exitCode: 0, output: expect.not.stringMatching("✗") });
  });

  test("says how to repeat it, and how far it has come", () => {
    expect(day.output).toMatch(
      /^To repeat: npm run soak -- --seed 1 --apps 6 --in-flight 6\n {2}0 of 6 apps/,
    );
  });

  test("leaves its figures in a file", () => {
    const { figures, misses } = JSON.parse(readFileSync(json, "utf8")) as {
      readonly figures: readonly { readonly what: string; readonly value: number }[];
      readonly misses: Readonly<Record<string, readonly string[]>>;
    };
    const value = (what: string) => figures.find((figure) => figure.what === what)?.value;
    expect(value("operations that start jobs, of 17")).toBe(17);
    expect(value("pollers resumed after their process was killed")).toBe(1);
    expect(Object.values(misses).flat()).toEqual([]);
  });
});

const NOTICED = {
  "stops-early":
    /^jobs not followed to their end: \w+ of d\d+soak \(job \S+\) (?:is still \w+|was followed to its end 0 times)/m,
  "polls-on": /^looks after the end: d\d+soak\/\S+ (?:again )?looked at \S+ after its end/m,
  "starts-twice":
    /^jobs that nobody started, or somebody twice: UpdateBackend\w+ .* was started by 0 followers/m,
  "misreads-end": /^ends read wrong: \S+ (?:again )?read failed "" of .*, which is COMPLETED/m,
  "skips-page":
    /^lists that differ from the books: the list of \S+ dev has \d jobs, not as the \d+ in the books/m,
  leaks: /^memory that grew: heap grew from [\d.]+ MB to [\d.]+ MB, more than [\d.]+ MB/m,
} as const;

describe("a day that is spoilt ends with exit code 1 and says what was missed", () => {
  const days = new Map<string, Day>();
  beforeAll(async () => {
    for (const sabotage of SABOTAGES) {
      days.set(
        sabotage,
        await live("--seed", "1", "--apps", "5", "--in-flight", "5", "--sabotage", sabotage),
      );
    }
  }, 600_000);

  test.each(Object.entries(NOTICED))("%s", (sabotage, missed) => {
    expect(days.get(sabotage)).toMatchObject({ exitCode: 1, output: expect.stringMatching(missed) });
  });
});

test.each([
  [["--apps", "0"], /--apps must be a whole number/],
  [["--in-flight", "many"], /--in-flight must be a whole number/],
  [["--sabotage", "none"], /--sabotage must be one of stops-early, /],
])("%j is refused", async (options, message) => {
  const { exitCode, output } = await live(...options);
  expect(exitCode).toBe(1);
  expect(output).toMatch(message);
  expect(output).toMatch(/Usage: npm run soak -- /);
});
