import { expect, test } from "@jest/globals";
import { readRetryAfter } from "./retry-after.js";

const now = Date.parse("2024-01-01T00:00:00Z");

test.each<[Record<string, string>, number | undefined]>([
  [{ "retry-after": "2" }, 2000],
  [{ "retry-after": "1.5" }, 1500],
  [{ "retry-after": "0.0015" }, 1],
  [{ "retry-after": "Mon, 01 Jan 2024 00:00:10 GMT" }, 10_000],
  [{ "retry-after": "Monday, 01-Jan-24 00:00:10 GMT" }, 10_000],
  [{ "retry-after": "2024-01-01T00:00:10Z" }, 10_000],
  [{ "retry-after": "Mon, 01 Jan 2024 00:00:10 GMT, 3" }, 3000],
  [{ "retry-after": "Sun, 31 Dec 2023 00:00:00 GMT" }, undefined],
  [{ "retry-after": "the day of GMT" }, undefined],
  [{ "retry-after": "soon" }, undefined],
  [{ "retry-after": "9".repeat(400) }, undefined],
  [{ "x-amz-retry-after": "1500" }, 1500],
  [{ "x-amz-retry-after": "soon" }, undefined],
  [{ "x-amz-retry-after": "-1" }, undefined],
  [{ "x-amz-retry-after": "Infinity" }, undefined],
  [{ "retry-after": "1", "x-amz-retry-after": "9000" }, 1000],
  [{ "x-amz-retry-after": "9000", "retry-after": "1" }, 9000],
  [{ "retry-after": "soon", "x-amz-retry-after": "9000" }, undefined],
  [{}, undefined],
])("%j asks to wait %d milliseconds", (headers, expected) => {
  expect(readRetryAfter(headers, now)).toBe(expected);
});
