import type { Codec } from "../../descriptors/codec.js";
import { asText } from "../as-text.js";
import { toBase64 } from "../base64.js";
import { writePlain } from "../json-writer.js";
import { isRecord } from "../shape-access.js";

/** Documents are whatever JSON can carry. */
export const documentCodec: Codec = {
  toJson: writeDocument,
  fromJson: (value) => value,
  toText: asText,
  fromText: (text) => text,
};

/** Unlike JSON.stringify, writes numbers of all kinds at any depth, and bytes as base64. */
function writeDocument(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeDocument).join(",")}]`;
  if (value instanceof Uint8Array) return JSON.stringify(toBase64(value));
  if (isRecord(value) && typeof value["toJSON"] !== "function") return writeDocumentMembers(value);
  return writePlain(value);
}

function writeDocumentMembers(container: Record<string, unknown>): string {
  const entries = Object.entries(container).filter(([, value]) => value !== undefined);
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${writeDocument(value)}`).join(",")}}`;
}
