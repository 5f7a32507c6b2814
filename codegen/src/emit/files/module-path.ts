import type { ModuleReference } from "../../plan/code-symbol.js";

/** @returns what one file writes behind `from` to import another module */
export function specifierFrom(from: ModuleReference, to: ModuleReference): string {
  if (to.kind === "package") return to.specifier;
  const fromFolders = from.kind === "file" ? from.path.split("/").slice(0, -1) : [];
  const target = to.path.split("/");
  const shared = fromFolders.findIndex(
    (folder, index) => folder !== target[index] || index === target.length - 1,
  );
  const common = shared === -1 ? fromFolders.length : shared;
  const up = "../".repeat(fromFolders.length - common);
  return `${up === "" ? "./" : up}${target.slice(common).join("/")}.js`;
}

/** Whether both are the same module. */
export const isSameModule = (left: ModuleReference, right: ModuleReference): boolean =>
  moduleKey(left) === moduleKey(right);

/** @returns a text that is the same for the same module, and sorts packages before files */
export const moduleKey = (module: ModuleReference): string =>
  module.kind === "package" ? `package ${module.specifier}` : `src/${module.path}`;
