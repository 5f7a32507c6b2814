import type { Rolldown } from "tsdown";

/** How the bundler exports from CommonJS what other files of the package take: by a function, called at each use. */
const GETTER =
  /Object\.defineProperty\(exports, "([\w$]+)", \W+enumerable: !0,\W+get.+\W+return (.+);\W+\}\)/g;

/**
 * Leaves out of code what nobody needs, and no minifier leaves out without dropping more: indentation, and functions around
 * exports. Escapes what is not ASCII: for one such character engines keep two bytes for each of a file.
 */
export const compact: Rolldown.Plugin = {
  name: "compact",
  generateBundle(_options, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type !== "chunk") continue;
      const code = part.code.replace(/[\u0080-\uffff]/g, escaped).replace(GETTER, "exports.$1 = $2");
      const texts = findTexts(this.parse(code));
      part.code = code.replace(/^\t+/gm, (blank, at: number) =>
        texts.some(({ start, end }) => start <= at && at < end) ? blank : "",
      );
    }
  },
};

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where texts of several lines stand, whose blanks say something. */
function findTexts(node: unknown): readonly Range[] {
  if (typeof node !== "object" || node === null) return [];
  const { type, start, end } = node as Partial<Range & { type: string }>;
  if (type === "TemplateElement" && start !== undefined && end !== undefined) return [{ start, end }];
  return Object.values(node).flatMap(findTexts);
}
