import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "../result.js";
import { exactly, type Figure } from "../statistics.js";
import type { Measure } from "./context.js";

/** What is in a folder of installed packages. */
interface Installed {
  readonly packages: number;
  readonly files: number;
  /** What the files hold. */
  readonly content: number;
  /** What the file system takes for it, in whole blocks, as `du` counts. */
  readonly disk: number;
}

const KIBIBYTE = 1024;

/** What `npm install` puts into an empty folder. */
export const measureInstall: Measure = async ({ world }) => {
  const ours = inspect(world.ours);
  const official = inspect(world.official);
  const row = (
    kind: keyof Installed,
    { cost, unit = "", per = 1 }: { cost: string; unit?: string; per?: number },
    targets: Row["targets"],
  ): Row => {
    const figure = (installed: Installed): Figure => exactly(installed[kind] / per);
    return {
      id: `install.${kind}`,
      cost,
      unit,
      figures: { ours: figure(ours), official: figure(official) },
      targets,
    };
  };
  const tenth = [{ of: "official", limit: 0.1 }] as const;
  return [
    row("packages", { cost: "Installed packages" }, [{ of: "nothing", limit: 2 }]),
    row("files", { cost: "Installed files" }, []),
    row("content", { cost: "Installed bytes, what files hold", unit: "KiB", per: KIBIBYTE }, tenth),
    row("disk", { cost: "Installed bytes, blocks on disk", unit: "KiB", per: KIBIBYTE }, tenth),
  ];
};

const inspect = (project: string): Installed => {
  const modules = join(project, "node_modules");
  const { packages } = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8")) as {
    packages: object;
  };
  const entries = readdirSync(modules, { recursive: true, withFileTypes: true })
    .map((entry) => ({ isFile: entry.isFile(), path: join(entry.parentPath, entry.name) }))
    // npm's own note of what it installed.
    .filter(({ path }) => path !== join(modules, ".package-lock.json"))
    .map(({ isFile, path }) => ({ isFile, ...sizesOf(path) }));
  const files = entries.filter(({ isFile }) => isFile);
  return {
    packages: Object.keys(packages).length,
    files: files.length,
    content: files.reduce((sum, { content }) => sum + content, 0),
    disk: entries.reduce((sum, { disk }) => sum + disk, 0),
  };
};

const sizesOf = (path: string): { content: number; disk: number } => {
  const { size, blocks } = lstatSync(path);
  return { content: size, disk: blocks * 512 };
};
