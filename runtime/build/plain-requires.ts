import type { Rolldown } from "tsdown";

/** The helpers that CommonJS has of the bundler: they make modules of what is required. */
const HELPERS = "rolldown-runtime.cjs";

/** Makes a module of what was required a line before. */
const COPY = /^(\w+) = require_rolldown_runtime\.\w+\(\1, 1\);\n/gm;

/** Makes a module of what is required where it is needed. */
const LATER =
  /await Promise\.resolve\(\)\.then\(\(\) => .{0,20}require_rolldown_runtime\.\w+\((require\("[^"]+"\)), 1\)\)/g;

/**
 * In CommonJS: takes the modules of Node as they are, instead of copying what they have; and requires the peer where its
 * import stands, within `try`: only there bundlers let it be missing. The build fails if the helpers are not where they are
 * known to be, and if anything else takes them.
 */
export const plainRequires: Rolldown.Plugin = {
  name: "plain-requires",
  renderChunk(code, _chunk, { format }) {
    if (format !== "cjs") return undefined;
    const copied = [...code.matchAll(COPY)].map(([, name]) => name);
    return code
      .replace(/^const require_rolldown_runtime = .*\n/m, "")
      .replace(COPY, "")
      .replace(/\b(\w+)\.default\b/g, (whole, name: string) => (copied.includes(name) ? name : whole))
      .replace(LATER, "$1");
  },
  generateBundle({ format }, bundle) {
    if (format === "cjs" && !(HELPERS in bundle))
      throw new Error(`There is no ${HELPERS} to drop, only ${Object.keys(bundle).join(", ")}.`);
    delete bundle[HELPERS];
    for (const part of Object.values(bundle))
      if (part.type === "chunk" && part.code.includes("rolldown_runtime"))
        throw new Error(`${part.fileName} takes more of the bundler's helpers than is known here.`);
  },
};
