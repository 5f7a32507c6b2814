import type { SourceLocation } from "../diagnostics/location.js";

/** Absolute shape id, e.g. `com.amazonaws.amplifybackend#CloneBackend`. */
export type ShapeId = string;

/** Absolute trait id, e.g. `smithy.api#required`. */
export type TraitId = string;

/** Trait values by absolute trait id, in source order. */
export type Traits = ReadonlyMap<TraitId, unknown>;

/** A Smithy 2.0 model: every file merged, every name absolute, `apply` and mixins folded in. */
export interface Model {
  readonly metadata: Readonly<Record<string, unknown>>;
  /** All shapes but the prelude's, sorted by id, so that file order never shows. */
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
}

/** @see https://smithy.io/2.0/spec/json-ast.html */
export type Shape =
  | SimpleTypeShape
  | AggregateShape
  | EnumShape
  | ListShape
  | MapShape
  | ServiceShape
  | ResourceShape
  | OperationShape;

interface ShapeBase {
  readonly id: ShapeId;
  readonly traits: Traits;
  /** Where the shape's key stands in its file. */
  readonly location: SourceLocation;
}

/** Types that carry no members. */
export type SimpleTypeName =
  | "bigDecimal"
  | "bigInteger"
  | "blob"
  | "boolean"
  | "byte"
  | "document"
  | "double"
  | "float"
  | "integer"
  | "long"
  | "short"
  | "string"
  | "timestamp";

export interface SimpleTypeShape extends ShapeBase {
  readonly type: SimpleTypeName;
}

export interface AggregateShape extends ShapeBase {
  readonly type: "structure" | "union";
  /** In source order. */
  readonly members: ReadonlyMap<string, Member>;
}

export interface EnumShape extends ShapeBase {
  readonly type: "enum" | "intEnum";
  /** In source order; `enumValue` is always present among a member's traits. */
  readonly members: ReadonlyMap<string, Member>;
}

export interface ListShape extends ShapeBase {
  /** A `set` of Smithy 1.0 is read as a list. */
  readonly type: "list";
  readonly member: Member;
}

export interface MapShape extends ShapeBase {
  readonly type: "map";
  readonly key: Member;
  readonly value: Member;
}

export interface ServiceShape extends ShapeBase {
  readonly type: "service";
  readonly version: string;
  readonly operations: readonly Reference[];
  readonly resources: readonly Reference[];
  readonly errors: readonly Reference[];
  /** Shape id to the name that it has within this service. */
  readonly rename: ReadonlyMap<ShapeId, string>;
}

/** The lifecycle operations of a resource. */
export type Lifecycle = "create" | "put" | "read" | "update" | "delete" | "list";

export interface ResourceShape extends ShapeBase {
  readonly type: "resource";
  readonly identifiers: ReadonlyMap<string, Reference>;
  readonly properties: ReadonlyMap<string, Reference>;
  readonly lifecycle: ReadonlyMap<Lifecycle, Reference>;
  readonly operations: readonly Reference[];
  readonly collectionOperations: readonly Reference[];
  readonly resources: readonly Reference[];
}

export interface OperationShape extends ShapeBase {
  readonly type: "operation";
  /** `smithy.api#Unit` where the operation takes or gives nothing. */
  readonly input: Reference;
  readonly output: Reference;
  readonly errors: readonly Reference[];
}

/** A reference to another shape, and where it stands. */
export interface Reference {
  readonly target: ShapeId;
  readonly location: SourceLocation;
}

/** A member of a structure, union, enum, list or map. */
export interface Member extends Reference {
  readonly name: string;
  readonly traits: Traits;
}
