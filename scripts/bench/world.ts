import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { runOrFail } from "../lib/run.js";
import type { Contender } from "./result.js";
import { ownEnvironment } from "./run-node.js";

/** AWS's client, which is compared with. */
export const OFFICIAL = "@aws-sdk/client-amplifybackend";

/** The package that is measured. */
export const OURS = "@tinsmith/amplifybackend";

/** The package that a contender is made of; the floor has none. */
export const PACKAGES: Readonly<Record<Contender, string>> = {
  ours: OURS,
  official: OFFICIAL,
  floor: "./client.mjs",
};

const PROGRAMS = "scripts/bench/programs";

/** A folder outside of the repository, with a project per contender, as its users have it. */
export interface World extends AsyncDisposable {
  readonly ours: string;
  readonly official: string;
  readonly floor: string;
  /** The project that has the generator. */
  readonly codegen: string;
  readonly officialVersion: string;
}

/** Builds and packs the packages, and installs the tarballs; the official client comes from npm's cache, if it is there. */
export const createWorld = async (tell: (doing: string) => void): Promise<World> => {
  const folder = await mkdtemp(join(tmpdir(), "tinsmith-bench-"));
  const at = (name: string): string => join(folder, name);
  const officialVersion = pinnedVersion();
  tell("building and packing");
  await runOrFail("npm", ["run", "build"], { quiet: true });
  const workspaces = ["runtime", "generated", "codegen"].flatMap((name) => ["--workspace", name]);
  await npm(["pack", "--ignore-scripts", "--pack-destination", folder, ...workspaces], process.cwd());
  const tarballs = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  const pick = (pattern: RegExp) =>
    tarballs.filter((name) => pattern.test(name)).map((name) => join("..", name));
  tell("installing");
  await install(at("ours"), pick(/^(?!.*codegen)/));
  await install(at("codegen"), pick(/codegen/));
  await install(at("official"), [`${OFFICIAL}@${officialVersion}`]);
  mkdirSync(at("floor"));
  for (const name of ["ours", "official", "floor"] as const) await addPrograms(at(name), name);
  return {
    ours: at("ours"),
    official: at("official"),
    floor: at("floor"),
    codegen: at("codegen"),
    officialVersion,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
};

/** The version that the lock file has. */
const pinnedVersion = (): string => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { version?: string }>;
  };
  return lock.packages[`node_modules/${OFFICIAL}`]?.version ?? "latest";
};

const install = async (project: string, packages: readonly string[]): Promise<void> => {
  mkdirSync(project);
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  await npm(["install", "--prefer-offline", "--ignore-scripts", ...packages], project);
};

const npm = (args: readonly string[], cwd: string): Promise<string> =>
  runOrFail("npm", [...args, "--silent", "--no-audit", "--no-fund"], {
    cwd,
    env: ownEnvironment(),
    quiet: true,
  });

/** Puts the programs beside what they import. */
const addPrograms = async (project: string, name: Contender): Promise<void> => {
  for (const program of readdirSync(PROGRAMS)) {
    const text = readFileSync(join(PROGRAMS, program), "utf8");
    const imported = name === "floor" && program.endsWith(".cjs") ? "./client.cjs" : PACKAGES[name];
    writeFileSync(join(project, program), text.replaceAll('"PACKAGE"', JSON.stringify(imported)));
  }
  if (name === "floor") await bundleFloor(project);
};

/** One file, since the floor is not to wait for the file system either. */
const bundleFloor = async (project: string): Promise<void> => {
  for (const [format, file] of [
    ["esm", "client.mjs"],
    ["cjs", "client.cjs"],
  ] as const) {
    await build({
      entryPoints: [join(PROGRAMS, "raw-client.mjs")],
      outfile: join(project, file),
      bundle: true,
      format,
      platform: "node",
      mainFields: ["module", "main"],
      banner: format === "esm" ? { js: REQUIRE } : {},
    });
  }
};

/** For CommonJS that got into a bundle of ES modules. */
const REQUIRE = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`;
