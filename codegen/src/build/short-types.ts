import type { Rolldown } from "tsdown";
import { passOn } from "./pass-on.js";

/** The modules of zod that schemas' types consist of, each with the name that the bundler gives it, and a short one. */
const MODULES: readonly (readonly [module: string, name: string, short: string])[] = [
  ["zod/mini", "_$zod_mini0", "z"],
  ["zod/v4/core", "_$zod_v4_core0", "core"],
];

/** Gives modules of zod short names in types, which schemas consist of, and lists names once. */
export const shortTypes: Rolldown.Plugin = {
  name: "short-types",
  generateBundle(_options, bundle) {
    for (const part of Object.values(bundle))
      if (part.type === "chunk") part.code = passOn(shortNames(part.code, part.fileName), part.fileName);
  },
};

/** @throws Error if a module has another name than the bundler is known to give it */
function shortNames(code: string, fileName: string): string {
  const shorter = MODULES.reduce((text, [, name, short]) => text.replaceAll(name, short), code);
  for (const [module, name, short] of MODULES) {
    const [, found = short] = new RegExp(`^import \\* as (\\S+) from "${module}";$`, "m").exec(shorter) ?? [];
    if (found !== short)
      throw new Error(
        `${fileName} calls ${module} ${found}, not ${name} as is known here. Mend the names in short-types.ts.`,
      );
  }
  return shorter;
}
