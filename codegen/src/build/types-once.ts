import type { Rolldown } from "tsdown";

/** Files of types, for ES modules and for CommonJS. */
const TYPES = /\.d\.c?ts$/;

/** Drops the code of a build that is made for its types. @throws Error if there are no types in it */
export const typesOnly: Rolldown.Plugin = {
  name: "types-only",
  generateBundle({ format }, bundle) {
    const files = Object.keys(bundle);
    // The types of both formats come as ES modules; the code of CommonJS comes without any.
    if (format === "es" && !files.some((file) => TYPES.test(file)))
      throw new Error(`There are no types in a build for its types, only ${files.join(", ") || "nothing"}.`);
    for (const file of files) if (!TYPES.test(file)) delete bundle[file];
  },
};

/**
 * Writes types once, for CommonJS: ES modules may import those, too. What is declared twice is installed and read twice,
 * and a class of one format is not that of the other.
 */
export const oneSetOfTypes: Rolldown.Plugin = {
  name: "one-set-of-types",
  generateBundle(_options, bundle) {
    for (const [file, part] of Object.entries(bundle)) {
      const [, name] = /^(.*)\.d\.ts$/.exec(file) ?? [];
      if (name === undefined) continue;
      if (part.type === "chunk" && part.isEntry) part.code = `export * from "./${name}.cjs";\n`;
      else delete bundle[file];
    }
  },
};
