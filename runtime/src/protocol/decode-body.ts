import type { readBody } from "../transport/read-body.js";
import type { RawResponse } from "./raw-response.js";
import { UnreadableBody } from "./unreadable-body.js";

/**
 * Undoes the encodings of a body that nobody asked for, but that gateways apply all the same. A header says what they
 * are, and the bytes whether that is so: `fetch` has undone them before and keeps the header. What else there is, such as
 * `br`, stays as it came.
 *
 * @param limit - bytes of the decoded body
 * @param read - given, since it asks the platform, which this is a part of
 */
export async function decodeBody(
  response: RawResponse,
  limit: number,
  read: typeof readBody,
): Promise<RawResponse> {
  const encodings = response.headers["content-encoding"]?.toLowerCase().split(",") ?? [];
  let { body } = response;
  try {
    // In the order in which they were applied: the last one is the outermost.
    for (const encoding of encodings.reverse()) {
      const format = formatOf(encoding.trim(), body);
      if (format !== undefined) body = await read(decompress(format, body), limit);
    }
    return { ...response, body };
  } catch (error) {
    if (error instanceof UnreadableBody)
      return { ...response, body: new Uint8Array(), bodyProblem: error.message };
    return { ...response, bodyProblem: "It cannot be decoded." };
  }
}

/** What to undo, where the bytes begin as the encoding does; no JSON begins so. */
function formatOf(encoding: string, [first = 0, second = 0]: Uint8Array): CompressionFormat | undefined {
  if (/^(?:x-)?gzip$/.test(encoding)) return first === 0x1f && second === 0x8b ? "gzip" : undefined;
  // https://www.rfc-editor.org/rfc/rfc1950#section-2.2
  return encoding === "deflate" && first === 0x78 && (first * 256 + second) % 31 === 0
    ? "deflate"
    : undefined;
}

function decompress(format: CompressionFormat, body: Uint8Array): ReadableStream<Uint8Array> {
  const stream = new Blob([body as Uint8Array<ArrayBuffer>]).stream();
  return stream.pipeThrough(new DecompressionStream(format));
}
