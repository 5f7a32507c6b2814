/**
 * Packs the packages as a release would, and holds the tarballs to what publint and are-the-types-wrong say of a
 * well-made package; to importing nothing that is not declared; and to naming all whose code they have in them.
 */
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { findNoticeFaults, readNotices } from "./lib/notices.js";
import { findUndeclaredImports, type Manifest } from "./lib/package-imports.js";
import { run, runOrFail } from "./lib/run.js";

/** By folder: whether the code of other packages is inlined. */
const PACKAGES = { runtime: true, codegen: false, generated: false };

const NOTICES = "THIRD-PARTY-NOTICES.txt";

const destination = await mkdtemp(join(tmpdir(), "tinsmith-pack-"));
try {
  const failed: string[] = [];
  for (const [folder, isInlined] of Object.entries(PACKAGES)) {
    console.log(`\n${folder}`);
    const tarball = await pack(folder);
    const faults = await findFaults(await unpack(tarball), isInlined);
    for (const fault of faults) console.log(`FAILED: ${fault}`);
    if (!(await lint(folder, tarball)) || faults.length > 0) failed.push(folder);
  }
  console.log(
    failed.length === 0 ? "\nAll packages are well made." : `\nNot well made: ${failed.join(", ")}`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  await rm(destination, { recursive: true });
}

async function pack(folder: string): Promise<string> {
  const listing = await runOrFail(
    "npm",
    ["pack", "--json", "--silent", "--workspace", folder, "--pack-destination", destination],
    { quiet: true },
  );
  const filename = /"filename":\s*"([^"]+)"/.exec(listing)?.[1];
  if (filename === undefined) throw new Error(`npm pack named no tarball for ${folder}:\n${listing}`);
  return join(destination, filename);
}

async function lint(folder: string, tarball: string): Promise<boolean> {
  const esmOnly = folder === "codegen" ? ["--profile", "esm-only"] : [];
  const publint = await run("npx", ["publint", tarball, "--strict"]);
  const types = await run("npx", ["attw", tarball, "--format", "ascii", ...esmOnly]);
  return publint.exitCode === 0 && types.exitCode === 0;
}

async function unpack(tarball: string): Promise<string> {
  const folder = join(destination, basename(tarball, ".tgz"));
  await mkdir(folder);
  await runOrFail("tar", ["-xzf", tarball, "-C", folder, "--strip-components", "1"], { quiet: true });
  return folder;
}

async function findFaults(folder: string, isInlined: boolean): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true });
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Manifest;
  const faults: string[] = [];
  let inlined = 0;
  for (const file of files) {
    const text = /\.(?:c?js|txt)$/.test(file) ? await readFile(join(folder, file), "utf8") : "";
    if (basename(file) === NOTICES) {
      const notices = readNotices(text);
      inlined += notices.length;
      faults.push(...findNoticeFaults(notices, await lockedVersions()).map((fault) => `${file}: ${fault}`));
      console.log(`${file}: ${notices.map(({ name, version }) => `${name} ${version}`).join(", ")}`);
    } else {
      const imported = await findUndeclaredImports(text, manifest);
      faults.push(...imported.map((name) => `${file} imports ${name}, which is not declared`));
    }
  }
  if (inlined > 0 !== isInlined) faults.push(`${inlined} packages are named whose code is inlined`);
  return faults;
}

/** Versions of packages, by the lock file. */
async function lockedVersions(): Promise<(name: string) => readonly string[]> {
  const { packages } = JSON.parse(await readFile("package-lock.json", "utf8")) as {
    packages: Record<string, { version?: string }>;
  };
  return (name) =>
    Object.entries(packages)
      .filter(([path]) => path.endsWith(`node_modules/${name}`))
      .map(([, { version = "" }]) => version);
}
