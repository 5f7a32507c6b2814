import type { Codec } from "../../descriptors/codec.js";
import { asText } from "../as-text.js";

/** @see https://www.rfc-editor.org/rfc/rfc8259#section-6 */
const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Whole numbers of any size are bigints. */
export const bigIntegerCodec: Codec = {
  toJson: () => undefined,
  fromJson: (value) => (typeof value === "number" || typeof value === "string" ? BigInt(value) : value),
  toText: asText,
  fromText: BigInt,
};

/** Numbers of any precision are texts. */
export const bigDecimalCodec: Codec = {
  toJson: (value) => (typeof value === "string" && JSON_NUMBER.test(value) ? value : undefined),
  fromJson: (value) => (typeof value === "number" ? String(value) : value),
  toText: asText,
  fromText: (text) => text,
};
