import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** The packages that are packed, by their folders here. */
const PACKED = ["runtime", "generated"];

/** A folder outside the repository with projects that have installed the tarballs, as npm would publish them. */
export class Installation {
  readonly #folder = mkdtempSync(join(tmpdir(), "tinsmith-packages-"));
  /** A project that has nothing else installed. */
  readonly bare = join(this.#folder, "bare");
  /** A project that has zod, too. */
  readonly withZod = join(this.#folder, "with-zod");
  /** A project that has AWS's chain of credential providers, too. */
  readonly withChain = join(this.#folder, "with-chain");

  /** Packs the packages and installs them; needs no network. */
  async create(): Promise<void> {
    const workspaces = PACKED.flatMap((name) => ["--workspace", name]);
    await npm(["pack", "--ignore-scripts", "--pack-destination", this.#folder, ...workspaces], process.cwd());
    const tarballs = readdirSync(this.#folder).filter((name) => name.endsWith(".tgz"));
    mkdirSync(this.bare);
    writeFileSync(join(this.bare, "package.json"), JSON.stringify({ name: "consumer", private: true }));
    await npm(["install", "--offline", ...tarballs.map((name) => join("..", name))], this.bare);
    this.#copyBare(this.withZod, "zod");
    this.#copyBare(this.withChain, "@aws-sdk/credential-provider-node");
  }

  /** Makes a project that has one more package, out of the repository's own. */
  #copyBare(project: string, name: string): void {
    cpSync(this.bare, project, { recursive: true });
    const path = join(project, "node_modules", name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(resolve("node_modules", name), path, "junction");
  }

  destroy(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

const npm = (args: readonly string[], folder: string) =>
  execute("npm", [...args, "--silent", "--no-audit", "--no-fund"], { cwd: folder, env: ownEnvironment() });

/** Without what an npm that runs this test says to the scripts below it, e.g. where its project is. */
const ownEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith("npm_")));
