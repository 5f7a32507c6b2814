import type { MemberDescriptor, TimestampFormat } from "../descriptors/shape.js";

/**
 * How restJson1 writes a timestamp where the model does not say.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#shape-serialization
 */
export function timestampFormatOf(member: MemberDescriptor): TimestampFormat {
  if (member.timestampFormat !== undefined) return member.timestampFormat;
  if (member.location === undefined || member.location === "payload") return "epoch-seconds";
  return member.location === "header" || member.location === "prefixHeaders" ? "http-date" : "date-time";
}

/** Writes a timestamp; epoch seconds become digits, to be put into JSON without quotes. @throws on an invalid date */
export function formatTimestamp(date: Date, format: TimestampFormat): string {
  if (Number.isNaN(date.getTime())) throw new RangeError("The date is invalid.");
  switch (format) {
    case "date-time":
      return date.toISOString().replace(".000Z", "Z");
    case "http-date":
      return date.toUTCString();
    case "epoch-seconds":
      return String(date.getTime() / 1000);
  }
}
