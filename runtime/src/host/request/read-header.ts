import type { MemberDescriptor } from "../../descriptors/shape.js";
import { targetOf } from "../../protocol/shape-access.js";
import { parseBase64, readText } from "./read-text.js";

/** Reads a member out of its header. */
export const readHeader = (member: MemberDescriptor, text: string | undefined): unknown => {
  if (text === undefined) return undefined;
  const shape = targetOf(member);
  if (typeof shape === "object" && shape.kind === "list") {
    const isDate = targetOf(shape.member) === "timestamp" && isHttpDate(shape.member);
    const items = isDate ? splitHttpDates(text) : splitList(text);
    return items.map((item) => readText(shape.member, item, "http-date"));
  }
  // A string with a media type travels in base64, so that any text fits into a header.
  if (member.mediaType !== undefined) return decodeMedia(text);
  return readText(member, text, "http-date");
};

/** Reads a map out of all headers that share a prefix; its keys are what follows the prefix. */
export const readPrefixHeaders = (
  prefix: string,
  headers: Readonly<Record<string, string>>,
): Record<string, string> | undefined => {
  const start = prefix.toLowerCase();
  const entries = Object.entries(headers)
    .filter(([name]) => name.startsWith(start))
    .map(([name, value]) => [name.slice(start.length), value] as const);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};

const isHttpDate = (member: MemberDescriptor): boolean =>
  (member.timestampFormat ?? "http-date") === "http-date";

/** Dates of HTTP hold a comma themselves: every second one separates. */
const splitHttpDates = (text: string): string[] =>
  text.match(/[^,]+,[^,]+/g)?.map((date) => date.trim()) ?? [];

/** Splits a header's list, whose items may be quoted. */
const splitList = (text: string): string[] =>
  [...text.matchAll(/\s*(?:"((?:[^"\\]|\\.)*)"|([^,]*))\s*(?:,|$)/g)]
    .filter((match, index) => match[0] !== "" || index === 0)
    .map(([, quoted, plain = ""]) => (quoted === undefined ? plain.trim() : quoted.replace(/\\(.)/g, "$1")));

const decodeMedia = (text: string): string => {
  const bytes = parseBase64(text);
  return bytes === undefined ? text : new TextDecoder().decode(bytes);
};
