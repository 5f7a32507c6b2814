import { runCompiler } from "../../../support/run-compiler.js";

/** Folders of the compilers, by version. */
const COMPILERS = {
  "5.4": "typescript-5.4",
  "5.9": "typescript-5.9",
  "6.0": "typescript",
  "7.0": "typescript-7",
} as const;

export type CompilerVersion = keyof typeof COMPILERS;

/** How somebody's project is compiled. */
export interface CompilerSetting {
  readonly version: CompilerVersion;
  readonly modules: "nodenext" | "bundler" | "commonjs";
  readonly exactOptionalPropertyTypes: boolean;
  readonly skipLibCheck: boolean;
}

/** What people have switched on, and no more than what they need of the platform. */
const COMMON = [
  ..."--target es2022 --lib es2023 --types node --strict --noUncheckedIndexedAccess".split(" "),
  ..."--noImplicitOverride --allowJs".split(" "),
];

/** Flags of a module setting: the one for CommonJS that resolves as Node 10 did is gone from TypeScript 7. */
function moduleFlags({ modules, version }: CompilerSetting): string {
  switch (modules) {
    case "nodenext":
      return "--module nodenext";
    case "bundler":
      return "--module esnext --moduleResolution bundler";
    case "commonjs":
      if (version === "7.0") return "--module commonjs --moduleResolution bundler";
      return `--module commonjs --moduleResolution node10${version === "6.0" ? " --ignoreDeprecations 6.0" : ""}`;
  }
}

/**
 * Compiles files as somebody's project would.
 *
 * @param files - paths within the folder
 * @param output - folder for JavaScript; none is written if left out
 * @returns the compiler's complaints
 */
export const compile = (
  folder: string,
  files: readonly string[],
  setting: CompilerSetting,
  output?: string,
): Promise<string> => {
  const flags = [
    ...COMMON,
    ...moduleFlags(setting).split(" "),
    // A configuration file further up would be taken for this project's; older versions do not look for one.
    ...(setting.version.startsWith("5") ? [] : ["--ignoreConfig"]),
    ...["--exactOptionalPropertyTypes", String(setting.exactOptionalPropertyTypes)],
    ...["--skipLibCheck", String(setting.skipLibCheck)],
    ...(output === undefined ? ["--noEmit"] : ["--outDir", output, "--rootDir", "."]),
  ];
  return runCompiler(folder, [...flags, ...files], COMPILERS[setting.version]);
};
