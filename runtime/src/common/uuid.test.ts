import { afterEach, expect, jest, test } from "@jest/globals";
import { randomUuid } from "./uuid.js";

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

afterEach(() => {
  jest.restoreAllMocks();
});

test.each(["has", "lacks"])("where the platform %s randomUUID, each is a new one", (what) => {
  const own = crypto.randomUUID;
  if (what === "lacks") Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  const all = Array.from({ length: 1000 }, randomUuid);
  if (what === "lacks") Object.defineProperty(crypto, "randomUUID", { value: own, configurable: true });
  expect(new Set(all).size).toBe(1000);
  expect(all.filter((id) => !UUID.test(id))).toEqual([]);
  // Every digit but the version's takes every value that it may.
  const digits = Array.from({ length: 36 }, (_, index) => new Set(all.map((id) => id[index])).size);
  expect(digits.filter((count) => count === 16)).toHaveLength(30);
});
