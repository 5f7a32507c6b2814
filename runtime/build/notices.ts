import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Rolldown } from "tsdown";

/** What is known of a package whose code is in the bundle. */
interface Inlined {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/** The folders of the packages whose code is inlined, by all builds. */
const folders = new Set<string>();

/** Writes the licences of the packages whose code builds hold into one file beside it. */
export function notices(): Rolldown.Plugin {
  return {
    name: "third-party-notices",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const id of Object.keys(chunk.modules)) addFolder(id);
      }
    },
    // The last build knows what all of them hold.
    writeBundle({ dir = "dist" }) {
      const source = [...folders].sort().map(readPackage).map(describe).join("\n");
      writeFileSync(join(dir, "THIRD-PARTY-NOTICES.txt"), source);
    },
  };
}

/** Adds the folder of the package that a module belongs to, if it is not ours. */
function addFolder(id: string): void {
  const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id.replace(/^\0/, ""));
  if (match?.[1] !== undefined) folders.add(match[1]);
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
  return files.map((file) => refer(readFileSync(join(folder, file), "utf8").trim())).join("\n\n");
}

/** Says who has the copyright, and where the terms are, if they are our own: those are eleven kilobytes. */
function refer(text: string): string {
  const own = readFileSync(new URL("../../LICENSE", import.meta.url), "utf8");
  if (termsOf(text) !== termsOf(own)) return text;
  const owners = text.match(COPYRIGHT)?.map((line) => line.trim()) ?? [];
  return [...owners, "Licensed under the terms in the file LICENSE of this package."].join("\n");
}

/** Who has the copyright: where licences name someone, they begin with the year. */
const COPYRIGHT = /^\s*Copyright \d.*$/gm;

const termsOf = (text: string): string => text.replace(COPYRIGHT, "").replace(/\s+/g, " ").trim();

function describe({ name, version, license, text }: Inlined): string {
  return `${"=".repeat(80)}\n${name} ${version} (${license})\n${"=".repeat(80)}\n${text}\n`;
}
