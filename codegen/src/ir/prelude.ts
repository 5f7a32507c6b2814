import type { ShapeId, SimpleTypeName } from "../model/model.js";

/** The shape that stands for nothing. */
export const UNIT: ShapeId = "smithy.api#Unit";

/** The prelude's simple shapes. @see https://smithy.io/2.0/spec/model.html#prelude */
export const PRELUDE_TYPES: ReadonlyMap<ShapeId, SimpleTypeName> = new Map(
  Object.entries({
    BigDecimal: "bigDecimal",
    BigInteger: "bigInteger",
    Blob: "blob",
    Boolean: "boolean",
    Byte: "byte",
    Document: "document",
    Double: "double",
    Float: "float",
    Integer: "integer",
    Long: "long",
    PrimitiveBoolean: "boolean",
    PrimitiveByte: "byte",
    PrimitiveDouble: "double",
    PrimitiveFloat: "float",
    PrimitiveInteger: "integer",
    PrimitiveLong: "long",
    PrimitiveShort: "short",
    Short: "short",
    String: "string",
    Timestamp: "timestamp",
  } as const).map(([name, type]) => [`smithy.api#${name}`, type]),
);
