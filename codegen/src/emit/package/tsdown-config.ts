import type { PackagePlan } from "../../plan/package-plan.js";
import type { OutputFile } from "../../write/output-file.js";
import { headerComment } from "../files/header.js";
import type { Fragment } from "../layout/fragment.js";
import { call, object, tallObject, text } from "../layout/literals.js";
import { print } from "../layout/print.js";
import { packageEntries } from "./entries.js";

const IMPORTS = `import { packageBuild } from "@tinsmith/codegen/build";
import { defineConfig } from "tsdown";
`;

/** Makes the configuration of the build; how packages are built is said by `@tinsmith/codegen/build`. */
export function tsdownConfig(
  plan: PackagePlan,
  extensionEntries: readonly string[],
  hasCommand: boolean,
): OutputFile {
  const files = packageEntries(extensionEntries).flatMap(({ file }) => (file === "zod" ? [] : [file]));
  const parts = tallObject([
    ["entries", sources(files)],
    ["zod", sources(["zod"])],
    ...(hasCommand ? [["program", sources(["cli"])] as const] : []),
  ]);
  const config = print(["export default ", call("defineConfig", [["packageBuild(", parts, ")"]]), ";"]);
  return {
    path: "tsdown.config.ts",
    contents: [`${headerComment([plan.service.source])}\n`, IMPORTS, config, ""].join("\n"),
  };
}

const sources = (files: readonly string[]): Fragment =>
  object(files.map((file) => [file, text(`src/${file}.ts`)]));
