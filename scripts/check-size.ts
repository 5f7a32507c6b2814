/**
 * Bundles what an application would, minified, and fails where a bundle outgrows its ceiling. A change that
 * costs bytes has to move a number here, where the reviewer sees it.
 */
import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { formatTable } from "./lib/table.js";

const ONE_COMMAND = `const client = new AmplifyBackendClient({ region: "eu-central-1" });
  export const run = () => client.send(new CloneBackendCommand({ AppId: "a", BackendEnvironmentName: "b", TargetEnvironmentName: "c" }));`;
const IMPORT_ONE = (entry: string): string =>
  `import { AmplifyBackendClient, CloneBackendCommand } from "${entry}";`;

const COMMANDS = readdirSync("generated/src/commands").map((file) => file.replace(".ts", ""));

/** Ceilings in bytes after gzip; `npm run bench` sets them beside what the official client takes. */
const BUNDLES = [
  {
    name: "browser, one command",
    ceiling: 28_900,
    code: IMPORT_ONE("@tinsmith/amplifybackend") + ONE_COMMAND,
  },
  {
    name: "browser, one command, unvalidated",
    ceiling: 26_690,
    code: IMPORT_ONE("@tinsmith/amplifybackend/unvalidated") + ONE_COMMAND,
  },
  {
    name: "browser, all commands",
    ceiling: 32_780,
    code: `export { AmplifyBackendClient, ${COMMANDS.join(", ")} } from "@tinsmith/amplifybackend";`,
  },
  {
    name: "browser, all that the package exports",
    ceiling: 39_490,
    code: `export * from "@tinsmith/amplifybackend";`,
  },
] as const;

const gzippedSize = async (code: string): Promise<number> => {
  const result = await build({
    stdin: { contents: code, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    // Without the paths of tsconfig.json: what counts is the built package.
    tsconfigRaw: {},
    conditions: ["browser"],
  });
  return gzipSync(result.outputFiles[0]?.contents ?? new Uint8Array()).byteLength;
};

const rows: string[][] = [["bundle", "gzip", "ceiling", ""]];
for (const { name, ceiling, code } of BUNDLES) {
  const size = await gzippedSize(code);
  if (size > ceiling) process.exitCode = 1;
  rows.push([name, String(size), String(ceiling), size > ceiling ? "TOO LARGE" : "ok"]);
}
console.log(formatTable(rows));
