import { execFile } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Row } from "../result.js";
import { exactly, type Figure } from "../statistics.js";
import { PACKAGES } from "../world.js";
import type { Context, Measure } from "./context.js";

const execute = promisify(execFile);

const CONSUMER = (
  name: string,
): string => `import { AmplifyBackendClient, CloneBackendCommand } from "${name}";
const client = new AmplifyBackendClient({ region: "eu-central-1" });
const backend = { AppId: "a", BackendEnvironmentName: "b", TargetEnvironmentName: "c" };
const { JobId } = await client.send(new CloneBackendCommand(backend));
export const job: string | undefined = JobId;
`;
const EMPTY = "export {};\n";
const FLAGS =
  "--ignoreConfig --noEmit --strict --target es2022 --module nodenext --types node --extendedDiagnostics";

/** What the compiler counts. */
const COUNTS = ["Files", "Types", "Instantiations"] as const;
type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

/** What a program of five lines costs the compiler, without what an empty one does. */
export const measureTypes: Measure = async (context) => {
  addNodeTypes(context.world.ours);
  addNodeTypes(context.world.official);
  return [...(await measureFlag(context, true)), ...(await measureFlag(context, false))];
};

const measureFlag = async ({ world, tell }: Context, skipLibCheck: boolean): Promise<readonly Row[]> => {
  tell(`type check, skipLibCheck ${skipLibCheck}`);
  const empty = await count(world.ours, EMPTY, skipLibCheck);
  const [ours, official] = [
    await count(world.ours, CONSUMER(PACKAGES.ours), skipLibCheck),
    await count(world.official, CONSUMER(PACKAGES.official), skipLibCheck),
  ];
  return COUNTS.map((kind): Row => {
    const figure = (counts: Counts): Figure => exactly(counts[kind] - empty[kind]);
    return {
      id: `types.${kind.toLowerCase()}.${skipLibCheck ? "skipLibCheck" : "full"}`,
      cost: `Type check of five lines: ${kind.toLowerCase()}${skipLibCheck ? "" : ", without skipLibCheck"}`,
      unit: "",
      figures: { ours: figure(ours), official: figure(official) },
      targets: [{ of: "official", limit: 0.35 }],
    };
  });
};

/** What the compiler says of a program. @throws Error with its complaints, if it has any */
const count = async (project: string, program: string, skipLibCheck: boolean): Promise<Counts> => {
  writeFileSync(join(project, "program.mts"), program);
  const tsc = resolve("node_modules/typescript/bin/tsc");
  const args = [tsc, ...FLAGS.split(" "), "--skipLibCheck", `${skipLibCheck}`, "program.mts"];
  const { stdout } = await execute(process.execPath, args, { cwd: project }).catch(
    ({ stdout: complaints, message }: { stdout?: string; message: string }) => {
      throw new Error(`The type check fails:\n${complaints || message}`);
    },
  );
  const read = (kind: string): number => Number(new RegExp(`^${kind}:\\s+(\\d+)$`, "m").exec(stdout)?.[1]);
  return { Files: read("Files"), Types: read("Types"), Instantiations: read("Instantiations") };
};

/** Types of Node are what every project for Node has. */
const addNodeTypes = (project: string): void => {
  mkdirSync(join(project, "node_modules/@types"), { recursive: true });
  for (const name of ["@types/node", "undici-types"]) {
    symlinkSync(resolve("node_modules", name), join(project, "node_modules", name), "junction");
  }
};
