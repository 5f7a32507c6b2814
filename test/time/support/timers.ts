import { setTimeout } from "node:timers/promises";

/** How many timers keep the process alive. */
export const activeTimers = (): number =>
  process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

/** Waits until there are no more timers than that; those of a forgotten limit would take far longer. */
export async function timersBackTo(before: number): Promise<void> {
  for (let turn = 0; activeTimers() > before; turn++) {
    if (turn === 100) throw new Error(`${activeTimers() - before} timers were left behind.`);
    await setTimeout(20);
  }
}
