/** Where a symbol comes from: a file of the package to be made, or another package. */
export type ModuleReference =
  /** Path below `src`, without extension, e.g. `commands/CloneBackendCommand`. */
  | { readonly kind: "file"; readonly path: string }
  /** What stands behind `from`, e.g. `@tinsmith/runtime`. */
  | { readonly kind: "package"; readonly specifier: string };

/** Something that generated code declares or imports, under its final name. */
export interface CodeSymbol {
  readonly name: string;
  readonly module: ModuleReference;
  /** Whether the name stands for all that its module exports. */
  readonly namespace?: true;
}
