import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);
const RUNNER = resolve("test/differential/types/support/runner.mjs");

/** A program to run, and where it is to make its calls. */
export interface Placement {
  readonly path: string;
  readonly endpoint: string;
}

/** Nothing of the machine's own set-up, and the credentials that a local service takes. */
const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: "LOCALACCESSKEY",
  AWS_SECRET_ACCESS_KEY: "local-secret-access-key",
  AWS_REGION: "eu-central-1",
};

/** Runs programs in one process, which has to end by itself; @returns the lines that each has printed */
export const runPrograms = async (placements: readonly Placement[]): Promise<readonly string[][]> => {
  const calls = placements.map(({ path, endpoint }) => ({ url: pathToFileURL(path).href, endpoint }));
  const { stdout } = await execute(process.execPath, [RUNNER, JSON.stringify(calls)], {
    env: ENVIRONMENT,
    timeout: 60_000,
  });
  return JSON.parse(stdout);
};
