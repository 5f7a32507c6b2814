import { runProgram } from "./cli/program.js";
import { processTerminal } from "./cli/terminal.js";

/** Runs `tinsmith` with this process's arguments; sets the exit code, and never calls `process.exit`. */
export const main = async (): Promise<void> => {
  process.exitCode = await runProgram(process.argv.slice(2), processTerminal(), async () => {
    const { generate } = await import("./generate.js");
    const { describeDrift } = await import("./write/describe-drift.js");
    const { generatePackage } = await import("./emit/generate-package.js");
    return { generate, describeDrift, emit: generatePackage };
  });
};
