import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { isClean, planWrite } from "./plan-write.js";

test("every file is in one list, and after the plan the folder is what was wanted", () => {
  const files = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom("1", "2"), {
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(files, files, (before, after) => {
      const existing = new Map(Object.entries(before));
      const plan = planWrite(
        existing,
        Object.entries(after).map(([path, contents]) => ({ path, contents })),
      );
      const carried = new Map<string, string>(existing);
      for (const { path } of plan.removed) carried.delete(path);
      for (const { path, after: contents } of [...plan.added, ...plan.changed])
        carried.set(path, contents ?? "");
      expect(Object.fromEntries(carried)).toEqual(after);
      const listed = [...plan.added, ...plan.changed, ...plan.removed]
        .map(({ path }) => path)
        .concat(plan.unchanged);
      expect(listed.sort()).toEqual([...new Set([...Object.keys(before), ...Object.keys(after)])].sort());
      expect(isClean(plan)).toBe(
        JSON.stringify(before) === JSON.stringify(after) || plan.unchanged.length === listed.length,
      );
    }),
  );
});
