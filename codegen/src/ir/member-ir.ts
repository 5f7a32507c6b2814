import type { DocumentationIr } from "./documentation-ir.js";
import type { TypeIr } from "./shape-ir.js";

/** A member of a structure or union, a list's item, a map's key or value; traits of its target are folded in. */
export interface MemberIr {
  /** Name in the model; `member`, `key` or `value` in collections. */
  readonly name: string;
  readonly type: TypeIr;
  readonly documentation: DocumentationIr;
  readonly required: boolean;
  /** Whether the runtime fills the member with a UUID where the caller leaves it out. */
  readonly idempotencyToken: boolean;
  readonly sensitive: boolean;
  /** Whether the member is part of the host name. */
  readonly hostLabel: boolean;
  /** Name in JSON, where it differs from the member's. */
  readonly jsonName?: string;
  readonly binding?: HttpMemberBindingIr;
  readonly timestampFormat?: string;
  readonly mediaType?: string;
  readonly range?: BoundsIr;
  readonly length?: BoundsIr;
  readonly pattern?: string;
  /** What the service takes a missing member for. */
  readonly defaultValue?: unknown;
}

/** Where outside the body a member travels. */
export interface HttpMemberBindingIr {
  readonly location:
    | "header"
    | "label"
    | "greedyLabel"
    | "payload"
    | "prefixHeaders"
    | "query"
    | "queryParams"
    | "statusCode";
  /** Header, prefix or query parameter. */
  readonly name?: string;
}

/** Bounds, both ends included. */
export interface BoundsIr {
  readonly min?: number;
  readonly max?: number;
}
