import type { TokenMaker } from "../protocol/json-writer.js";
import type { RawResponse } from "../protocol/raw-response.js";
import type { SerializedBody } from "../protocol/serialize-body.js";
import type { QueryParameterBag } from "../transport/http-handler.js";
import type { OperationDescriptor } from "./operation.js";
import type { MemberDescriptor, StructureDescriptor } from "./shape.js";

/** Headers, names in lower case. */
type Headers = Record<string, string>;

/**
 * Writes and reads members that travel in a header, the query, the status or as the whole body. Inputs, outputs and errors
 * that have any bring it along, so that bundles for services without them hold none of it.
 *
 * @see https://smithy.io/2.0/spec/http-bindings.html
 */
export interface BoundMembers {
  /** @throws {@link InputProblem} where a value cannot be put into a header */
  writeHeaders(shape: StructureDescriptor, input: Record<string, unknown>, token: TokenMaker): Headers;
  /** What the URI pattern states itself comes first. */
  writeQuery(
    operation: OperationDescriptor,
    input: Record<string, unknown>,
    token: TokenMaker,
  ): QueryParameterBag;
  /** @returns undefined where no member is the whole body */
  writePayload(
    shape: StructureDescriptor,
    input: Record<string, unknown>,
    token: TokenMaker,
  ): SerializedBody | undefined;
  /** @throws where it is not written as the model says */
  read(member: MemberDescriptor, name: string, response: RawResponse): unknown;
  /** Whether the body is a value of bytes, which is handed on in the encoding in which the service keeps it. */
  isPassedOn(shape: StructureDescriptor): boolean;
  /** Splits headers into those that may be shown, and those that hold sensitive members. */
  splitHeaders(
    shape: StructureDescriptor,
    headers: Readonly<Headers>,
  ): { readonly shown: Headers; readonly secret: Headers };
}
