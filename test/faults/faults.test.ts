import { describe, expect, test } from "@jest/globals";
import { reportOn } from "./report.js";
import { runFaults } from "./run-faults.js";

describe("between the client and the service, everything goes wrong", () => {
  test("and nothing is done twice, nothing lost, nothing left behind", async () => {
    const run = await runFaults({ seed: 20_200_811, calls: 200, concurrency: 60 });
    const report = reportOn(run, false);
    expect(report.isGood ? "" : report.text).toBe("");
  }, 120_000);
});
