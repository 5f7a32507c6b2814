import { byText } from "../../ir/names.js";
import type { CodeSymbol, ModuleReference } from "../../plan/code-symbol.js";
import { type Fragment, group, ifBroken, indented, join, line, stacked } from "../layout/fragment.js";
import { text } from "../layout/literals.js";
import { moduleKey, specifierFrom } from "./module-path.js";

/** A symbol that is passed on. */
export interface Reexport {
  readonly symbol: CodeSymbol;
  readonly typeOnly: boolean;
}

/** Writes re-exports by name, one statement per module, all sorted. */
export function reexports(from: ModuleReference, exports: readonly Reexport[]): readonly Fragment[] {
  const modules = new Map<string, Reexport[]>();
  for (const each of exports) {
    const key = moduleKey(each.symbol.module);
    modules.set(key, [...(modules.get(key) ?? []), each]);
  }
  const statements = [...modules]
    .sort(([left], [right]) => byText(left, right))
    .map(([, entries]) => reexport(from, entries));
  return [stacked(...statements)];
}

function reexport(from: ModuleReference, entries: readonly Reexport[]): Fragment {
  const [first] = entries;
  if (first === undefined) return "";
  const typesOnly = entries.every(({ typeOnly }) => typeOnly);
  return [
    typesOnly ? "export type " : "export ",
    namedList(entries, typesOnly),
    ` from ${text(specifierFrom(from, first.symbol.module))};`,
  ];
}

/** Writes names in braces, sorted, each one once. */
export function namedList(entries: readonly Reexport[], typesOnly: boolean): Fragment {
  const names = new Map<string, boolean>();
  for (const { symbol, typeOnly } of entries) {
    names.set(symbol.name, typeOnly && names.get(symbol.name) !== false);
  }
  const written = [...names]
    .sort(([left], [right]) => byText(left, right))
    .map(([name, typeOnly]) => (typeOnly && !typesOnly ? `type ${name}` : name));
  return group("{", indented(line, join(written, [",", line])), ifBroken(","), line, "}");
}
