import type { ShapeId, SimpleTypeName } from "../model/model.js";
import type { DocumentationIr } from "./documentation-ir.js";
import type { MemberIr } from "./member-ir.js";

/** The type of a member: structures, unions and enums by reference, everything else in place. */
export type TypeIr = SimpleTypeIr | ListTypeIr | MapTypeIr | ShapeReferenceIr;

export interface SimpleTypeIr {
  readonly kind: "simple";
  readonly type: SimpleTypeName;
  /** Whether a blob is passed on as it comes instead of being held in memory. */
  readonly streaming: boolean;
}

export interface ListTypeIr {
  readonly kind: "list";
  readonly member: MemberIr;
  /** Whether items may be null. */
  readonly sparse: boolean;
  /** Whether no item may be there twice. */
  readonly uniqueItems: boolean;
}

export interface MapTypeIr {
  readonly kind: "map";
  readonly key: MemberIr;
  readonly value: MemberIr;
  /** Whether values may be null. */
  readonly sparse: boolean;
}

/** A shape that has a name of its own in the generated code. */
export interface ShapeReferenceIr {
  readonly kind: "structure" | "union" | "enum";
  readonly id: ShapeId;
}

/** A shape that is declared once, under a name of its own. */
export type NamedShapeIr = StructureIr | UnionIr | EnumIr;

interface NamedShapeBase {
  readonly id: ShapeId;
  /** Name within the service, without namespace. */
  readonly name: string;
  readonly documentation: DocumentationIr;
  /** The model file that declares it. */
  readonly source: string;
}

/**
 * Which way values of a structure travel. Callers must give what an input requires; what a service
 * sends may lack anything.
 */
export type Direction = "input" | "output" | "both";

/** Where a structure is declared: beside the one operation that uses it, or with the other shared ones. */
export type Home =
  | { readonly kind: "operation"; readonly operation: ShapeId }
  | { readonly kind: "error"; readonly error: ShapeId }
  | { readonly kind: "shared" };

export interface StructureIr extends NamedShapeBase {
  readonly kind: "structure";
  readonly direction: Direction;
  readonly home: Home;
  readonly sensitive: boolean;
  /** In the order of the model. */
  readonly members: readonly MemberIr[];
}

export interface UnionIr extends NamedShapeBase {
  readonly kind: "union";
  readonly direction: Direction;
  readonly sensitive: boolean;
  /** In the order of the model. */
  readonly members: readonly MemberIr[];
}

export interface EnumIr extends NamedShapeBase {
  readonly kind: "enum";
  /** Whether the values are integers. */
  readonly integer: boolean;
  /** In the order of the model. */
  readonly values: readonly EnumValueIr[];
}

export interface EnumValueIr {
  /** Key of the constant. */
  readonly name: string;
  /** What travels. */
  readonly value: string | number;
  readonly documentation: DocumentationIr;
}
