import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Memory that is in use after everything has been collected that can be, in bytes. */
export interface MemorySample {
  /** Apps finished so far. */
  readonly apps: number;
  readonly heap: number;
  /** What the process has of the machine's memory. */
  readonly rss: number;
}

/** Measures this process's memory. It collects garbage by itself, so that nobody has to start it with a flag. */
export const takeSample = (apps: number): MemorySample => {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return { apps, heap: heapUsed, rss };
};

let collect: (() => void) | undefined;

const collectGarbage = (): void => {
  if (collect === undefined) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
};
