import type { Rolldown } from "tsdown";
import { plainExports } from "./plain-exports.js";

/**
 * Leaves out of code what nobody needs, and no minifier leaves out without dropping more: indentation, and functions around
 * exports. Escapes what is not ASCII: for one such character engines keep two bytes for each of a file.
 */
export const compact: Rolldown.Plugin = {
  name: "compact",
  generateBundle({ format }, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type !== "chunk" || !/\.c?js$/.test(part.fileName)) continue;
      const { code, fileName, exports } = part;
      const ascii = code.replace(/[\u0080-\uffff]/g, escaped);
      const plain = format === "cjs" ? plainExports(ascii, fileName, exports) : ascii;
      part.code = withoutIndentation(plain, findTexts(this.parse(plain)));
    }
  },
};

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

const withoutIndentation = (code: string, texts: readonly Range[]): string =>
  code.replace(/^\t+/gm, (blank, at: number) =>
    texts.some(({ start, end }) => start <= at && at < end) ? blank : "",
  );

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
