/** What the program's exit code says. */
export const EXIT = {
  /** Done; with `--check`: nothing would change. */
  success: 0,
  /** The model has problems, the output folder was refused, or with `--check`: something would change. */
  failure: 1,
  /** The command line was not understood. */
  usage: 2,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
