import type { Bounds, SimpleShape } from "../descriptors/shape.js";
import { isJson } from "./is-json.js";

const isNumber = (value: unknown): boolean => typeof value === "number";
const isInteger = (value: unknown): boolean => Number.isInteger(value);

/**
 * Whether a value is of a type. An integer that a type cannot hold is of that type, and out of its range.
 *
 * @see https://smithy.io/2.0/spec/simple-types.html
 */
export const IS_OF_TYPE: Readonly<Record<SimpleShape, (value: unknown) => boolean>> = {
  bigDecimal: (value) => Number.isFinite(value),
  bigInteger: (value) => typeof value === "bigint",
  blob: (value) => value instanceof Uint8Array,
  boolean: (value) => typeof value === "boolean",
  byte: isInteger,
  document: isJson,
  double: isNumber,
  float: isNumber,
  integer: isInteger,
  long: isInteger,
  short: isInteger,
  string: (value) => typeof value === "string",
  timestamp: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
};

/** Numbers that a type can hold, both ends included; all where it is not listed. */
export const TYPE_RANGES: Readonly<Partial<Record<SimpleShape, Required<Bounds>>>> = {
  byte: { min: -(2 ** 7), max: 2 ** 7 - 1 },
  short: { min: -(2 ** 15), max: 2 ** 15 - 1 },
  integer: { min: -(2 ** 31), max: 2 ** 31 - 1 },
  // All that JavaScript's numbers hold exactly: beyond that a number would travel as another one.
  long: { min: 1 - 2 ** 53, max: 2 ** 53 - 1 },
};
