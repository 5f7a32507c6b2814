import type { Step } from "../generate.js";
import type { Terminal } from "./terminal.js";

/** Tells the steps of a run as they pass. */
export interface Progress {
  readonly begin: (step: Step) => void;
  readonly end: () => void;
  /** The last step that was begun. */
  readonly reached: () => Step | undefined;
}

/** A line for each step with the time it took; silent where nobody watches. */
export const createProgress = ({ watched, error, now }: Terminal): Progress => {
  let reached: Step | undefined;
  let current: { readonly step: Step; readonly since: number } | undefined;
  const end = (): void => {
    if (current !== undefined && watched)
      error(`  ${current.step.padEnd(9)}${Math.round(now() - current.since)} ms\n`);
    current = undefined;
  };
  return {
    begin: (step) => {
      end();
      reached = step;
      current = { step, since: now() };
    },
    end,
    reached: () => reached,
  };
};
