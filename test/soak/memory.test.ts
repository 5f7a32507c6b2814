import { describe, expect, test } from "@jest/globals";
import { findGrowth, measureGrowth } from "../../scripts/soak/memory/find-growth.js";

const MB = 1e6;
const samplesOf = (heapAt: (apps: number) => number, rssAt = (_apps: number) => 200 * MB) =>
  Array.from({ length: 50 }, (_, index) => {
    const apps = 100 + index * 16;
    return { apps, heap: heapAt(apps), rss: rssAt(apps) };
  });

describe("memory is flat", () => {
  test("where it stays as it is, but for a peak", () => {
    expect(findGrowth(measureGrowth(samplesOf((apps) => (apps === 596 ? 400 : 30) * MB)))).toEqual([]);
  });

  test("where a small heap grows a little", () => {
    expect(findGrowth(measureGrowth(samplesOf((apps) => 20 * MB + apps * 2000)))).toEqual([]);
  });
});

describe("memory grows", () => {
  test("where each app leaks", () => {
    // 400 bytes for each of 50 calls.
    expect(findGrowth(measureGrowth(samplesOf((apps) => 20 * MB + apps * 50 * 400)))).toEqual([
      "heap grew from 25.8 MB to 33.8 MB, more than 31.4 MB",
    ]);
  });

  test("where it is not the heap that grows", () => {
    const samples = samplesOf(
      () => 20 * MB,
      (apps) => 100 * MB + apps * 200_000,
    );
    expect(findGrowth(measureGrowth(samples))).toEqual([
      expect.stringMatching(/^rss grew from 158\.4 MB to 238\.4 MB/),
    ]);
  });

  test("is assumed where there are no samples", () => {
    expect(findGrowth(measureGrowth([]))).toHaveLength(2);
  });
});
