import type { ModuleReference } from "../../plan/code-symbol.js";

/** @returns what one file writes behind `from` to import another module */
export function specifierFrom(from: ModuleReference, to: ModuleReference): string {
  if (to.kind === "package") return to.specifier;
  const depth = from.kind === "file" ? from.path.split("/").length - 1 : 0;
  return `${depth === 0 ? "./" : "../".repeat(depth)}${to.path}.js`;
}

/** Whether both are the same module. */
export const isSameModule = (left: ModuleReference, right: ModuleReference): boolean =>
  moduleKey(left) === moduleKey(right);

/** @returns a text that is the same for the same module, and sorts packages before files */
export const moduleKey = (module: ModuleReference): string =>
  module.kind === "package" ? `package ${module.specifier}` : `src/${module.path}`;
