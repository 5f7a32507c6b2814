/** Says on the terminal what is being done; a line that is written over and over, if it is one. */
export interface Progress {
  tell(doing: string): void;
  end(): void;
}

/** Milliseconds between two lines where no line can be written over. */
const QUIET_FOR = 5000;

export const createProgress = (stream: NodeJS.WriteStream = process.stderr): Progress => {
  let last = Number.NEGATIVE_INFINITY;
  return {
    tell: (doing) => {
      if (stream.isTTY) stream.write(`\r\u001b[K${doing}`);
      else if (performance.now() - last >= QUIET_FOR) {
        last = performance.now();
        stream.write(`${doing}\n`);
      }
    },
    end: () => {
      if (stream.isTTY) stream.write("\r\u001b[K");
    },
  };
};
