import { foldLabel } from "./fold-label.js";

/**
 * A label is one segment of a request's path. `..` in its place turns the removal of one environment into the removal
 * of all, because URL parsers collapse such a path and the signature covers the collapsed one. So nothing goes
 * into a path that a URL parser, proxy or server could read as no segment, or as a step to another one, also when
 * it decodes the path first, which many do though none should:
 *
 * - dots, also between slashes that would have to be decoded first, and before what such a server cuts off (`..;x`);
 * - nothing, blanks, or slashes alone: segments that are trimmed, merged, and gone;
 * - control characters, which end a line or a text elsewhere.
 *
 * Whatever else there is – slashes in an ARN, `?`, `%`, any script – is percent-encoded and goes out, unless it makes
 * the route another: see `findMistakenRoute`. Length is for the service to judge.
 */

/** Nothing that anybody decodes, resolves or trims. Nearly all labels are like that. */
const PLAIN = /^[\w~-][\w.~-]*$/;

/** A segment that is resolved, with what a server may cut off behind it. */
const DOT_SEGMENT = /^\.{1,2}\s*(?:[?#]|$)/;

const CONTROL_CHARACTER = /[\p{Cc}\u2028\u2029]/u;

/** Half of a surrogate pair: text that UTF-8 cannot express. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Says what makes a text unfit for a label.
 *
 * @returns what is wrong, or undefined
 */
export function findLabelProblem(text: string): string | undefined {
  if (PLAIN.test(text)) return undefined;
  if (text === "") return "must not be empty: it is part of the request's path";
  if (LONE_SURROGATE.test(text)) return "must be well-formed text: it is part of the request's path";
  const folded = foldLabel(text);
  if (CONTROL_CHARACTER.test(folded))
    return "must not contain control characters: it is part of the request's path";
  const segments = folded.split(/[\\/]/);
  const names = segments.map((segment) => segment.replace(/;.*/s, "").trim());
  if (names.some((name) => DOT_SEGMENT.test(name)))
    return 'must not be "." or "..", in whatever encoding: it would change the request\'s path';
  // `a//b` may be somebody's name for something; a blank segment is nobody's.
  const isBlank = (name: string, index: number): boolean => name === "" && segments[index] !== "";
  if (names.some(isBlank) || names.every((name) => name === ""))
    return "must not be blank, in whatever encoding: it is part of the request's path";
  return undefined;
}

/** The same for a greedy label, which may span segments: each of them has to be fit by itself. */
export function findGreedyLabelProblem(text: string): string | undefined {
  for (const segment of text.split("/")) {
    const problem = findLabelProblem(segment);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
