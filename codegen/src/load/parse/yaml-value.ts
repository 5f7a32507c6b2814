import { isAlias, isMap, isScalar, isSeq, type Pair, type Range } from "yaml";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceLocation } from "../../diagnostics/location.js";
import { problem } from "../../diagnostics/outcome.js";

/** Deeper than any model is; what follows walks through values by recursion. */
export const MAX_DEPTH = 200;

/** More values than any model has: aliases of aliases multiply. */
const MAX_VALUES = 5_000_000;

/** What YAML 1.1 took for "all keys of another map". */
const MERGE = "<<";

/** A plain value, and what of it has no place in a model. */
export interface YamlValue {
  /** Undefined, as any value within, where it cannot be read: then a diagnostic says why. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** What an anchor stands for; without a value as long as its node is being read. */
interface Anchored {
  value?: unknown;
  size?: number;
}

/** The key of a pair as text. */
export const keyOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

/** Where a node begins. */
export const startOf = (node: unknown): number | undefined => {
  const range: Range | null | undefined =
    isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  return range?.[0];
};

/**
 * Turns a YAML node into plain values. The library would do that too, but it lets pass what a model's author
 * cannot have meant (keys that are there twice, keys without a value), and what would never end.
 */
export const readYamlValue = (root: unknown, at: (offset: number) => SourceLocation): YamlValue => {
  const diagnostics: Diagnostic[] = [];
  const anchors = new Map<string, Anchored>();
  let size = 0;

  const tell = (node: unknown, message: string, help?: string): undefined => {
    diagnostics.push(problem({ location: at(startOf(node) ?? 0), message, help }));
  };

  const read = (node: unknown, depth: number): unknown => {
    size += 1;
    if (isAlias(node)) return readAlias(node, node.source);
    if (depth > MAX_DEPTH) return tell(node, `nested more than ${MAX_DEPTH} deep`);
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor === undefined) return readPlain(node, depth);
    const before = size;
    const anchored: Anchored = {};
    anchors.set(anchor, anchored);
    anchored.value = readPlain(node, depth);
    anchored.size = size - before;
    return anchored.value;
  };

  const readPlain = (node: unknown, depth: number): unknown => {
    if (isSeq(node)) return node.items.map((item) => read(item, depth + 1));
    if (!isMap(node)) return isScalar(node) ? node.value : null;
    const value: Record<string, unknown> = {};
    const places = new Map<string, Pair>();
    for (const pair of node.items) {
      const key = keyOf(pair);
      if (key === MERGE) return tell(pair.key, "YAML 1.2 does not merge keys", "Write the keys out.");
      if (!isKeyRight(pair, key, places.get(key))) continue;
      places.set(key, pair);
      value[key] = read(pair.value, depth + 1);
    }
    return value;
  };

  const isKeyRight = (pair: Pair, key: string, earlier: Pair | undefined): boolean => {
    const { length } = diagnostics;
    if (earlier !== undefined) {
      const { line, column } = at(startOf(earlier.key) ?? 0);
      tell(pair.key, `the key "${key}" is already at ${line}:${column}`, "Keep one of the two.");
    } else if (pair.value === null) {
      tell(
        pair.key,
        `the key "${key}" has no value`,
        "A text within { … } must be quoted if it has a comma.",
      );
    } else if (key === "__proto__") tell(pair.key, `nothing can be called "${key}"`, "Choose another name.");
    return diagnostics.length === length;
  };

  const readAlias = (node: unknown, name: string): unknown => {
    const anchored = anchors.get(name);
    if (anchored === undefined) return tell(node, `no anchor &${name} before this alias`);
    if (anchored.size === undefined) return tell(node, `the alias *${name} stands within what it refers to`);
    const wasBelow = size <= MAX_VALUES;
    size += anchored.size;
    if (size > MAX_VALUES && wasBelow) tell(node, "aliases multiply beyond measure", "Write the values out.");
    return size > MAX_VALUES ? undefined : anchored.value;
  };

  return { value: read(root, 0), diagnostics };
};
