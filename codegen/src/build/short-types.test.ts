import { expect, test } from "@jest/globals";
import type { Plugin } from "rolldown";
import { bundle } from "../testing/bundle.js";
import { shortTypes } from "./short-types.js";

/** Builds types whose modules the bundler names thus. */
const built = async (name: string, module = "zod/mini"): Promise<string | undefined> => {
  const types: Plugin = {
    name: "types",
    renderChunk: () => `import * as ${name} from "${module}";\ndeclare const A: ${name}.B;\nexport { A };\n`,
  };
  const files = await bundle(
    { zod: "export const A = 1;" },
    { plugins: [types, shortTypes], output: { entryFileNames: "[name].d.cts" } },
  );
  return files["zod.d.cts"];
};

test("modules of zod have short names", async () => {
  expect(await built("_$zod_mini0")).toBe(
    'import * as z from "zod/mini";\ndeclare const A: z.B;\nexport { A };\n',
  );
  expect(await built("_$zod_v4_core0", "zod/v4/core")).toContain("declare const A: core.B;");
});

test("other modules keep theirs", async () => {
  expect(await built("_$ky0", "ky")).toContain("declare const A: _$ky0.B;");
});

test("names are listed once", async () => {
  const types: Plugin = { name: "types", renderChunk: () => 'import { A } from "./b.cjs";\nexport { A };\n' };
  const files = await bundle({ a: "" }, { plugins: [types, shortTypes] });
  expect(files["a.js"]?.trim()).toBe('export { A } from "./b.cjs";');
});

test.each([
  ["zod_mini_1", "zod/mini", "_$zod_mini0"],
  ["_$zod_v4_core1", "zod/v4/core", "_$zod_v4_core0"],
])("the build fails if the bundler calls them otherwise: %s", async (name, module, known) => {
  await expect(built(name, module)).rejects.toThrow(
    `zod.d.cts calls ${module} ${name}, not ${known} as is known here. Mend the names in short-types.ts.`,
  );
});
