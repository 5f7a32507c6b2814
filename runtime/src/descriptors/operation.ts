import type { ModeledExceptionClass } from "./service.js";
import type { StructureDescriptor } from "./shape.js";

/** One operation of a service: how its request is made, its response read, and what may be repeated. */
export interface OperationDescriptor {
  /** Descriptor format that this was written in, see `DESCRIPTOR_FORMAT`. */
  readonly format: number;
  /** Operation name, e.g. `CloneBackend`. */
  readonly name: string;
  readonly http: HttpBinding;
  /** What stands before the endpoint's host name, labels included, e.g. `{AccountId}.`. */
  readonly hostPrefix?: string;
  /** Whether the request carries a checksum of its body. */
  readonly checksumRequired?: true;
  /** Encodings in which a large body may be sent, in order of preference. */
  readonly compression?: readonly string[];
  readonly input: StructureDescriptor;
  readonly output: StructureDescriptor;
  /** The errors that the model lists for this operation and its service. */
  readonly errors: readonly ModeledExceptionClass[];
  /** Whether the operation changes nothing, and so may be repeated at will. */
  readonly readonly?: true;
  /** Whether repeating the operation has the effect of calling it once. */
  readonly idempotent?: true;
  /** Whether a successful answer means that a job has started, to be followed by `followedBy`. */
  readonly startsJob?: { readonly followedBy: string };
}

/** An operation that starts a job; its type tells its commands from others. @typeParam Follower - operation that follows the job */
export interface JobStartingOperation<Follower extends string = string> extends OperationDescriptor {
  readonly startsJob: { readonly followedBy: Follower };
}

/** Method, route and success code. @see https://smithy.io/2.0/spec/http-bindings.html#http-trait */
export interface HttpBinding {
  /** Upper case, e.g. `POST`. */
  readonly method: string;
  /** URI pattern with labels, e.g. `/backend/{AppId}/environments/{BackendEnvironmentName}/clone`. */
  readonly uri: string;
  /** Status code of a success. */
  readonly code: number;
}
