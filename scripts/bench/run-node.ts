import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** What a finished process says of itself. */
export interface NodeRun<Report> {
  /** From its start to its end, in milliseconds. */
  readonly milliseconds: number;
  /** The JSON that it printed. */
  readonly report: Report;
}

/** Runs a program that prints JSON in a process of its own. @throws Error where it fails */
export const runNode = <Report>(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<NodeRun<Report>> =>
  new Promise((fulfill, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [...args], {
      cwd: folder,
      env: { ...ownEnvironment(), ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.on("error", reject).on("close", (code) => {
      const milliseconds = performance.now() - began;
      if (code === 0) fulfill({ milliseconds, report: JSON.parse(output) as Report });
      else
        reject(new Error(`${args.join(" ")} ended with exit code ${code} in ${resolve(folder)}:\n${output}`));
    });
  });

/** Without what npm tells the scripts that it runs, and without flags that change how Node works. */
export const ownEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_.*|NODE_OPTIONS)$/i.test(name)));
