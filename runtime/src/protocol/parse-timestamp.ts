import {
  _parseEpochTimestamp,
  _parseRfc3339DateTimeWithOffset,
  _parseRfc7231DateTime,
} from "@smithy/core/serde";
import type { TimestampFormat } from "../descriptors/shape.js";

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
