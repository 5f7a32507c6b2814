import { spawn } from "node:child_process";

/** What a finished command left behind. */
export interface CommandResult {
  readonly exitCode: number;
  readonly output: string;
}

/** How a command is run. */
interface RunOptions {
  readonly cwd?: string;
  /** Its environment; else that of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** Whether to keep its output to oneself. */
  readonly quiet?: boolean;
}

/** Runs a command, passing its output through as it comes, and gives its exit code and output. */
export const run = (
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<CommandResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        if (!options.quiet) process.stdout.write(text);
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ exitCode: code ?? 1, output }));
  });

/** A command that failed; the message has what it printed, unless that was passed through. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** {@link run}, but a failing command is an error. @throws CommandError */
export const runOrFail = async (
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> => {
  const { exitCode, output } = await run(command, args, options);
  if (exitCode === 0) return output;
  const printed = options.quiet ? `\n${output}` : "";
  throw new CommandError(`${command} ${args.join(" ")} ended with exit code ${exitCode}${printed}`);
};
