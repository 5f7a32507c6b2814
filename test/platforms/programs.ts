import { cpSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";

const FOLDER = "test/platforms";

/** What all bundles have in common. The paths of this repository's `tsconfig.json` would lead to sources. */
const COMMON = { bundle: true, tsconfigRaw: {}, logLevel: "warning" } as const satisfies BuildOptions;

/** Puts the stories, and programs that tell them, into a project that has the packages installed. */
export const writePrograms = async (project: string): Promise<void> => {
  cpSync(join(FOLDER, "programs"), project, { recursive: true });
  for (const format of ["esm", "cjs"] as const) {
    await build({
      ...COMMON,
      entryPoints: {
        story: join(FOLDER, "story/tell.ts"),
        "watch-code": join(FOLDER, "story/watch-code.ts"),
      },
      outdir: project,
      outExtension: { ".js": format === "esm" ? ".mjs" : ".cjs" },
      format,
      platform: "neutral",
      mainFields: ["module", "main"],
      // Descriptors are for the stories' own use; the client is the installed package.
      alias: { "@tinsmith/amplifybackend/operations": "./generated/src/operations.ts" },
      external: ["@tinsmith/amplifybackend"],
    });
  }
};

/** Bundles one of the programs with the packages, as whoever had written it would. */
export const bundleProgram = async (
  project: string,
  name: string,
  options: BuildOptions,
): Promise<string> => {
  const entryPoints = [join(project, name)];
  const { outputFiles } = await build({ ...COMMON, ...options, entryPoints, write: false });
  return outputFiles?.[0]?.text ?? "";
};
