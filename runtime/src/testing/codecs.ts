import type { Codec } from "../descriptors/codec.js";
import type { MemberDescriptor, SimpleShape } from "../descriptors/shape.js";
import { bigDecimalCodec, bigIntegerCodec } from "../protocol/codecs/big-number-codecs.js";
import { blobCodec } from "../protocol/codecs/blob-codec.js";
import { documentCodec } from "../protocol/codecs/document-codec.js";
import { timestampCodec } from "../protocol/codecs/timestamp-codec.js";

const CODECS: Partial<Record<SimpleShape, Codec>> = {
  bigDecimal: bigDecimalCodec,
  bigInteger: bigIntegerCodec,
  blob: blobCodec,
  document: documentCodec,
  timestamp: timestampCodec,
};

/** A member with the codec that generated code gives it. */
export function memberOf(
  target: MemberDescriptor["target"],
  more: Partial<MemberDescriptor> = {},
): MemberDescriptor {
  const codec = typeof target === "string" ? CODECS[target] : undefined;
  return { target, ...(codec === undefined ? {} : { codec }), ...more };
}
