import type { MemberDescriptor } from "./shape.js";

/**
 * Writes and reads the values of a simple shape that JSON does not carry as they are. The runtime has one for each such
 * shape; members bring theirs along, so that bundles for services without such shapes hold none of it.
 */
export interface Codec {
  /** @returns JSON, or undefined for a value of another type, which only gets here with validation off */
  toJson(value: unknown, member: MemberDescriptor): string | undefined;
  /** @throws where it is not written as the model says */
  fromJson(value: unknown, member: MemberDescriptor): unknown;
  /** Writes a label, a query parameter or a header. */
  toText(value: unknown, member: MemberDescriptor): string;
  /** Reads a header. @throws where it is not written as the model says */
  fromText(text: string, member: MemberDescriptor): unknown;
}
