import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { KILLED } from "../books/ledger.js";
import type { ServiceConnection } from "../service/service.js";
import type { TryEnd } from "./follow.js";

/** What a process of its own is asked to do: to start an app, or to follow the job on from a poller's text. */
export interface Errand {
  readonly connection: ServiceConnection;
  readonly folder: string;
  /** Of its ledger. */
  readonly name: string;
  readonly by: string;
  readonly app: string;
  readonly serialized?: string;
}

/** Starts an app in one process, kills that, and has another follow the job to its end. */
export const doElsewhere = async (errand: Errand): Promise<TryEnd> => {
  const first = run({ ...errand, name: `${KILLED}${errand.name}` });
  const serialized = await lineOf(first);
  first.kill("SIGKILL");
  await ended(first);
  if (serialized === undefined) return "refused";
  const second = run({ ...errand, by: `${errand.by} elsewhere`, serialized });
  const outcome = await lineOf(second);
  await ended(second);
  if (outcome === "completed" || outcome === "failed") return outcome;
  throw new Error(`The process that was to follow on said ${outcome}`);
};

const PROGRAM = fileURLToPath(new URL("elsewhere-program.ts", import.meta.url));

const run = (errand: Errand): ChildProcess =>
  spawn(process.execPath, [...process.execArgv, PROGRAM, JSON.stringify(errand)], {
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
