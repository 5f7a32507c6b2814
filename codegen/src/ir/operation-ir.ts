import type { ShapeId } from "../model/model.js";
import type { DocumentationIr } from "./documentation-ir.js";

export interface OperationIr {
  readonly kind: "operation";
  readonly id: ShapeId;
  /** Name within the service, without namespace. */
  readonly name: string;
  readonly documentation: DocumentationIr;
  /** The model file that declares it. */
  readonly source: string;
  readonly http: { readonly method: string; readonly uri: string; readonly code: number };
  /** What stands before the endpoint's host name, labels included. */
  readonly hostPrefix?: string;
  /** Id of a structure; a made-up empty one where the model has none. */
  readonly input: ShapeId;
  /** Id of a structure; a made-up empty one where the model has none. */
  readonly output: ShapeId;
  /** The operation's own errors and its service's, sorted by name. */
  readonly errors: readonly ShapeId[];
  /** Whether it changes nothing. */
  readonly readonly: boolean;
  /** Whether doing it twice is doing it once. */
  readonly idempotent: boolean;
  /** Name of the operation that tells how the started job fares. */
  readonly followedBy?: string;
  /** What the jobs look like that it tells of. */
  readonly job?: JobIr;
  /** Whether the request carries a checksum of its body. */
  readonly checksumRequired: boolean;
  /** Encodings in which a large body may be sent. */
  readonly compression: readonly string[];
  readonly pagination?: PaginationIr;
  /** Sorted by name. */
  readonly waiters: readonly WaiterIr[];
  readonly examples: readonly ExampleIr[];
}

/** What the jobs look like that an operation tells of; members by name. */
export interface JobIr {
  readonly name: string;
  /** The input member that is the job's own id. */
  readonly id: string;
  readonly status: string;
  readonly operation?: string;
  readonly error?: string;
  readonly completed: readonly string[];
  readonly failed: readonly string[];
  /** Name of the operation that lists jobs. */
  readonly list?: string;
  /** Pattern of what the service says where another job is in the way. */
  readonly conflict?: string;
}

/** @see https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait */
export interface PaginationIr {
  readonly inputToken: string;
  /** Path to an output member. */
  readonly outputToken: readonly string[];
  readonly pageSize?: string;
  /** Path to the output member that holds a page's items. */
  readonly items?: readonly string[];
}

/** @see https://smithy.io/2.0/additional-specs/waiters.html */
export interface WaiterIr {
  readonly name: string;
  readonly documentation: DocumentationIr;
  /** Seconds. */
  readonly minDelay?: number;
  /** Seconds. */
  readonly maxDelay?: number;
  /** As in the trait, error names without namespace. */
  readonly acceptors: readonly AcceptorIr[];
}

export interface AcceptorIr {
  readonly state: string;
  readonly matcher: Readonly<Record<string, unknown>>;
}

/** @see https://smithy.io/2.0/spec/documentation-traits.html#examples-trait */
export interface ExampleIr {
  readonly title: string;
  readonly documentation?: string;
  /** Node value of the input structure. */
  readonly input: unknown;
  /** Node value of the output structure; absent where the example shows an error. */
  readonly output?: unknown;
}
