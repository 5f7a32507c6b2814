import type { Codec } from "../../descriptors/codec.js";
import { asText } from "../as-text.js";
import { fromBase64, toBase64 } from "../base64.js";

/** Bytes are written as base64; what goes out as a payload of its own needs none of this. */
export const blobCodec: Codec = {
  toJson: (value) =>
    value instanceof Uint8Array || typeof value === "string" ? JSON.stringify(toBase64(value)) : undefined,
  fromJson: (value) => (typeof value === "string" ? fromBase64(value) : value),
  toText: (value) => (value instanceof Uint8Array ? toBase64(value) : asText(value)),
  fromText: fromBase64,
};
