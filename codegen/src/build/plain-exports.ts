/** How the bundler exports from CommonJS what other files of the package take: by a function, called at each use. */
const GETTER =
  /Object\.defineProperty\(exports, "([\w$]+)", \W+enumerable: !0,\W+get.+\W+return (.+);\W+\}\)/g;

/**
 * Makes CommonJS export values where the bundler exports functions that get them.
 *
 * @param exports - the names that the file exports
 * @throws Error if one of them is exported in a form that is not known here, as another version of the bundler may do
 */
export function plainExports(code: string, fileName: string, exports: readonly string[]): string {
  const plain = code.replace(GETTER, "exports.$1 = $2");
  const missing = exports.filter((name) => !isAssigned(plain, name));
  if (missing.length > 0)
    throw new Error(
      `${fileName} exports ${missing.join(", ")} in a form that is not known here. ` +
        "Look at what the bundler writes, and mend the pattern in plain-exports.ts.",
    );
  return plain;
}

/** A default export that is the only one is the module itself. */
const isAssigned = (code: string, name: string): boolean =>
  code.includes(`exports.${name} = `) || (name === "default" && code.includes("module.exports = "));
