import type { Shape } from "../../model/model.js";
import type { TraitHolder } from "../holders.js";

/** What can carry a trait: a shape of a type, or a member of one. */
export type Place = Shape["type"] | `${"structure" | "union" | "enum" | "intEnum" | "list" | "map"} member`;

const NUMBERS = [
  "byte",
  "short",
  "integer",
  "intEnum",
  "long",
  "float",
  "double",
  "bigInteger",
  "bigDecimal",
] as const;

const DATA_MEMBERS: readonly Place[] = ["structure member", "union member", "list member", "map member"];

const SIMPLE = [...NUMBERS, "string", "enum", "boolean", "blob", "timestamp", "document"] as const;

/** Sets of places that several traits share. */
export const PLACES = {
  service: ["service"],
  operation: ["operation"],
  serviceOrOperation: ["service", "operation"],
  serviceOrResource: ["service", "resource"],
  resource: ["resource"],
  structure: ["structure"],
  structureMember: ["structure member"],
  aggregateMember: ["structure member", "union member"],
  enumMember: ["enum member", "intEnum member"],
  listOrMap: ["list", "map"],
  list: ["list"],
  blob: ["blob"],
  blobOrUnion: ["blob", "union"],
  blobOrString: ["blob", "string", "enum"],
  string: ["string"],
  text: ["string", "enum", ...DATA_MEMBERS],
  numbers: [...NUMBERS, ...DATA_MEMBERS],
  sized: ["string", "enum", "blob", "list", "map", ...DATA_MEMBERS],
  timestamp: ["timestamp", ...DATA_MEMBERS],
  /** Data shapes, their members not. */
  data: [...SIMPLE, "list", "map", "structure", "union"],
} as const satisfies Readonly<Record<string, readonly Place[]>>;

/** Sets of types that a member with a trait may target. */
export const TARGETS = {
  numbers: NUMBERS,
  sized: ["string", "enum", "blob", "list", "map"],
  text: ["string", "enum"],
  blobOrText: ["blob", "string", "enum"],
  timestamp: ["timestamp"],
  integer: ["integer"],
  map: ["map"],
  /** What a header or a query parameter can hold; of a list, the items are checked elsewhere. */
  headerOrQuery: [...NUMBERS, "boolean", "string", "enum", "timestamp", "list"],
  payload: ["string", "enum", "blob", "structure", "union", "document", "list", "map"],
} as const satisfies Readonly<Record<string, readonly Shape["type"][]>>;

/** Where a trait stands. */
export const placeOf = ({ shape, member }: TraitHolder): Place => {
  if (member === undefined) return shape.type;
  switch (shape.type) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
    case "list":
    case "map":
      return `${shape.type} member`;
    default:
      throw new Error(`A ${shape.type} has no members.`);
  }
};
