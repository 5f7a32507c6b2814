import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from "yaml";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceLocation } from "../../diagnostics/location.js";
import { problem } from "../../diagnostics/outcome.js";
import type { ValuePath } from "../../model/located-traits.js";
import type { Locate, Part } from "./parsed-file.js";
import { ownErrors, tellSyntaxError } from "./yaml-syntax.js";
import { keyOf, readYamlValue, startOf } from "./yaml-value.js";

/** A YAML (or JSON) text as plain values that can be found in it again. */
export interface YamlText {
  /** Undefined where the text is no YAML. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
}

/** Parses YAML 1.2 (core schema), of which JSON is a part. */
export const parseYamlText = (file: string, text: string): YamlText => {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    // The parser's own check compares each key with all others; ours is linear.
    uniqueKeys: false,
    // A directive %YAML 1.1 would make "no" a boolean.
    schema: "core",
    resolveKnownTags: false,
    merge: false,
  });
  const at = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const finder = createFinder(document);
  const locate: Locate = (path, part) => at(finder(path, part));
  const errors = ownErrors([...document.errors, ...document.warnings], (offset) => at(offset).line);
  const syntax = errors.map((error) => problem({ location: at(error.pos[0]), ...tellSyntaxError(error) }));
  if (syntax.length > 0) return { value: undefined, diagnostics: syntax, locate };
  return { ...readYamlValue(document.contents, at), locate };
};

/** Finds offsets by path; maps are indexed by key when first looked into. */
const createFinder = (document: Document.Parsed): ((path: ValuePath, part: Part) => number) => {
  const indexes = new WeakMap<object, ReadonlyMap<string, Pair>>();
  const pairOf = (map: { readonly items: readonly Pair[] }, key: string): Pair | undefined => {
    let index = indexes.get(map);
    if (index === undefined) {
      // Of a key that is there twice the first is read.
      index = new Map([...map.items].reverse().map((pair) => [keyOf(pair), pair]));
      indexes.set(map, index);
    }
    return index.get(key);
  };
  const child = (node: unknown, step: string | number): unknown => {
    const parent = isAlias(node) ? node.resolve(document) : node;
    if (isMap(parent)) return pairOf(parent, String(step));
    return isSeq(parent) && typeof step === "number" ? parent.items[step] : undefined;
  };
  return (path, part) => {
    let found: Node | Pair | null = document.contents;
    for (const step of path) {
      const next = child(isPair(found) ? found.value : found, step);
      if (!isPair(next) && !isNode(next)) break;
      found = next;
    }
    if (!isPair(found)) return startOf(found) ?? 0;
    return (part === "value" ? startOf(found.value) : undefined) ?? startOf(found.key) ?? 0;
  };
};
