import { expect, test } from "@jest/globals";
import { packageBuild } from "./package-build.js";

const ENTRIES = { index: "src/index.ts", testing: "src/testing.ts" };
const ZOD = { zod: "src/zod.ts" };

test("the schemas' code is built apart, and types of all entries together", () => {
  const builds = packageBuild({ entries: ENTRIES, zod: ZOD, program: { cli: "src/cli.ts" } });
  expect(builds.map(({ entry, dts }) => [entry, dts !== false])).toEqual([
    [{ ...ENTRIES, cli: "src/cli.ts" }, false],
    [ZOD, false],
    [{ ...ENTRIES, ...ZOD }, true],
  ]);
});

test("a package has no program unless one is named", () => {
  expect(packageBuild({ entries: ENTRIES, zod: ZOD })[0]?.entry).toEqual(ENTRIES);
});

test("nothing is inlined", () => {
  for (const { deps } of packageBuild({ entries: ENTRIES, zod: ZOD })) {
    expect(deps?.onlyBundle).toEqual([]);
    const external = [deps?.neverBundle].flat();
    for (const name of ["@tinsmith/runtime", "@tinsmith/runtime/host", "node:fs", "zod", "zod/mini"])
      expect(external.some((pattern) => pattern instanceof RegExp && pattern.test(name))).toBe(true);
  }
});
