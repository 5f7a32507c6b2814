import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { Random } from "../../../scripts/lib/random.js";
import { CELLS, type Cell, isAlone } from "./cells.js";
import { OPERATIONS } from "./operations.js";

/** Ways over which calls go: the default on Node, the one of browsers, and TLS through a proxy's tunnel. */
export const TRANSPORTS = ["node", "fetch", "tunnel"] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** How the program asks for the result. */
export const FORMS = ["send", "safeSend", "callback"] as const;
export type Form = (typeof FORMS)[number];

/** A call to be made, and all that befalls it. */
export interface PlannedCall {
  /** Names the call on the wire, and its app. */
  readonly id: string;
  readonly seed: number;
  readonly operation: string;
  /** Whether the model says that it may be executed twice. */
  readonly isSafe: boolean;
  readonly transport: Transport;
  readonly form: Form;
  /** By attempt, from the first. */
  readonly faults: readonly (Cell | undefined)[];
  /** Milliseconds after which the program gives up; never if absent. */
  readonly abortAfter: number | undefined;
}

const SAFE = new Map(
  AmplifyBackendOperations.map(({ name, readonly, idempotent }) => [
    name,
    readonly === true || idempotent === true,
  ]),
);
const NAMES = Object.keys(OPERATIONS);
const BODILESS = new Set(
  AmplifyBackendOperations.filter(({ input }) =>
    Object.values(input.members).every(({ location }) => location !== undefined),
  ).map(({ name }) => name),
);

/** Says what is called, over what, and what goes wrong; the same for the same seed. */
export const planCalls = (seed: number, count: number): PlannedCall[] =>
  Array.from({ length: count }, (_, index) => planCall(seed, index));

const planCall = (seed: number, index: number): PlannedCall => {
  const random = new Random(seed, index);
  const operation = random.pick(NAMES);
  // In turn, so that all are hit by the time each could be.
  const cell = random.chance(0.15) ? undefined : fitting(CELLS[index % CELLS.length], operation);
  const second = random.chance(0.1) ? fitting(random.pick(CELLS), operation) : undefined;
  const isOnce = second === undefined || isAlone(second) || (cell !== undefined && isAlone(cell));
  return {
    id: `c${index}`,
    seed: random.between(0, 2 ** 31),
    operation,
    isSafe: SAFE.get(operation) === true,
    transport: random.pick(["node", "node", "node", "fetch", "tunnel"]),
    form: random.pick(FORMS),
    faults: isOnce ? [cell] : [cell, second],
    abortAfter: random.chance(0.08) ? random.between(0, 400) : undefined,
  };
};

/** What has no body cannot be hit in it. */
const fitting = (cell: Cell | undefined, operation: string): Cell | undefined =>
  BODILESS.has(operation) && (cell?.position === "in request body" || cell?.position === "after request head")
    ? CELLS.find(({ fault, position }) => fault === cell.fault && position === "in request head")
    : cell;
