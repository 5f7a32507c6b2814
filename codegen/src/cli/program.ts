import { Command, CommanderError } from "commander";
import { VERSION } from "../version.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { type Generator, runGenerate } from "./generate-command.js";
import type { Terminal } from "./terminal.js";

const EXIT_HELP = `
Exit codes:
  0  done; with --check: nothing would change
  1  the model has problems, the output folder was refused, or with --check: something would change
  2  the command line was not understood
`;

/**
 * Runs the program.
 * @param args - what stands behind the program's name.
 * @param load - gives the generator; called only by commands that need it.
 */
export const runProgram = async (
  args: readonly string[],
  terminal: Terminal,
  load: () => Promise<Generator>,
): Promise<ExitCode> => {
  let code: ExitCode = EXIT.success;
  const program = createProgram(terminal);
  addGenerate(program, async (given) => {
    code = await runGenerate(given, terminal, load);
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    return explainFailure(error, terminal);
  }
};

const createProgram = (terminal: Terminal): Command =>
  new Command("tinsmith")
    .description("Light, strict AWS clients, generated from a Smithy model.")
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.error });

/** What commander hands over; the names are those of the options. */
interface ParsedOptions {
  readonly model: string[];
  readonly out: string;
  readonly service?: string;
  readonly check?: boolean;
  readonly strict?: boolean;
}

const addGenerate = (program: Command, run: (given: ParsedOptions) => Promise<void>): void => {
  program
    .command("generate")
    .description("write a client package, or compare one with its model")
    .requiredOption(
      "--model <file or folder...>",
      "model files (.yaml, .yml, .json), and folders that hold such",
    )
    .requiredOption("--out <folder>", "the package's folder: new, empty, or written by tinsmith before")
    .option("--service <shape id>", "the service, where the model has several")
    .option("--check", "write nothing; show what would change, and exit with 1 if anything would")
    .option("--strict", "take operations that must be left out for errors")
    .addHelpText("after", EXIT_HELP)
    .action(run);
};

/** Usage errors have been explained by commander itself; what else went wrong has not. */
const explainFailure = (error: unknown, terminal: Terminal): ExitCode => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.success : EXIT.usage;
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.error(`tinsmith: ${told}\n`);
  return EXIT.failure;
};
