import type { Shape, ShapeId, SimpleTypeName } from "./model.js";

/** Namespace of everything that Smithy itself defines. */
export const PRELUDE_NAMESPACE = "smithy.api";

/** What an operation takes or gives when it takes or gives nothing. */
export const UNIT: ShapeId = "smithy.api#Unit";

const PRELUDE_LOCATION = { file: "prelude.smithy", line: 1, column: 1 } as const;

const SIMPLE_TYPES: Readonly<Record<string, SimpleTypeName>> = {
  String: "string",
  Blob: "blob",
  BigInteger: "bigInteger",
  BigDecimal: "bigDecimal",
  Timestamp: "timestamp",
  Document: "document",
  Boolean: "boolean",
  PrimitiveBoolean: "boolean",
  Byte: "byte",
  PrimitiveByte: "byte",
  Short: "short",
  PrimitiveShort: "short",
  Integer: "integer",
  PrimitiveInteger: "integer",
  Long: "long",
  PrimitiveLong: "long",
  Float: "float",
  PrimitiveFloat: "float",
  Double: "double",
  PrimitiveDouble: "double",
};

const simpleShapes = Object.entries(SIMPLE_TYPES).map(
  ([name, type]): Shape => ({
    id: `${PRELUDE_NAMESPACE}#${name}`,
    type,
    traits: new Map(),
    location: PRELUDE_LOCATION,
  }),
);

const unit: Shape = {
  id: UNIT,
  type: "structure",
  members: new Map(),
  traits: new Map([["smithy.api#unitType", {}]]),
  location: PRELUDE_LOCATION,
};

/**
 * The shapes that every model may use without defining them.
 * @see https://smithy.io/2.0/spec/model.html#prelude
 */
export const PRELUDE_SHAPES: ReadonlyMap<ShapeId, Shape> = new Map(
  [...simpleShapes, unit].map((shape) => [shape.id, shape]),
);
