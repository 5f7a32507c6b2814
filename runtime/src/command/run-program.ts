import { Command, CommanderError } from "commander";
import type { CommandLine } from "./command-line.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { addLocal } from "./local/add-local.js";
import { processTerminal, type Terminal } from "./terminal.js";

/** Runs a package's command with this process's arguments; sets the exit code. */
export const runCommandLine = async <Options extends object>(line: CommandLine<Options>): Promise<void> => {
  process.exitCode = await runProgram(line, process.argv.slice(2), processTerminal());
};

/**
 * Runs a package's command.
 *
 * @param args - what stands behind the command's name
 */
export const runProgram = async <Options extends object>(
  line: CommandLine<Options>,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  let code: ExitCode = EXIT.success;
  const program = new Command(line.name)
    .description(line.description)
    .version(line.version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.error });
  addLocal(program, line.local, terminal, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    // Commander has said what is wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.success : EXIT.usage;
    terminal.error(`${line.name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.failure;
  }
};
