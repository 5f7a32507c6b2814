/** A body that cannot be read, and why, in words that hold nothing of it; never leaves the runtime. */
export class UnreadableBody extends Error {}

/** @param limit - bytes */
export function tooLarge(limit: number): UnreadableBody {
  return new UnreadableBody(`It is larger than ${limit} bytes, the limit that maxResponseSize sets.`);
}
