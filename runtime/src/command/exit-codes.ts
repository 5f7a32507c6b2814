/** What a command's exit code says. */
export const EXIT = {
  /** Done; a service that was started has been ended by SIGINT or SIGTERM. */
  success: 0,
  /** Something failed, such as a port that is taken. */
  failure: 1,
  /** The command line, or a file that it names, was not understood. */
  usage: 2,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
