import { type Alias, isAlias, isMap, isScalar, isSeq, type Pair, type Range, type YAMLMap } from "yaml";
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
  const reader = new YamlReader(at);
  return { value: reader.read(root, 0), diagnostics: reader.diagnostics };
};

class YamlReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #at: (offset: number) => SourceLocation;
  readonly #anchors = new Map<string, Anchored>();
  /** Values so far, those behind aliases counted each time. */
  #size = 0;

  constructor(at: (offset: number) => SourceLocation) {
    this.#at = at;
  }

  read(node: unknown, depth: number): unknown {
    this.#size += 1;
    if (isAlias(node)) return this.#readAlias(node);
    if (depth > MAX_DEPTH) return this.#tell(node, `nested more than ${MAX_DEPTH} deep`);
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor === undefined) return this.#readPlain(node, depth);
    const before = this.#size;
    const anchored: Anchored = {};
    this.#anchors.set(anchor, anchored);
    anchored.value = this.#readPlain(node, depth);
    anchored.size = this.#size - before;
    return anchored.value;
  }

  #readPlain(node: unknown, depth: number): unknown {
    if (isSeq(node)) return node.items.map((item) => this.read(item, depth + 1));
    if (isMap(node)) return this.#readMap(node, depth);
    return isScalar(node) ? node.value : null;
  }

  #readMap({ items }: YAMLMap, depth: number): unknown {
    const value: Record<string, unknown> = {};
    const places = new Map<string, Pair>();
    for (const pair of items) {
      const key = keyOf(pair);
      if (key === MERGE) return this.#tell(pair.key, "YAML 1.2 does not merge keys", "Write the keys out.");
      const wrong = this.#keyProblem(pair, key, places.get(key));
      if (wrong === undefined) {
        places.set(key, pair);
        value[key] = this.read(pair.value, depth + 1);
      } else this.#tell(pair.key, ...wrong);
    }
    return value;
  }

  /** What is wrong with a key, and what to do about it. */
  #keyProblem(pair: Pair, key: string, earlier: Pair | undefined): [string, string] | undefined {
    if (earlier !== undefined) {
      const { line, column } = this.#at(startOf(earlier.key) ?? 0);
      return [`the key "${key}" is already at ${line}:${column}`, "Keep one of the two."];
    }
    if (pair.value === null) {
      return [`the key "${key}" has no value`, "A text within { … } must be quoted if it has a comma."];
    }
    return key === "__proto__" ? [`nothing can be called "${key}"`, "Choose another name."] : undefined;
  }

  #readAlias(node: Alias): unknown {
    const { source: name } = node;
    const anchored = this.#anchors.get(name);
    if (anchored === undefined) return this.#tell(node, `no anchor &${name} before this alias`);
    if (anchored.size === undefined) {
      return this.#tell(node, `the alias *${name} stands within what it refers to`);
    }
    const wasBelow = this.#size <= MAX_VALUES;
    this.#size += anchored.size;
    if (this.#size <= MAX_VALUES) return anchored.value;
    return wasBelow
      ? this.#tell(node, "aliases multiply beyond measure", "Write the values out.")
      : undefined;
  }

  #tell(node: unknown, message: string, help?: string): undefined {
    this.diagnostics.push(problem({ location: this.#at(startOf(node) ?? 0), message, help }));
  }
}
