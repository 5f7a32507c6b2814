import { quoteHeader, splitHeader } from "@smithy/core/serde";
import type { ListDescriptor, MemberDescriptor } from "../descriptors/shape.js";
import { readHttpValue, writeHttpValue } from "./http-values.js";
import { targetOf } from "./shape-access.js";
import { timestampFormatOf } from "./timestamps.js";

/** What stands before every second comma. */
const TWO_PARTS = /[^,]+(?:,[^,]+)?/g;

/** Writes a list as one header value. @see https://smithy.io/2.0/spec/http-bindings.html#httpheader-trait */
export function writeHeaderList(
  member: MemberDescriptor,
  list: ListDescriptor,
  items: readonly unknown[],
): string {
  const item = itemOf(member, list);
  const isTimestamp = targetOf(item) === "timestamp";
  const texts = items
    .filter((value) => value !== undefined && value !== null)
    .map((value) => writeHttpValue(item, value));
  return texts.map((text) => (isTimestamp ? text : quoteHeader(text))).join(", ");
}

/** Reads a list out of one header value. */
export function readHeaderList(member: MemberDescriptor, list: ListDescriptor, text: string): unknown[] {
  const item = itemOf(member, list);
  // A date of this format holds a comma itself.
  const holdsCommas = targetOf(item) === "timestamp" && timestampFormatOf(item) === "http-date";
  const texts = holdsCommas ? (text.match(TWO_PARTS) ?? []) : splitHeader(text);
  return texts.map((part) => readHttpValue(item, part.trim()));
}

/** An item travels where its list does. */
export function itemOf(member: MemberDescriptor, list: ListDescriptor): MemberDescriptor {
  return member.location === undefined ? list.member : { ...list.member, location: member.location };
}
