/** Where the command line program speaks to. */
export interface Terminal {
  /** Results. */
  readonly out: (text: string) => void;
  /** Problems and progress. */
  readonly error: (text: string) => void;
  /** Whether a person watches, so that progress is worth showing. */
  readonly watched: boolean;
  /** Whether defects of the program are told with the place where they happened. */
  readonly debug: boolean;
  /** Milliseconds since the process began. */
  readonly now: () => number;
}

/** The terminal of this process. */
export const processTerminal = (): Terminal => {
  // Whoever listened may be gone, as in "tinsmith … | head -1": what is written to the disk is the same.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    watched: process.stderr.isTTY === true,
    debug: (process.env["TINSMITH_DEBUG"] ?? "") !== "",
    now: () => performance.now(),
  };
};
