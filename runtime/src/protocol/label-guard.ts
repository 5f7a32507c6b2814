/**
 * A label is one segment of a request's path. `..` in its place turns the removal of one environment into the removal
 * of all, because URL parsers collapse such a path and the signature covers the collapsed one. So nothing goes
 * into a path that a URL parser, proxy or server could read as anything but the one segment it stands for.
 */

/** `.` and `..`, also percent-encoded, however often: `%2e`, `%252E` … A server may decode more than once. */
const DOT_SEGMENT = /^(?:\.|%(?:25)*2e){1,2}$/i;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** Half of a surrogate pair: text that UTF-8 cannot express. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Says what makes a text unfit for a label.
 *
 * @returns what is wrong, or undefined
 */
export function findLabelProblem(text: string): string | undefined {
  if (text === "") return "must not be empty: it is part of the request's path";
  if (DOT_SEGMENT.test(text))
    return 'must not be "." or "..", in whatever encoding: it would change the request\'s path';
  if (CONTROL_CHARACTER.test(text))
    return "must not contain control characters: it is part of the request's path";
  if (LONE_SURROGATE.test(text)) return "must be well-formed text: it is part of the request's path";
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
