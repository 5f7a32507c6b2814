/** Where on the way of a request, counted in what has come through to the service. */
const REQUEST_POSITIONS = [
  "before request",
  "in request head",
  "after request head",
  "in request body",
  "after request",
] as const;

/** Where on the way of its answer, counted in what has come through to the client. */
const RESPONSE_POSITIONS = [
  "before response",
  "in response head",
  "after response head",
  "in response body",
  "before last byte",
  "after response",
] as const;

/** Where else: when the connection is made, or after an earlier answer on it. */
const CONNECTION_POSITIONS = ["connecting", "between calls"] as const;

/** All classes of positions, in the order in which a call comes through them. */
export const POSITIONS = [...CONNECTION_POSITIONS, ...REQUEST_POSITIONS, ...RESPONSE_POSITIONS] as const;
export type Position = (typeof POSITIONS)[number];

/**
 * What has to come of a fault that befalls a call alone: success as if nothing had happened; success of any call, after a
 * repetition, since nothing was executed; success of a call that is safe to repeat; or a typed end of whatever kind.
 */
export type Outcome = "harmless" | "not executed" | "repeatable" | "typed";

/** A fault at a class of positions. */
export interface Cell {
  readonly fault: string;
  readonly position: Position;
  readonly outcome: Outcome;
}

const cells = (fault: string, outcome: Outcome, positions: readonly Position[]): Cell[] =>
  positions.map((position) => ({ fault, position, outcome }));

const WITHIN_RESPONSE = RESPONSE_POSITIONS.slice(0, -1);
const WITHIN_REQUEST = REQUEST_POSITIONS.slice(1, -1);
const EVERYWHERE = [...REQUEST_POSITIONS, ...WITHIN_RESPONSE];
const OPEN = ["connecting"] as const;
const AFTER = ["after response"] as const;
const IDLE = ["between calls"] as const;

/** Everything that goes wrong. */
export const CELLS: readonly Cell[] = [
  ...cells("refused", "not executed", OPEN),
  ...cells("slow", "harmless", OPEN),
  ...["reset", "close", "stall"].flatMap((fault) => cells(fault, "repeatable", OPEN)),
  ...["reset", "close"].flatMap((fault) => cells(fault, "repeatable", IDLE)),
  ...["wrong date", "stale"].flatMap((fault) => cells(fault, "not executed", IDLE)),
  ...["reset", "close", "stall", "drip"].flatMap((fault) => cells(fault, "repeatable", EVERYWHERE)),
  ...cells("half-close", "repeatable", ["before request", "after request", ...WITHIN_RESPONSE]),
  // To a request that is cut the service may answer that it is none.
  ...cells("half-close", "typed", WITHIN_REQUEST),
  ...["close", "half-close", "garbage", "duplicate"].flatMap((fault) => cells(fault, "harmless", AFTER)),
  ...cells("reset", "repeatable", AFTER),
  ...cells("garbage", "typed", EVERYWHERE),
  ...["HTML 502", "HTML 503", "HTML 504"].flatMap((fault) =>
    cells(fault, "repeatable", ["before request", "before response"]),
  ),
  ...["throttled", "skewed clock"].flatMap((fault) => cells(fault, "not executed", ["before request"])),
  ...cells("fragments", "harmless", ["in response head", "in response body"]),
  ...cells("header injected", "harmless", ["in response head"]),
  ...cells("two framings", "typed", ["in response head"]),
  ...cells("length too great", "repeatable", ["in response head"]),
  ...cells("length too small", "typed", ["in response head"]),
  ...cells("truncated", "typed", ["in response body"]),
];

/** Whether a call that meets it needs connections that no other call uses: it befalls them before a call is known. */
export const isAlone = ({ fault, position }: Cell): boolean =>
  position === "connecting" || position === "between calls" || fault === "skewed clock";
