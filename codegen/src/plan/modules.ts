import type { ModuleReference } from "./code-symbol.js";

/** Names a file of the package to be made. @param path - below `src`, without extension */
export const file = (path: string): ModuleReference => ({ kind: "file", path });

/** The files that every package has. */
export const FIXED_FILES = {
  index: file("index"),
  service: file("service"),
  structures: file("structures"),
  enums: file("enums"),
  errors: file("errors"),
  operations: file("operations"),
  types: file("service-types"),
  schemas: file("schemas/structures"),
  double: file("schemas/double"),
  zod: file("zod"),
  unvalidated: file("unvalidated"),
  testing: file("testing"),
  cli: file("cli"),
} as const;

/** Base names of the fixed files directly below `src`. */
export const FIXED_ROOT_NAMES: readonly string[] = Object.values(FIXED_FILES).flatMap((module) =>
  module.kind === "file" && !module.path.includes("/") ? [module.path] : [],
);
