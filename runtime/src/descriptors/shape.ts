import type { BoundMembers } from "./bound-members.js";
import type { Codec } from "./codec.js";

/*
 * What generated code tells the runtime about a shape: plain data, no functions but thunks that let shapes refer to each
 * other in any order, and what writes and reads the rarer kinds of members.
 */

/** Smithy's simple shapes that carry no facts beyond their type. */
export type SimpleShape =
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

/** A shape as the protocol interpreter sees it. */
export type ShapeDescriptor =
  | SimpleShape
  | EnumDescriptor
  | ListDescriptor
  | MapDescriptor
  | StructureDescriptor
  | UnionDescriptor;

/** A closed set of strings, or of integers; values that the service adds later still pass when read. */
export interface EnumDescriptor {
  readonly kind: "enum" | "intEnum";
  /** Shape name, without namespace. */
  readonly name: string;
  /** Constant name to wire value: the object that the SDK exports under the enum's name. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** An ordered collection. */
export interface ListDescriptor {
  readonly kind: "list";
  readonly member: MemberDescriptor;
  /** Whether `null` items are kept, by the `sparse` trait. */
  readonly sparse?: true;
  /** Whether no item may be there twice, by the `uniqueItems` trait; only where JavaScript can compare items. */
  readonly uniqueItems?: true;
}

/** A string-keyed collection. */
export interface MapDescriptor {
  readonly kind: "map";
  readonly key: MemberDescriptor;
  readonly value: MemberDescriptor;
  /** Whether `null` values are kept, by the `sparse` trait. */
  readonly sparse?: true;
}

/** A set of named members, of which any may be present. */
export interface StructureDescriptor {
  readonly kind: "structure";
  /** Shape name, without namespace. */
  readonly name: string;
  /** By member name, in the order of the model. */
  readonly members: Readonly<Record<string, MemberDescriptor>>;
  /** Whether the whole structure is secret and must be redacted. */
  readonly sensitive?: true;
  /** The runtime's own `boundMembers`, where members travel outside of the JSON body and the path. */
  readonly bound?: BoundMembers;
}

/** A set of named members, of which exactly one is present. */
export interface UnionDescriptor {
  readonly kind: "union";
  /** Shape name, without namespace. */
  readonly name: string;
  /** By member name, in the order of the model. */
  readonly members: Readonly<Record<string, MemberDescriptor>>;
  /** Whether the whole union is secret and must be redacted. */
  readonly sensitive?: true;
}

/**
 * Where in an HTTP message a member travels; a member without a location travels in the JSON body.
 *
 * @see https://smithy.io/2.0/spec/http-bindings.html
 */
export type MemberLocation =
  | "header"
  | "label"
  | "greedyLabel"
  | "payload"
  | "prefixHeaders"
  | "query"
  | "queryParams"
  | "statusCode";

/** How a timestamp is written. @see https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait */
export type TimestampFormat = "date-time" | "epoch-seconds" | "http-date";

/** Ends of a range, both included. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** A member of a structure or union, a list's item, or a map's key or value. */
export interface MemberDescriptor {
  /** The shape of the value; a thunk where the shape is declared elsewhere. */
  readonly target: ShapeDescriptor | (() => ShapeDescriptor);
  /** Whether the model requires the member. */
  readonly required?: true;
  /** Key in the JSON body; the member's own name where absent. */
  readonly jsonName?: string;
  /** Where the member travels, if not in the JSON body. */
  readonly location?: MemberLocation;
  /** Header name, header prefix or query parameter name. */
  readonly locationName?: string;
  /** Written form of a timestamp; where absent, the protocol's default for the location. */
  readonly timestampFormat?: TimestampFormat;
  /** Writes and reads values of shapes that JSON does not know: the runtime's own codec of the shape. */
  readonly codec?: Codec;
  /** Media type of a payload or header value. */
  readonly mediaType?: string;
  /** Whether the value is secret and must be redacted. */
  readonly sensitive?: true;
  /** Whether the value is passed on as it comes instead of being held in memory. */
  readonly streaming?: true;
  /** Whether the member is also part of the host name. */
  readonly hostLabel?: true;
  /** What the service takes a missing member for, as a JSON value. */
  readonly default?: unknown;
  /** Whether the runtime fills the member with a UUID when the caller leaves it out. */
  readonly idempotencyToken?: true;
  /** Allowed numbers, both ends included. */
  readonly range?: Bounds;
  /** Allowed length: characters of a string, items of a list or map, bytes of a blob. */
  readonly length?: Bounds;
  /** Regular expression that a string has to match. */
  readonly pattern?: string;
}
