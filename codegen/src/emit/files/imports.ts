import { type ImportDeclarationStructure, type OptionalKind, StructureKind } from "ts-morph";
import { byText } from "../../ir/names.js";
import type { ModuleReference } from "../../plan/code-symbol.js";
import { type Fragment, type SymbolUse, symbolUses } from "../layout/fragment.js";
import { print } from "../layout/print.js";
import { isSameModule, moduleKey, specifierFrom } from "./module-path.js";
import { namedList } from "./reexports.js";

/** Columns of an import beside its names, at least: `import type  from "";`. */
const SURROUNDINGS = 'import type  from "";'.length;

/** Works out the imports of a file from what its statements use: one per module, packages first, sorted. */
export function importsOf(
  module: ModuleReference,
  statements: readonly Fragment[],
): readonly ImportDeclarationStructure[] {
  const modules = new Map<string, SymbolUse[]>();
  for (const use of statements.flatMap(symbolUses)) {
    if (isSameModule(use.symbol.module, module)) continue;
    const key = moduleKey(use.symbol.module);
    const uses = modules.get(key) ?? [];
    uses.push(use);
    modules.set(key, uses);
  }
  return [...modules]
    .sort(([left], [right]) => byText(left, right))
    .flatMap(([, uses]) => importOf(module, uses));
}

function importOf(from: ModuleReference, uses: readonly SymbolUse[]): readonly ImportDeclarationStructure[] {
  const [first] = uses;
  if (first === undefined) return [];
  const moduleSpecifier = specifierFrom(from, first.symbol.module);
  const isTypeOnly = uses.every(({ typeOnly }) => typeOnly);
  const base = { kind: StructureKind.ImportDeclaration, moduleSpecifier, isTypeOnly } as const;
  if (first.symbol.namespace === true) return [{ ...base, namespaceImport: first.symbol.name }];
  return [{ ...base, ...namedImports(uses, isTypeOnly, moduleSpecifier) }];
}

/** ts-morph would write all names on one line, however long. */
function namedImports(
  uses: readonly SymbolUse[],
  isTypeOnly: boolean,
  specifier: string,
): Pick<OptionalKind<ImportDeclarationStructure>, "namedImports"> {
  const braces = print(namedList(uses, isTypeOnly), 110 - SURROUNDINGS - specifier.length);
  const names = braces.slice(1, -1);
  return {
    namedImports: (writer) => {
      // The names bring their own indentation.
      writer.queueIndentationLevel(0);
      writer.write(names.includes("\n") ? names : names.trim());
    },
  };
}
