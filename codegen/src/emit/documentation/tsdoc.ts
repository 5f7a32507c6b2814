import type { DocumentationIr } from "../../ir/documentation-ir.js";
import { type Fragment, stacked } from "../layout/fragment.js";
import { escapeCommentEnd, escapeTsdoc } from "./escape.js";
import { markdownFromHtml } from "./markdown-from-html.js";
import { wrapMarkdown, wrapText } from "./wrap.js";

/** Longest line of a comment, in columns. */
const COMMENT_WIDTH = 100;

/** A part of a comment; a blank line separates it from the part before, unless both are tags. */
export type Section =
  /** CommonMark, or AWS's HTML, from a model. */
  | { readonly kind: "text"; readonly text: string }
  /** A sentence of ours, in TSDoc. */
  | { readonly kind: "sentence"; readonly text: string }
  /** A tag, with what follows it in TSDoc. */
  | { readonly kind: "tag"; readonly tag: string; readonly text: string }
  /** A tag, with lines that stay as they are. */
  | { readonly kind: "block"; readonly tag: string; readonly lines: readonly string[] };

/** A sentence of ours. */
export const sentence = (text: string): Section => ({ kind: "sentence", text });
/** A tag such as `@throws`. */
export const tag = (name: string, text: string): Section => ({ kind: "tag", tag: name, text });

/** @returns what the model says, before tags */
export const described = ({ text }: DocumentationIr): readonly Section[] =>
  text === undefined || text.trim() === "" ? [] : [{ kind: "text", text }];

/** @returns the tags that the model's words give: `@deprecated` and `@see` */
export function describedTags({ deprecated, links }: DocumentationIr): readonly Section[] {
  return [
    ...(deprecated === undefined ? [] : [deprecatedTag(deprecated)]),
    ...links.map(({ title, url }) => tag("see", `[${escapeTsdoc(title)}](${url})`)),
  ];
}

function deprecatedTag({ message, since }: NonNullable<DocumentationIr["deprecated"]>): Section {
  const words = [
    since === undefined ? undefined : `Since ${since}.`,
    message ?? "Do not use it in new code.",
  ];
  return tag("deprecated", escapeTsdoc(words.filter((part) => part !== undefined).join(" ")));
}

/**
 * Writes a TSDoc comment.
 *
 * @param level - steps of indentation of what is documented
 * @returns nothing for no sections
 */
export function comment(sections: readonly Section[], level = 0): Fragment | undefined {
  const indentation = level * 2;
  const lines = linesOf(sections, COMMENT_WIDTH - indentation - " * ".length);
  const [only = ""] = lines;
  if (lines.length === 0) return undefined;
  if (lines.length === 1 && indentation + only.length + "/**  */".length <= COMMENT_WIDTH + 10) {
    return `/** ${only} */`;
  }
  return stacked("/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */");
}

/** Writes what is documented below its comment, if it has one. */
export function documented(sections: readonly Section[], code: Fragment, level = 0): Fragment {
  const written = comment(sections, level);
  return written === undefined ? code : stacked(written, code);
}

function linesOf(sections: readonly Section[], width: number): readonly string[] {
  const lines: string[] = [];
  let previous: Section | undefined;
  for (const section of sections) {
    const written = sectionLines(section, width);
    if (written.length === 0) continue;
    if (previous !== undefined && !(previous.kind === "tag" && section.kind === "tag")) lines.push("");
    lines.push(...written);
    previous = section;
  }
  return lines;
}

function sectionLines(section: Section, width: number): readonly string[] {
  switch (section.kind) {
    case "text":
      return wrapMarkdown(escapeTsdoc(markdownFromHtml(section.text)), width);
    case "sentence":
      return wrapText(escapeCommentEnd(section.text), width);
    case "tag":
      return wrapText(`@${section.tag} ${escapeCommentEnd(section.text)}`, width, "", "  ");
    case "block":
      return [`@${section.tag}`, ...section.lines];
  }
}
