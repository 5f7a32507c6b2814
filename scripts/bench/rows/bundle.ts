import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { rolldown } from "rolldown";
import { exactly } from "../statistics.js";
import { OFFICIAL, OURS } from "../world.js";
import type { Measure } from "./context.js";

const ONE = (name: string): string => `import { AmplifyBackendClient, CloneBackendCommand } from "${name}";
const client = new AmplifyBackendClient({ region: "eu-central-1" });
export const run = () =>
  client.send(new CloneBackendCommand({ AppId: "a", BackendEnvironmentName: "b", TargetEnvironmentName: "c" }));
`;
const COMMANDS = (name: string, commands: readonly string[]): string =>
  `export { AmplifyBackendClient, ${commands.join(", ")} } from "${name}";\n`;
/** Ours has more than commands: paginators, waiters, pollers. */
const EVERYTHING = (name: string): string => `export * from "${name}";\n`;

interface Program {
  readonly id: string;
  readonly cost: string;
  readonly ours: string;
  readonly official: string;
  readonly limit: number;
}

const programs = (commands: readonly string[]): readonly Program[] => [
  { id: "one", cost: "one command", ours: ONE(OURS), official: ONE(OFFICIAL), limit: 0.35 },
  {
    id: "all",
    cost: `all ${commands.length} commands`,
    ours: COMMANDS(OURS, commands),
    official: COMMANDS(OFFICIAL, commands),
    limit: 0.45,
  },
  {
    id: "everything",
    cost: "all that the package exports",
    ours: EVERYTHING(OURS),
    official: EVERYTHING(OFFICIAL),
    limit: 0.45,
  },
  {
    id: "unvalidated",
    cost: "one command, unvalidated",
    ours: ONE(`${OURS}/unvalidated`),
    official: ONE(OFFICIAL),
    limit: 0.25,
  },
];

/** Minifies an entry with all that it needs, for browsers; gives one file. */
type Bundle = (entry: string) => Promise<string>;

const byEsbuild: Bundle = async (entry) => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("");
};

const byRolldown: Bundle = async (entry) => {
  await using bundle = await rolldown({ input: entry, platform: "browser", logLevel: "silent" });
  const { output } = await bundle.generate({ format: "esm", minify: true, codeSplitting: false });
  return output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
};

/** Names of the commands that a project's copy of the official client has. */
const commandsOf = (project: string): readonly string[] =>
  Object.keys(createRequire(join(project, "package.json"))(OFFICIAL)).filter((name) =>
    /^[A-Z]\w+Command$/.test(name),
  );

/** The browser bundle of a small program, minified and after gzip. */
export const measureBundle: Measure = async ({ world, tell }) => {
  const rows = [];
  for (const { id, cost, ours, official, limit } of programs(commandsOf(world.official))) {
    for (const [bundler, bundle] of Object.entries({ esbuild: byEsbuild, rolldown: byRolldown })) {
      tell(`bundle, ${cost}, ${bundler}`);
      const size = async (project: string, code: string): Promise<number> => {
        const entry = join(project, "bundle-entry.mjs");
        writeFileSync(entry, code);
        return gzipSync(await bundle(entry)).byteLength / 1000;
      };
      rows.push({
        id: `bundle.${id}.${bundler}`,
        cost: `Browser bundle, gzip, ${cost}, by ${bundler}`,
        unit: "KB",
        figures: {
          ours: exactly(await size(world.ours, ours)),
          official: exactly(await size(world.official, official)),
        },
        targets: [{ of: "official" as const, limit }],
      });
    }
  }
  return rows;
};
