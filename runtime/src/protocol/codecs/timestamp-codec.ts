import {
  _parseEpochTimestamp,
  _parseRfc3339DateTimeWithOffset,
  _parseRfc7231DateTime,
} from "@smithy/core/serde";
import type { Codec } from "../../descriptors/codec.js";
import type { TimestampFormat } from "../../descriptors/shape.js";
import { asText } from "../as-text.js";
import { formatTimestamp, timestampFormatOf } from "../timestamps.js";

/** Timestamps are dates. @see https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait */
export const timestampCodec: Codec = {
  toJson(value, member) {
    if (!(value instanceof Date)) return undefined;
    const format = timestampFormatOf(member);
    const text = formatTimestamp(value, format);
    return format === "epoch-seconds" ? text : JSON.stringify(text);
  },
  fromJson: (value, member) => parseTimestamp(value, timestampFormatOf(member)),
  toText: (value, member) =>
    value instanceof Date ? formatTimestamp(value, timestampFormatOf(member)) : asText(value),
  fromText: (text, member) => parseTimestamp(text, timestampFormatOf(member)),
};

/**
 * Reads a timestamp.
 *
 * @returns undefined where there is none
 * @throws where it is not written in the format
 */
export function parseTimestamp(value: unknown, format: TimestampFormat): Date | undefined {
  switch (format) {
    case "date-time":
      return _parseRfc3339DateTimeWithOffset(value);
    case "http-date":
      return _parseRfc7231DateTime(value);
    case "epoch-seconds":
      return _parseEpochTimestamp(value);
  }
}
