import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Stage } from "./platform.js";
import type { Check } from "./story/checks.js";
import { CREDENTIALS, REGION, type ShopWorld } from "./story/world.js";

const execute = promisify(execFile);

/** Milliseconds that a platform gets to tell everything, and to end by itself. */
const TIME_LIMIT = 120_000;

/** Settings as the environment of a process has them, and nothing of this machine's own. */
export const environmentOf = ({ shop }: ShopWorld): NodeJS.ProcessEnv => ({
  AWS_REGION: REGION,
  AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
  AWS_ENDPOINT_URL_AMPLIFYBACKEND: shop,
});

/** Runs a program of the project that prints checks. */
export const runProgram = async (
  command: string,
  parameters: readonly string[],
  { world, project }: Stage,
): Promise<readonly Check[]> => {
  const { stdout } = await execute(command, [...parameters, JSON.stringify(world)], {
    cwd: project,
    env: environmentOf(world),
    timeout: TIME_LIMIT,
  }).catch(({ killed, stderr }: { killed: boolean; stderr: string }) => {
    const how = killed ? `did not end within ${TIME_LIMIT} ms` : "failed";
    throw new Error(`${[command, ...parameters].join(" ")} ${how}: ${stderr}`);
  });
  return JSON.parse(stdout) as Check[];
};

/** The first version number that a program says of itself. */
export const versionOf = async (command: string): Promise<string> => {
  const { stdout } = await execute(command, ["--version"]);
  return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? "unknown";
};
