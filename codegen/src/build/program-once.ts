import type { Rolldown } from "tsdown";

/**
 * Drops the CommonJS of a program: the command runs the ES module.
 *
 * @param names - the program's entries
 * @throws Error in a build without them
 */
export function programOnce(names: readonly string[]): Rolldown.Plugin {
  return {
    name: "program-once",
    generateBundle({ format }, bundle) {
      if (format !== "cjs") return;
      for (const file of names.map((name) => `${name}.cjs`)) {
        if (!(file in bundle))
          throw new Error(`There is no ${file} to drop, only ${Object.keys(bundle).join(", ")}.`);
        delete bundle[file];
      }
    },
  };
}
