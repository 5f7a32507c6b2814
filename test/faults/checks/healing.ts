import type { Transport } from "../plan/plan-calls.js";
import type { History } from "./history.js";

/** Of calls that met a fault, how many succeeded all the same. */
export interface Healing {
  readonly met: number;
  readonly healed: number;
  readonly failed: readonly History[];
}

const ofThose = (histories: readonly History[]): Healing => {
  const failed = histories.filter(({ failure }) => failure !== undefined);
  return { met: histories.length, healed: histories.length - failed.length, failed };
};

const isGivenUp = ({ record }: History): boolean => record.plan.abortAfter !== undefined;

/** Calls that are safe to repeat and met one fault that a repetition can heal, their own or one meant for another. */
export const safeHealing = (histories: readonly History[]): Healing =>
  ofThose(
    histories.filter((history) => {
      const { record, hits, attempts } = history;
      if (!record.plan.isSafe || isGivenUp(history)) return false;
      const [hit] = hits;
      return hits.length === 1 ? hit?.outcome !== "typed" : hits.length === 0 && attempts > 1;
    }),
  );

/**
 * What a transport cannot tell: of what lies behind a tunnel, a proxy does not say why it cannot be reached; and nobody can
 * ask `fetch` for a connection that was not idle.
 */
const BLIND: Readonly<Record<string, Transport>> = { refused: "tunnel", stale: "fetch" };

/** Calls that are not safe to repeat, and met one fault that says that nothing was executed. */
export const unsafeHealing = (histories: readonly History[]): Healing =>
  ofThose(
    histories.filter((history) => {
      const { record, hits } = history;
      if (record.plan.isSafe || isGivenUp(history) || hits.length !== 1) return false;
      return hits[0]?.outcome === "not executed" && BLIND[hits[0].fault] !== record.plan.transport;
    }),
  );
