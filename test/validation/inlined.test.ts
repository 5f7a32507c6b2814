import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { propertySettings } from "../differential/support/runs.js";
import { RIGHT, VIOLATIONS } from "./violations.js";

/** What of a build's plugin changes a file. */
interface Change {
  readonly transform?: {
    readonly filter: { readonly id: RegExp };
    readonly handler: (code: string) => string;
  };
}

const MODULES = ["checks", "core", "errors", "parse", "schemas", "util"].map((name) => `v4/core/${name}.js`);
const folder = mkdtempSync(join(tmpdir(), "inlined-zod-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The schemas of the golden model `constraints`, over some copy of zod. */
async function schemasOver(zod: object) {
  let schemas: typeof import("../goldens/constraints/generated/src/schemas/Measure.js") | undefined;
  await jest.isolateModulesAsync(async () => {
    jest.unstable_mockModule("zod/mini", () => ({ ...zod }));
    schemas = await import("../goldens/constraints/generated/src/schemas/Measure.js");
  });
  if (schemas === undefined) throw new Error("The schemas were not loaded.");
  return [schemas.makeMeasureInputSchema(), schemas.makeMeasureOutputSchema()] as const;
}

/** zod as the build changes it before it is inlined. */
async function inlinedZod(): Promise<object> {
  jest.unstable_mockModule("tsdown", () => ({ defineConfig: (builds: unknown) => builds }));
  const { default: builds } = await import("../../generated/tsdown.config.js");
  const plugins = (builds as unknown as readonly { readonly plugins: readonly Change[] }[])[0]?.plugins ?? [];
  cpSync("node_modules/zod", folder, { recursive: true });
  for (const path of [...MODULES, "v4/mini/schemas.js"]) {
    const file = join(folder, path);
    const changed = plugins.reduce(
      (code, { transform }) =>
        transform?.filter.id.test(`/zod/${path}`) === true ? transform.handler(code) : code,
      readFileSync(file, "utf8"),
    );
    writeFileSync(file, changed);
  }
  return import(pathToFileURL(join(folder, "v4/mini/index.js")).href);
}

/** Members that are right, wrong in a known way, or anything, and some that nobody knows. */
const inputs = fc.record(
  {
    ...Object.fromEntries(
      Object.entries(RIGHT).map(([name, right]) => {
        const wrong = (VIOLATIONS[name] ?? []).map(({ value }) => value);
        return [name, fc.oneof(fc.constantFrom(right, ...wrong), fc.anything())];
      }),
    ),
    Unknown: fc.anything(),
  },
  { requiredKeys: [] },
);

describe("what the build makes of zod", () => {
  test("judges as zod does, and is another", async () => {
    const [original, inlined] = [await import("zod/mini"), await inlinedZod()];
    const [ours, zods] = [await schemasOver(inlined), await schemasOver(original)];
    expect([ours, zods].map(([schema]) => "parse" in schema)).toEqual([false, true]);
    const endings = { taken: 0, refused: 0 };
    const check = (value: unknown): void => {
      for (const [side, schema] of ours.entries()) {
        const [mine, theirs] = [schema.safeParse(value), zods[side]?.safeParse(value)];
        expect([mine.success, mine.data, mine.error?.issues]).toEqual([
          theirs?.success,
          theirs?.data,
          theirs?.error?.issues,
        ]);
        endings[mine.success ? "taken" : "refused"]++;
      }
    };
    for (const value of [RIGHT, {}, null, [], "text"]) check(value);
    for (const [name, violations] of Object.entries(VIOLATIONS))
      for (const { value } of violations) check({ ...RIGHT, [name]: value });
    fc.assert(fc.property(inputs, check), propertySettings(300));
    expect(endings.taken).toBeGreaterThan(0);
    expect(endings.refused).toBeGreaterThan(300);
  });
});
