/** The command of a generated package. For Node alone. */
export type { CommandLine } from "./command-line.js";
export type {
  LocalCommand,
  LocalOption,
  LocalService,
  LocalSettings,
} from "./local/local-command.js";
export { readMilliseconds } from "./local/read-values.js";
export { runCommandLine } from "./run-program.js";
