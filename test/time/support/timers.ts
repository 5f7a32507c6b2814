import { setImmediate } from "node:timers/promises";

/** How many timers keep the process alive. */
export const activeTimers = (): number =>
  process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

/** Counts timers once what has just ended has been put away. */
export async function settledTimers(): Promise<number> {
  for (let turn = 0; turn < 5; turn++) await setImmediate();
  return activeTimers();
}
