import { expect, test } from "@jest/globals";
import { type BundleSettings, bundle } from "../testing/bundle.js";
import { oneSetOfTypes, typesOnly } from "./types-once.js";

const SOURCES = {
  one: 'export * from "./both";',
  two: 'export * from "./both";',
  both: "export const shared = 1;",
};

/** Entries and what they share, as files of these names. */
const built = (ending: string, format: "esm" | "cjs" = "esm") =>
  bundle(SOURCES, {
    entries: ["one", "two"],
    plugins: [typesOnly, oneSetOfTypes],
    output: {
      format,
      entryFileNames: `[name]${ending}`,
      chunkFileNames: `[name]${ending}`,
      codeSplitting: { groups: [{ name: "shared", minShareCount: 2 }] },
    } satisfies BundleSettings["output"],
  });

test("types for ES modules are those for CommonJS", async () => {
  expect(await built(".d.ts")).toEqual({
    "one.d.ts": 'export * from "./one.cjs";\n',
    "two.d.ts": 'export * from "./two.cjs";\n',
  });
});

test("types for CommonJS stay", async () => {
  const files = await built(".d.cts");
  expect(Object.keys(files).sort()).toEqual(["one.d.cts", "shared.d.cts", "two.d.cts"]);
  expect(files["shared.d.cts"]).toContain("const shared = 1");
});

test("code is dropped", async () => {
  expect(await built(".cjs", "cjs")).toEqual({});
});

test("a build without types fails", async () => {
  await expect(built(".js")).rejects.toThrow(
    /There are no types in a build for its types, only (?:\w+\.js(?:, )?){3}/,
  );
});
