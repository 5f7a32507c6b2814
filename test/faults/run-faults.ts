import { findProblems, type Kind } from "./checks/find-problems.js";
import { type Healing, safeHealing, unsafeHealing } from "./checks/healing.js";
import { type History, readHistories } from "./checks/history.js";
import { countResources, type Leak, newResources, TimerWatch } from "./checks/leaks.js";
import { runLoad, settles } from "./load/run-load.js";
import { openSite } from "./load/site.js";
import { createService, prepareCalls } from "./load/world.js";
import { planCalls } from "./plan/plan-calls.js";

/** What a run is asked for. */
export interface FaultRunOptions {
  readonly seed: number;
  readonly calls: number;
  /** Calls at a time. */
  readonly concurrency: number;
  /** Hears of each call that ended. */
  readonly onSettled?: () => void;
}

/** What came out of a run. */
export interface FaultRun {
  readonly histories: readonly History[];
  readonly problems: Readonly<Record<Kind, readonly string[]>>;
  readonly leaks: readonly Leak[];
  readonly safe: Healing;
  readonly unsafe: Healing;
}

/** Makes many calls through proxies that let all kinds of things go wrong, and holds what came of them to account. */
export const runFaults = async (options: FaultRunOptions): Promise<FaultRun> => {
  const { seed, concurrency, onSettled = () => {} } = options;
  const calls = planCalls(seed, options.calls);
  const before = countResources();
  const local = createService();
  const commands = await prepareCalls(local, calls);
  local.journal.clear();
  const timers = new TimerWatch();
  const listener = await local.listen();
  const site = await openSite({ local, servicePort: listener.port, seed, calls, concurrency });
  const records = await runLoad(site.world, calls, commands, { concurrency, onSettled });
  const leaks = await site.close();
  await listener.close();
  leaks.push({ what: "timers of the client", count: timers.pending });
  timers.stop();
  await settles(() => newResources(before).length === 0);
  leaks.push(...newResources(before));
  const { exchanges, connectionFaults } = site.world;
  const histories = readHistories({ records, journal: local.journal.entries, exchanges, connectionFaults });
  return {
    histories,
    problems: findProblems(histories),
    leaks: leaks.filter(({ count }) => count > 0),
    safe: safeHealing(histories),
    unsafe: unsafeHealing(histories),
  };
};
