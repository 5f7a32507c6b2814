import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Rolldown } from "tsdown";

/** What is known of a package whose code is in the bundle. */
interface Inlined {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/** Writes the licences of the packages whose code a bundle holds into a file beside it. */
export function notices(): Rolldown.Plugin {
  return {
    name: "third-party-notices",
    generateBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const id of Object.keys(chunk.modules)) addFolder(folders, id);
      }
      if (folders.size === 0) return;
      const source = [...folders].sort().map(readPackage).map(describe).join("\n");
      this.emitFile({ type: "asset", fileName: "THIRD-PARTY-NOTICES.txt", source });
    },
  };
}

/** The folder of the package that a module belongs to, if it is not ours. */
function addFolder(folders: Set<string>, id: string): void {
  const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id.replace(/^\0/, ""));
  if (match?.[1] !== undefined && !/\.d\.[cm]?ts$/.test(id)) folders.add(match[1]);
}

function readPackage(folder: string): Inlined {
  const file = join(folder, "package.json");
  const { name, version, license } = JSON.parse(readFileSync(file, "utf8")) as Inlined;
  return { name, version, license, text: readLicence(dirname(file)) };
}

/** The licence, and the notice that Apache's asks to pass on. @throws Error where there is no licence */
function readLicence(folder: string): string {
  const files = readdirSync(folder).filter((entry) => /^(?:licen[cs]e|copying|notice)/i.test(entry));
  if (files.every((file) => /^notice/i.test(file))) throw new Error(`${folder} has no licence to pass on.`);
  return files.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n");
}

function describe({ name, version, license, text }: Inlined): string {
  return `${"=".repeat(80)}\n${name} ${version} (${license})\n${"=".repeat(80)}\n${text}\n`;
}
