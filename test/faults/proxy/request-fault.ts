import type { Random } from "../../../scripts/lib/random.js";
import type { Cell } from "../plan/cells.js";
import type { MessageHead } from "./message-reader.js";

/** Where in a request a fault befalls it, counted in bytes; undefined where it befalls its answer. */
export const requestOffset = (
  { bytes, bodyLength }: MessageHead,
  { position }: Cell,
  random: Random,
): number | undefined => {
  const all = bytes.length + bodyLength;
  switch (position) {
    case "before request":
      return 0;
    case "in request head":
      return random.between(1, bytes.length - 1);
    case "after request head":
      return bytes.length;
    case "in request body":
      return random.between(bytes.length, all - 1);
    case "after request":
      return all;
    default:
      return undefined;
  }
};

/** How many bytes are garbage. */
export const GARBAGE = 8;

/** Bytes that no request has: no line ends, no digits; in the place of as many, at most. */
export const garbageFor = (length: number): Buffer => Buffer.alloc(Math.min(length, GARBAGE), 0xfe);
