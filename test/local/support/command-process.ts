import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";

const COMMAND = resolve("generated/bin/amplifybackend.js");

/** The command `amplifybackend` in a process of its own, from the built package. */
export const spawnCommand = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [COMMAND, ...args], { stdio: ["ignore", "pipe", "pipe"] });

/** Runs the command to its end. */
export const runCommand = async (args: readonly string[]) => {
  const child = spawnCommand(args);
  const ended = once(child, "close");
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  const [code] = await ended;
  return { code, stdout, stderr };
};

const textOf = (stream: ChildProcess["stdout"]): Promise<string> =>
  stream === null ? Promise.resolve("") : text(stream);

/** A service that the command has started. */
export interface StartedService {
  readonly url: string;
  readonly port: number;
  readonly control: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** What it has written to its standard error. */
  readonly log: () => string;
  /** Ends it by a signal; gives its exit code. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Starts the service on a free port. */
export const startService = async (args: readonly string[] = []): Promise<StartedService> => {
  const child = spawnCommand(["local", "--port", "0", "--json", ...args]);
  const ended = once(child, "close");
  let log = "";
  child.stderr?.on("data", (chunk) => {
    log += chunk;
  });
  const line = await firstLine(child);
  if (line === "") throw new Error(`The command did not start: ${log}`);
  const end = async (signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> => {
    child.kill(signal);
    const [code] = await ended;
    return code;
  };
  return { ...JSON.parse(line), log: () => log, end };
};

const firstLine = async ({ stdout }: ChildProcess): Promise<string> => {
  let seen = "";
  for await (const chunk of stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    seen += chunk;
    if (seen.includes("\n")) return seen;
  }
  return "";
};
