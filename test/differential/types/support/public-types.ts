import ts from "typescript";

/** What a name stands for: a value, a type, or both, as a class does. */
export type ExportKind = "type" | "value" | "value and type";

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
};

/** What a package exports, as the compiler sees it. */
export class PublicTypes {
  readonly #checker: ts.TypeChecker;
  readonly #exports: ReadonlyMap<string, ts.Symbol>;

  private constructor(program: ts.Program, entry: string) {
    this.#checker = program.getTypeChecker();
    const source = program.getSourceFile(entry);
    const symbol = source && this.#checker.getSymbolAtLocation(source);
    if (symbol === undefined) throw new Error(`${entry} is no module.`);
    this.#exports = new Map(
      this.#checker.getExportsOfModule(symbol).map((each) => [each.name, this.#follow(each)]),
    );
  }

  /** Reads the declarations of packages, whose types can then be compared with each other. */
  static read<Entries extends readonly string[]>(
    ...entries: Entries
  ): { readonly [Index in keyof Entries]: PublicTypes } {
    const program = ts.createProgram([...entries], OPTIONS);
    return entries.map((entry) => new PublicTypes(program, entry)) as never;
  }

  get names(): readonly string[] {
    return [...this.#exports.keys()];
  }

  kindOf(name: string): ExportKind | undefined {
    const flags = this.#exports.get(name)?.flags;
    if (flags === undefined) return undefined;
    if ((flags & ts.SymbolFlags.Type) === 0) return "value";
    return (flags & ts.SymbolFlags.Value) === 0 ? "type" : "value and type";
  }

  /** Whether a name stands for a class, rather than for data. */
  isClass(name: string): boolean {
    return this.kindOf(name) === "value and type" && this.#statics(name).includes("prototype");
  }

  /** Whether what has the type of one package can stand where the other's is due. */
  fits(name: string, other: PublicTypes): boolean {
    return this.#checker.isTypeAssignableTo(this.#typeOf(name), other.#typeOf(name));
  }

  /** Members that the instances of a class have, and others that have its type; those of the class itself with a dot. */
  membersOf(name: string): readonly string[] {
    const own = this.#checker.getPropertiesOfType(this.#typeOf(name)).map((member) => member.name);
    return [...own, ...this.#statics(name).map((member) => `.${member}`)].map((member) =>
      // The compiler's name for symbols ends in a number of its own.
      member.replace(/@(\w+)@\d+$/, "[$1]"),
    );
  }

  /** Members that cannot be assigned to: of data, and of the instances of classes. */
  readonlyMembersOf(name: string): readonly string[] {
    return this.#checker
      .getPropertiesOfType(this.#typeOf(name))
      .filter(({ declarations = [] }) =>
        declarations.some((each) => ts.getCombinedModifierFlags(each) & ts.ModifierFlags.Readonly),
      )
      .map((member) => member.name);
  }

  #statics(name: string): readonly string[] {
    const symbol = this.#symbol(name);
    if ((symbol.flags & ts.SymbolFlags.Value) === 0) return [];
    return this.#checker.getPropertiesOfType(this.#checker.getTypeOfSymbol(symbol)).map((each) => each.name);
  }

  #typeOf(name: string): ts.Type {
    return this.#checker.getDeclaredTypeOfSymbol(this.#symbol(name));
  }

  #symbol(name: string): ts.Symbol {
    const symbol = this.#exports.get(name);
    if (symbol === undefined) throw new Error(`Nothing is called ${name}.`);
    return symbol;
  }

  #follow(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }
}
