import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build, type Plugin } from "esbuild";

const execute = promisify(execFile);

/** Packages of this repository, by their sources; the flavour is that of the runtime. */
const sources = (flavour: "node" | "web"): Record<string, string> => ({
  "#platform": resolve(`runtime/src/platform/${flavour}.ts`),
  "@tinsmith/runtime": resolve("runtime/src/index.ts"),
  "@tinsmith/amplifybackend": resolve("generated/src/index.ts"),
});

const aliases = (flavour: "node" | "web"): Plugin => ({
  name: "sources",
  setup({ onResolve }) {
    for (const [name, path] of Object.entries(sources(flavour))) {
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path }));
    }
  },
});

/** A folder far from any `node_modules`, with programs that are bundled for Node or for browsers. */
export class Programs implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), "tinsmith-programs-"));

  /** Bundles a program; what is external has to be found when it runs. Gives its path. */
  async bundle(
    name: string,
    code: string,
    flavour: "node" | "web",
    external: readonly string[] = [],
  ): Promise<string> {
    const outfile = join(this.folder, `${name}.mjs`);
    await build({
      stdin: { contents: code, resolveDir: process.cwd() },
      bundle: true,
      format: "esm",
      outfile,
      external: [...external],
      platform: flavour === "node" ? "node" : "browser",
      mainFields: flavour === "node" ? ["module", "main"] : ["browser", "module", "main"],
      tsconfigRaw: {},
      plugins: [aliases(flavour)],
    });
    return outfile;
  }

  /** Bundles a file of the folder once more, as an application would. Gives what there is to warn of. */
  async bundleAgain(path: string): Promise<readonly string[]> {
    const { warnings } = await build({
      entryPoints: [path],
      bundle: true,
      write: false,
      format: "esm",
      platform: "node",
    });
    return warnings.map(({ text }) => text);
  }

  /** Runs a program with these variables alone; gives what it prints. */
  async run(path: string, variables: Readonly<Record<string, string>> = {}): Promise<string> {
    const { stdout } = await execute(process.execPath, [path], { cwd: this.folder, env: { ...variables } });
    return stdout.trim();
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }
}
