import { isAllowed } from "./allowed-errors.js";
import type { History } from "./history.js";

/** What must not be, by its name in the report. */
const KINDS = [
  "duplicates",
  "unsettled",
  "crossed answers",
  "lost results",
  "invented results",
  "errors outside the union",
  "wrong phases",
] as const;
export type Kind = (typeof KINDS)[number];

/** Says what is wrong with a call, or nothing. */
type Check = (history: History) => string | undefined;

const isSpoilt = ({ hits }: History): boolean => hits.some(({ fault }) => fault === "garbage");

/** An operation that is not safe to repeat must not be sent again once it was executed. */
const duplicates: Check = ({ record, entries }) => {
  const first = entries.findIndex(({ executed }) => executed);
  if (record.plan.isSafe || first < 0 || first === entries.length - 1) return undefined;
  return `was sent ${entries.length - 1 - first} times more after it had been executed`;
};

const unsettled: Check = ({ record: { settled } }) =>
  settled === 1 ? undefined : `came to an end ${settled} times`;

/** An answer has to be one to this very call: by the id that the service gave the request, and by the app. */
const crossed: Check = (history) => {
  const { record, failure, entries } = history;
  const requestId = (record.result ?? failure)?.$metadata?.requestId;
  const { AppId: app = record.plan.id } = record.result ?? {};
  if (isSpoilt(history)) return undefined;
  if (app !== record.plan.id) return `got the answer of ${app}`;
  if (requestId === undefined || entries.some((entry) => entry.requestId === requestId)) return undefined;
  return `got the answer to the request ${requestId}, which is not its own`;
};

/** What the service has done, and said so to the last byte, is a success; unless the program had given up. */
const lost: Check = ({ record, failure, exchanges }) => {
  const wasTold = exchanges.some(({ isDelivered, status }) => isDelivered && status === 200);
  if (!wasTold || failure === undefined || failure.name === "TimeoutError") return undefined;
  return record.plan.abortAfter === undefined ? `was executed, and failed with ${failure.name}` : undefined;
};

const invented: Check = ({ record, entries }) =>
  record.result !== undefined && !entries.some(({ executed }) => executed)
    ? "succeeded without having been executed"
    : undefined;

const outsideUnion: Check = ({ record: { plan, invocationIds }, failure, attempts }) => {
  if (invocationIds.size > 1) return `had ${invocationIds.size} invocation ids`;
  if (failure === undefined) return attempts >= 1 && attempts <= 3 ? undefined : `took ${attempts} attempts`;
  const { name, message, operation } = failure;
  if (!isAllowed(plan.operation, name)) return `failed with ${name}: ${message}`;
  if (operation !== plan.operation) return `has an error of the operation ${operation}`;
  if (name === "AbortError") return plan.abortAfter === undefined ? "was aborted by nobody" : undefined;
  return attempts >= 1 && attempts <= 3 ? undefined : `failed after ${attempts} attempts`;
};

const EARLY = new Set(["lookup", "connect", "tls"]);

/** A phase before the request was sent says that nothing was executed; of repeated calls it is said of the last attempt. */
const wrongPhases: Check = ({ record, failure, attempts, entries }) => {
  const isEarly = EARLY.has(failure?.phase ?? "") && (attempts === 1 || !record.plan.isSafe);
  return isEarly && entries.some(({ executed }) => executed)
    ? `failed in the phase ${failure?.phase}, and was executed`
    : undefined;
};

const CHECKS: Readonly<Record<Kind, Check>> = {
  duplicates,
  unsettled,
  "crossed answers": crossed,
  "lost results": lost,
  "invented results": invented,
  "errors outside the union": outsideUnion,
  "wrong phases": wrongPhases,
};

/** Everything that is wrong with the calls, in words, by its kind. */
export const findProblems = (histories: readonly History[]): Record<Kind, string[]> =>
  Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      histories.flatMap((history) => {
        const problem = CHECKS[kind](history);
        return problem === undefined ? [] : [`${describe(history)} ${problem}`];
      }),
    ]),
  ) as Record<Kind, string[]>;

/** A call, with what befell it. */
export const describe = ({ record: { plan }, hits, attempts }: History): string => {
  const faults = hits.map(({ fault, position }) => `${fault} ${position}`).join(", ");
  return `${plan.id} ${plan.operation} over ${plan.transport} [${faults}] after ${attempts} attempts:`;
};
