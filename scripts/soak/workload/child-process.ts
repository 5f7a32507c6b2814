import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { KILLED } from "../records/event-log.js";
import type { ServiceConnection } from "../service/service.js";
import type { AttemptOutcome } from "./run-job.js";

/** Arguments of a child process: it creates an app or, given a serialized poller, resumes its job. */
export interface ChildArguments {
  readonly connection: ServiceConnection;
  readonly folder: string;
  /** Of its event log. */
  readonly name: string;
  readonly by: string;
  readonly app: string;
  readonly serialized?: string;
}

/** Creates an app in one process, kills it, and has another one poll the job to its end. */
export const runInChildProcesses = async (args: ChildArguments): Promise<AttemptOutcome> => {
  const first = run({ ...args, name: `${KILLED}${args.name}` });
  const serialized = await lineOf(first);
  first.kill("SIGKILL");
  await ended(first);
  if (serialized === undefined) return "refused";
  const second = run({ ...args, by: `${args.by} in a new process`, serialized });
  const outcome = await lineOf(second);
  await ended(second);
  if (outcome === "completed" || outcome === "failed") return outcome;
  throw new Error(`The process that resumed the job reported ${outcome}`);
};

const PROGRAM = fileURLToPath(new URL("child-program.ts", import.meta.url));

const run = (args: ChildArguments): ChildProcess =>
  spawn(process.execPath, [...process.execArgv, PROGRAM, JSON.stringify(args)], {
    stdio: ["ignore", "pipe", "inherit"],
  });

/** @returns undefined if the process ends without one */
const lineOf = async (child: ChildProcess): Promise<string | undefined> => {
  if (child.stdout === null) return undefined;
  for await (const line of createInterface({ input: child.stdout })) return line;
  return undefined;
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
};
