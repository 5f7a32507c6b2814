import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SABOTAGES } from "../../scripts/soak/sabotage.js";

/** How a short run ended. */
interface Result {
  readonly exitCode: number;
  readonly output: string;
}

const folder = mkdtempSync(join(tmpdir(), "tinsmith-soak-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const runSoak = async (...options: readonly string[]): Promise<Result> => {
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

describe("a correct run", () => {
  const json = join(folder, "run.json");
  let run: Result;
  beforeAll(async () => {
    // Includes the one app that is created from a process that is killed.
    run = await runSoak("--seed", "1", "--apps", "6", "--in-flight", "6", "--json", json);
  }, 300_000);

  test("passes", () => {
    expect(run).toMatchObject({ exitCode: 0, output: expect.not.stringMatching("✗") });
  });

  test("prints how to repeat it, and its progress", () => {
    expect(run.output).toMatch(
      /^To repeat: npm run soak -- --seed 1 --apps 6 --in-flight 6\n {2}0 of 6 apps/,
    );
  });

  test("writes its figures to a file", () => {
    const { figures, violations } = JSON.parse(readFileSync(json, "utf8")) as {
      readonly figures: readonly { readonly what: string; readonly value: number }[];
      readonly violations: Readonly<Record<string, readonly string[]>>;
    };
    const value = (what: string) => figures.find((figure) => figure.what === what)?.value;
    expect(value("operations that start jobs, of 17")).toBe(17);
    expect(value("pollers resumed after their process was killed")).toBe(1);
    expect(Object.values(violations).flat()).toEqual([]);
  });
});

const EXPECTED = {
  "stops-early":
    /^jobs not polled to their end: \w+ of d\d+soak \(job \S+\) (?:is still \w+|was polled to its end 0 times)/m,
  "polls-on": /^polls after the end: d\d+soak\/\S+ (?:resumed )?polled \S+ after its end/m,
  "starts-twice": /^jobs not started exactly once: UpdateBackend\w+ .* was started by 0 pollers/m,
  "misreads-end":
    /^outcomes reported wrongly: \S+ (?:resumed )?reported failed "" for .*, which is COMPLETED/m,
  "skips-page":
    /^lists that differ from the service's records: the list of \S+ dev has \d jobs; the service has \d+/m,
  leaks: /^memory growth: heap grew from [\d.]+ MB to [\d.]+ MB, more than [\d.]+ MB/m,
} as const;

describe("a run with an injected defect ends with exit code 1 and prints what is wrong", () => {
  const runs = new Map<string, Result>();
  beforeAll(async () => {
    for (const sabotage of SABOTAGES) {
      runs.set(
        sabotage,
        await runSoak("--seed", "1", "--apps", "5", "--in-flight", "5", "--sabotage", sabotage),
      );
    }
  }, 600_000);

  test.each(Object.entries(EXPECTED))("%s", (sabotage, message) => {
    expect(runs.get(sabotage)).toMatchObject({ exitCode: 1, output: expect.stringMatching(message) });
  });
});

test.each([
  [["--apps", "0"], /--apps must be a whole number/],
  [["--in-flight", "many"], /--in-flight must be a whole number/],
  [["--sabotage", "none"], /--sabotage must be one of stops-early, /],
])("%j is refused", async (options, message) => {
  const { exitCode, output } = await runSoak(...options);
  expect(exitCode).toBe(1);
  expect(output).toMatch(message);
  expect(output).toMatch(/Usage: npm run soak -- /);
});
