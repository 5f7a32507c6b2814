/** Where a command speaks to, and what ends it. */
export interface Terminal {
  /** Results. */
  readonly out: (text: string) => void;
  /** Problems and progress. */
  readonly error: (text: string) => void;
  /** Waits until somebody asks the process to end. A second request ends it at once. */
  readonly interrupted: () => Promise<void>;
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** The terminal of this process. */
export const processTerminal = (): Terminal => {
  // Whoever listened may be gone, as in "amplifybackend local | head -1": the service goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    interrupted: () =>
      new Promise((resolve) => {
        const end = (): void => {
          for (const signal of SIGNALS) process.off(signal, end);
          resolve();
        };
        for (const signal of SIGNALS) process.on(signal, end);
      }),
  };
};
