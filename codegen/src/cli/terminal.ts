/** Where the command line program speaks to. */
export interface Terminal {
  /** Results. */
  readonly out: (text: string) => void;
  /** Problems and progress. */
  readonly error: (text: string) => void;
  /** Whether a person watches, so that progress is worth showing. */
  readonly watched: boolean;
  /** Milliseconds since the process began. */
  readonly now: () => number;
}

/** The terminal of this process. */
export const processTerminal = (): Terminal => ({
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  watched: process.stderr.isTTY === true,
  now: () => performance.now(),
});
