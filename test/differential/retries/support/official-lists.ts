import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const LISTS = "dist-es/submodules/retry/service-error-classification/constants.js";

const text = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve("@smithy/core/package.json")), LISTS),
  "utf8",
);

/**
 * A list of error codes that the installed official client goes by; it does not export them.
 *
 * @throws Error where it has no such list any more
 */
export const officialList = (name: string): string[] => {
  const items = new RegExp(`export const ${name} = (\\[[^\\]]*\\])`).exec(text)?.[1];
  if (items === undefined) throw new Error(`${LISTS} has no ${name}.`);
  return (JSON.parse(items.replace(/,\s*\]$/, "]")) as unknown[]).map(String);
};
