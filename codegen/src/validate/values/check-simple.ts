import type { ValuePath } from "../../model/located-traits.js";
import type { SimpleTypeName } from "../../model/model.js";
import { expected, type Misfit } from "./misfit.js";

/** Kinds of JSON values that a simple shape may have. */
const JSON_KINDS: Readonly<Record<SimpleTypeName, readonly string[] | undefined>> = {
  string: ["string"],
  blob: ["string"],
  boolean: ["boolean"],
  timestamp: ["string", "number"],
  bigInteger: ["number", "string"],
  bigDecimal: ["number", "string"],
  byte: ["number"],
  short: ["number"],
  integer: ["number"],
  long: ["number"],
  // NaN and the infinities are written as strings.
  float: ["number", "string"],
  double: ["number", "string"],
  document: undefined,
};

/** How many bits whole numbers have. */
const BITS: ReadonlyMap<string, number> = new Map([
  ["byte", 8],
  ["short", 16],
  ["integer", 32],
  ["long", 64],
]);

/** Checks a value against a type without members. */
export const checkSimple = (type: SimpleTypeName, value: unknown, path: ValuePath): readonly Misfit[] => {
  const kinds = JSON_KINDS[type];
  if (kinds === undefined) return [];
  if (!kinds.includes(typeof value)) {
    return expected(kinds.length === 1 ? `a ${kinds[0]}` : kinds.join(" or "), value, path);
  }
  const bits = BITS.get(type);
  if (bits !== undefined && !fitsBits(Number(value), bits)) {
    return expected(`a whole number of ${bits} bits`, value, path);
  }
  const isNoTime = type === "timestamp" && typeof value === "string" && Number.isNaN(Date.parse(value));
  return isNoTime ? expected("a date and time, such as 2020-08-11T00:00:00Z", value, path) : [];
};

const fitsBits = (value: number, bits: number): boolean =>
  Number.isInteger(value) && value >= -(2 ** (bits - 1)) && value < 2 ** (bits - 1);
