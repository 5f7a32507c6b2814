// Copied by tinsmith from model/extensions/local/check-fault.ts. Do not edit: change that file and run `npm run generate`.
import type { OperationDescriptor } from "@tinsmith/runtime";
import type { StagedFault } from "./faults.js";
import { handlerFaultsOf } from "./handlers/prepare.js";

/** What a member of a fault has to be. */
interface Field {
  /** Completes "must be …". */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  readonly isRequired?: true;
}

type Fields = Readonly<Record<string, Field>>;

const isText = (value: unknown): value is string => typeof value === "string";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const wholeNumber = (least: number, most: number): Field => ({
  expected: `a whole number from ${least} to ${most}`,
  accepts: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
});

/** Framing is the server's: a response that lies about its length would spoil the next one. */
const FRAMING = /^(?:content-length|transfer-encoding|connection)$/iu;

const isHeader = ([name, value]: readonly [string, unknown]): boolean =>
  /^[\w!#$%&'*+.^`|~-]+$/u.test(name) &&
  !FRAMING.test(name) &&
  isText(value) &&
  /^[\t\x20-\x7e]*$/u.test(value);

const text: Field = { expected: "a text", accepts: isText };
const yesOrNo: Field = { expected: "true or false", accepts: (value) => typeof value === "boolean" };
const members: Field = { expected: "an object", accepts: isRecord };
const status = wholeNumber(200, 599);
const seconds = wholeNumber(0, 1_000_000);
const headers: Field = {
  expected: "an object of header names and texts, without those that say how long the body is",
  accepts: (value) => isRecord(value) && Object.entries(value).every(isHeader),
};
const errorName: Field = {
  expected: "the name of an error, such as GatewayTimeoutException",
  accepts: (value) => isText(value) && /^[\w.:#/-]+$/u.test(value),
};
const breaks: Field = {
  expected: '"before" or "within"',
  accepts: (value) => value === "before" || value === "within",
};
const milliseconds: Field = {
  expected: "a number of milliseconds, 0 or more",
  accepts: (value) => typeof value === "number" && value >= 0 && Number.isFinite(value),
};

const required = (field: Field): Field => ({ ...field, isRequired: true });

/** The members of each kind of fault, besides those that all have. */
const KINDS: Readonly<Record<StagedFault["kind"], Fields>> = {
  throttling: { limitType: text, retryAfter: seconds },
  error: { name: required(errorName), message: text, status, members, retryAfter: seconds },
  expiredToken: {},
  response: { statusCode: required(status), headers, body: text, isExecuted: yesOrNo },
  htmlPage: { statusCode: status, isExecuted: yesOrNo },
  droppedConnection: { breaks, isExecuted: yesOrNo },
  slow: { milliseconds: required(milliseconds) },
  output: { operation: required(text), members: required(members) },
  inBandError: { error: required(text) },
  pendingJob: {},
  jobFailure: { error: text },
  stuckJob: {},
};

const COMMON: Fields = {
  kind: { expected: `one of ${Object.keys(KINDS).join(", ")}`, accepts: isText, isRequired: true },
  operation: { expected: "the name of an operation", accepts: isText },
  times: {
    expected: "a whole number, 1 or more",
    accepts: (value) => Number.isInteger(value) && Number(value) > 0,
  },
};

/**
 * Makes sure that a fault is one, wherever it comes from.
 *
 * @throws TypeError that says which member is wrong, and what was expected; RangeError for a number of times that
 * cannot be counted
 */
export const checkFault = (fault: unknown, operations: readonly OperationDescriptor[]): StagedFault => {
  if (!isRecord(fault)) throw new TypeError(`A fault must be an object; it is ${show(fault)}`);
  const { kind } = fault;
  if (!isKind(kind)) throw new TypeError(complaint("kind", COMMON["kind"], kind));
  const fields: Fields = { ...COMMON, ...KINDS[kind] };
  const unknown = Object.keys(fault).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) {
    const known = Object.keys(fields).join(", ");
    throw new TypeError(`A fault of kind ${kind} has no ${show(unknown)}; it has ${known}`);
  }
  for (const [name, field] of Object.entries(fields)) checkField(fault, name, field);
  checkOperation(fault, kind, operations);
  // Whatever the types of its kind say has been looked at.
  return fault as unknown as StagedFault;
};

const isKind = (kind: unknown): kind is StagedFault["kind"] => isText(kind) && Object.hasOwn(KINDS, kind);

const checkField = (fault: Readonly<Record<string, unknown>>, name: string, field: Field): void => {
  const value = fault[name];
  if (value === undefined ? field.isRequired !== true : field.accepts(value)) return;
  const message = complaint(name, field, value);
  throw name === "times" ? new RangeError(message) : new TypeError(message);
};

const checkOperation = (
  fault: Readonly<Record<string, unknown>>,
  kind: StagedFault["kind"],
  operations: readonly OperationDescriptor[],
): void => {
  if (fault["operation"] === undefined) return;
  const operation = operations.find(({ name }) => name === fault["operation"]);
  if (operation === undefined) throw new TypeError(`There is no operation ${show(fault["operation"])}`);
  const { name, output } = operation;
  const kinds = handlerFaultsOf(operation);
  if (kind === "inBandError" && !kinds.includes(kind))
    throw new TypeError(`The answer of ${name} has no Error`);
  const startsNone = !kinds.includes("pendingJob");
  if (startsNone && (kind === "pendingJob" || kind === "jobFailure" || kind === "stuckJob")) {
    throw new TypeError(`${name} starts no job`);
  }
  const others = kind === "output" ? Object.keys(fault["members"] ?? {}) : [];
  const unknown = others.find((other) => !Object.hasOwn(output.members, other));
  if (unknown !== undefined) {
    const known = Object.keys(output.members).join(", ");
    throw new TypeError(`The answer of ${name} has no ${show(unknown)}; it has ${known}`);
  }
};

const complaint = (name: string, field: Field | undefined, value: unknown): string =>
  `A fault's ${name} must be ${field?.expected}; it is ${show(value)}`;

/** A value, cut where it is long: it may come from anywhere. */
const show = (value: unknown): string => {
  const json = typeof value === "bigint" || typeof value === "symbol" ? String(value) : JSON.stringify(value);
  const shown = typeof value === "number" ? String(value) : (json ?? String(value));
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
};
