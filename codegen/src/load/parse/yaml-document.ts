import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
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

/** A YAML (or JSON) text as nodes that know their places. */
export interface YamlText {
  readonly document: Document.Parsed;
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
  });
  const at = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const syntax = [...document.errors, ...document.warnings].map(({ pos, message }) =>
    problem({ location: at(pos[0]), message: firstLine(message) }),
  );
  const diagnostics = [...syntax, ...duplicateKeys(document.contents, at)];
  const finder = createFinder(document);
  return { document, diagnostics, locate: (path, part) => at(finder(path, part)) };
};

const firstLine = (message: string): string => message.split("\n", 1)[0] ?? message;

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

/** Duplicate keys of all maps below `node`, each with the place where the key stood first. */
const duplicateKeys = (node: unknown, at: (offset: number) => SourceLocation): Diagnostic[] => {
  if (isSeq(node)) return node.items.flatMap((item) => duplicateKeys(item, at));
  if (!isMap(node)) return [];
  const first = new Map<string, number>();
  return node.items.flatMap((pair) => {
    const key = keyOf(pair);
    const offset = startOf(pair.key) ?? 0;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, offset);
    const below = duplicateKeys(pair.value, at);
    if (earlier === undefined) return below;
    const { line, column } = at(earlier);
    const message = `the key "${key}" is already at ${line}:${column}`;
    return [problem({ location: at(offset), message, help: "Keep one of the two." }), ...below];
  });
};

/** Finds offsets by path; maps are indexed by key when first looked into. */
const createFinder = (document: Document.Parsed): ((path: ValuePath, part: Part) => number) => {
  const indexes = new WeakMap<object, ReadonlyMap<string, Pair>>();
  const pairOf = (map: { readonly items: readonly Pair[] }, key: string): Pair | undefined => {
    let index = indexes.get(map);
    if (index === undefined) {
      index = new Map(map.items.map((pair) => [keyOf(pair), pair]));
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
