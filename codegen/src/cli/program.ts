import { Command, CommanderError, InvalidArgumentError } from "commander";
import { printable } from "../diagnostics/printable.js";
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
      (value, earlier: string[] = []) => [...earlier, notEmpty(value)],
    )
    .requiredOption(
      "--out <folder>",
      "the package's folder: new, empty, or written by tinsmith before",
      notEmpty,
    )
    .option("--service <shape id>", "the service, where the model has several", notEmpty)
    .option("--check", "write nothing; show what would change, and exit with 1 if anything would")
    .option("--strict", "take operations that must be left out for errors")
    .addHelpText("after", EXIT_HELP)
    .action(run);
};

/** An empty argument is a variable that a script forgot to set. */
const notEmpty = (value: string): string => {
  if (value === "") throw new InvalidArgumentError("It is empty.");
  return value;
};

/** Usage errors have been explained by commander itself; whatever else comes here is a defect of this program. */
const explainFailure = (error: unknown, terminal: Terminal): ExitCode => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.success : EXIT.usage;
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  const help = "This is a defect of tinsmith. With TINSMITH_DEBUG=1 it tells where it happened.";
  terminal.error(terminal.debug ? `tinsmith: ${stack}\n` : `tinsmith: ${printable(message)}\n    ${help}\n`);
  return EXIT.failure;
};
