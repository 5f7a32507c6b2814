import type { MemberDescriptor, ShapeDescriptor } from "../descriptors/shape.js";
import { encodePathSegment } from "./encode-path.js";
import { REDACTED } from "./redact.js";
import { setKey, targetOf } from "./shape-access.js";

/** Anything shorter also stands in texts that have nothing to do with it. */
const SHORTEST = 6;

/** Parts of a secret that are as long as this, such as the lines of a private key, give it away by themselves. */
const LONG = 20;

/** What formats write in different ways; what stands between is the same in all of them. */
const ESCAPED = /[\s"'\\&<>]+|[^ -~]+/;

/** Nobody nests an error deeper, unless to exhaust the stack. */
const DEEPEST = 100;

/**
 * The texts in the sensitive members of an input. Values of enums are not among them: everybody knows them, and an error
 * that names one may be the only clue.
 */
export function secretsIn(shape: ShapeDescriptor, value: unknown): string[] {
  const found: string[] = [];
  const visit = (each: ShapeDescriptor, held: unknown, inherited: boolean): void => {
    if (typeof held === "string") {
      if (inherited && (typeof each === "string" || each.kind !== "enum")) found.push(held);
      return;
    }
    if (typeof held !== "object" || held === null || typeof each === "string") return;
    const sensitive = inherited || ("sensitive" in each && each.sensitive === true);
    for (const [member, item] of itemsOf(each, held)) {
      visit(targetOf(member), item, sensitive || member.sensitive === true);
    }
  };
  visit(shape, value, false);
  return found;
}

/** What a value holds, each with the member that describes it. */
function itemsOf(shape: Exclude<ShapeDescriptor, string>, held: object): [MemberDescriptor, unknown][] {
  switch (shape.kind) {
    case "structure":
    case "union":
      return Object.entries(shape.members).map(([name, member]) => [member, Reflect.get(held, name)]);
    case "list":
      return Array.isArray(held) ? held.map((item) => [shape.member, item]) : [];
    case "map":
      return Object.entries(held).flatMap(([key, item]) => [
        [shape.key, key],
        [shape.value, item],
      ]);
    default:
      return [];
  }
}

/**
 * Copies what an answer holds without the secrets that it repeats, be it word for word, as they stand in JSON or a path, or
 * line by line.
 *
 * @param value - parsed JSON, or headers
 */
export function blotOut<Value>(value: Value, secrets: readonly string[]): Value {
  const words = [...new Set(secrets.filter(({ length }) => length >= SHORTEST).flatMap(formsOf))];
  if (words.length === 0) return value;
  // The longest first: one may be part of another.
  words.sort((left, right) => right.length - left.length);
  const blot = (text: string): string => words.reduce((rest, word) => rest.replaceAll(word, REDACTED), text);
  return mapTexts(value, blot) as Value;
}

/** What a secret looks like where an answer repeats it: plain, in JSON within a text, in a path, or in part. */
function formsOf(word: string): string[] {
  const quoted = JSON.stringify(word).slice(1, -1);
  const parts = word.split(ESCAPED).filter(({ length }) => length >= LONG);
  try {
    return [word, quoted, ...parts, encodePathSegment(word)];
  } catch {
    // Half a character has no encoded form.
    return [word, quoted, ...parts];
  }
}

function mapTexts(value: unknown, change: (text: string) => string, depth = 0): unknown {
  if (typeof value === "string") return change(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEEPEST) return REDACTED;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, depth + 1));
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value))
    setKey(result, change(key), mapTexts(item, change, depth + 1));
  return result;
}
