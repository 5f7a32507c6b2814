import { describe, expect, test } from "@jest/globals";
import { dateToUtcString } from "@smithy/core/serde";
import fc from "fast-check";
import type { TimestampFormat } from "../descriptors/shape.js";
import { parseTimestamp } from "./codecs/timestamp-codec.js";
import { formatTimestamp, timestampFormatOf } from "./timestamps.js";

const dates = (years: readonly [from: string, to: string]) =>
  fc.date({
    min: new Date(`${years[0]}-01-01T00:00:00Z`),
    max: new Date(`${years[1]}-12-31T23:59:59Z`),
    noInvalidDate: true,
  });

describe("a timestamp", () => {
  test.each<[TimestampFormat, number]>([
    ["date-time", 1],
    ["epoch-seconds", 1],
    // This form has no room for fractions of a second.
    ["http-date", 1000],
  ])("written as %s is read back", (format, precision) => {
    fc.assert(
      fc.property(dates(["1000", "9999"]), (date) => {
        const text = formatTimestamp(date, format);
        const expected = Math.floor(date.getTime() / precision) * precision;
        expect(parseTimestamp(format === "epoch-seconds" ? Number(text) : text, format)?.getTime()).toBe(
          expected,
        );
      }),
    );
  });

  test("in a header is written as AWS's clients write it", () => {
    fc.assert(
      fc.property(dates(["1000", "9999"]), (date) =>
        expect(formatTimestamp(date, "http-date")).toBe(dateToUtcString(date)),
      ),
    );
  });

  test.each<TimestampFormat>(["date-time", "epoch-seconds", "http-date"])(
    "that is none has no %s",
    (format) => {
      expect(() => formatTimestamp(new Date(Number.NaN), format)).toThrow(RangeError);
      expect(() => parseTimestamp("yesterday", format)).toThrow();
    },
  );

  test("is written as its place demands, unless the model says otherwise", () => {
    const target = "timestamp";
    expect(timestampFormatOf({ target })).toBe("epoch-seconds");
    expect(timestampFormatOf({ target, location: "payload" })).toBe("epoch-seconds");
    expect(timestampFormatOf({ target, location: "header" })).toBe("http-date");
    expect(timestampFormatOf({ target, location: "label" })).toBe("date-time");
    expect(timestampFormatOf({ target, location: "query" })).toBe("date-time");
    expect(timestampFormatOf({ target, location: "query", timestampFormat: "http-date" })).toBe("http-date");
  });
});
