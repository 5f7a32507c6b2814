import type { ShapeDescriptor } from "../descriptors/shape.js";

/** Says what a value of a shape looks like, e.g. `a string` or `one of "OFF", "ON"`. */
export function describeShape(shape: ShapeDescriptor): string {
  if (typeof shape === "string") return SIMPLE[shape];
  switch (shape.kind) {
    case "enum":
    case "intEnum":
      return describeValues(Object.values(shape.values));
    case "list":
      return "a list";
    case "map":
      return "an object";
    case "structure":
      return `an object (${shape.name})`;
    case "union":
      return `an object with exactly one of ${Object.keys(shape.members).join(", ")}`;
  }
}

const MOST_VALUES = 30;

function describeValues(values: readonly (string | number)[]): string {
  const shown = values.slice(0, MOST_VALUES).map((value) => JSON.stringify(value));
  return `one of ${[...shown, ...(values.length > MOST_VALUES ? ["…"] : [])].join(", ")}`;
}

const SIMPLE = {
  bigDecimal: "a number",
  bigInteger: "a bigint",
  blob: "a Uint8Array",
  boolean: "true or false",
  byte: "an integer",
  document: "a JSON value",
  double: "a number",
  float: "a number",
  integer: "an integer",
  long: "an integer",
  short: "an integer",
  string: "a string",
  timestamp: "a Date",
} as const;
