import { readMessage } from "#platform";
import type { AbortSignalLike } from "../common/abort-signal.js";
import { tooLarge, UnreadableBody } from "../protocol/unreadable-body.js";
import { GrowingBuffer } from "./growing-buffer.js";

/**
 * Reads a body to its end, in whatever form a handler gives it.
 *
 * @param limit - bytes
 * @param signal - says that nobody wants the body any more
 * @throws {@link UnreadableBody} where it is too large, or nothing that can be read; or what the stream fails with
 */
export function readBody(
  body: unknown,
  limit: number,
  signal?: AbortSignalLike | undefined,
): Promise<Uint8Array> {
  return readMessage(body, limit) ?? readOther(body, limit, signal);
}

async function readOther(
  body: unknown,
  limit: number,
  signal: AbortSignalLike | undefined,
): Promise<Uint8Array> {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === "string") return checkSize(new TextEncoder().encode(body), limit);
  if (body instanceof Uint8Array) return checkSize(body, limit);
  if (body instanceof ArrayBuffer) return checkSize(new Uint8Array(body), limit);
  if (isBlob(body)) return checkSize(new Uint8Array(await body.arrayBuffer()), limit);
  return collect(body, limit, signal);
}

function checkSize(bytes: Uint8Array, limit: number): Uint8Array {
  if (bytes.length > limit) throw tooLarge(limit);
  return bytes;
}

/** Streams may have such a method, too, but know no limit there. */
function isBlob(body: unknown): body is { arrayBuffer(): Promise<ArrayBuffer> } {
  return (
    typeof body === "object" && body !== null && "arrayBuffer" in body && !(Symbol.asyncIterator in body)
  );
}

async function* chunksOf(body: unknown, signal: AbortSignalLike | undefined): AsyncGenerator<unknown> {
  if (isReadableStream(body)) {
    yield* chunksOfStream(body.getReader(), signal);
    return;
  }
  if (typeof body !== "object" || body === null || !(Symbol.asyncIterator in body)) {
    throw new UnreadableBody("The HTTP handler gave a body of an unknown kind.");
  }
  yield* body as AsyncIterable<unknown>;
  // A stream of HTTP/2 says no more than this when its connection is gone.
  if ("readableEnded" in body && body.readableEnded === false) throw new Error("The body broke off.");
}

interface StreamReader {
  read(): Promise<{ done: boolean; value?: unknown }>;
  cancel(): Promise<void>;
}

function isReadableStream(body: unknown): body is { getReader(): StreamReader } {
  return typeof body === "object" && body !== null && "getReader" in body;
}

/** Not every browser can iterate over a stream. */
async function* chunksOfStream(
  reader: StreamReader,
  signal: AbortSignalLike | undefined,
): AsyncGenerator<unknown> {
  let isOver = false;
  // Nobody wants the rest; that it cannot be refused is of no interest.
  const cancel = (): void => void reader.cancel().catch(() => {});
  // Node's `fetch` forgets the signal when it has collected the request, and would keep a silent connection open.
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    isOver = true;
  } finally {
    if (!isOver) cancel();
  }
}

async function collect(
  body: unknown,
  limit: number,
  signal: AbortSignalLike | undefined,
): Promise<Uint8Array> {
  const buffer = new GrowingBuffer(limit);
  for await (const chunk of chunksOf(body, signal)) buffer.add(chunk);
  return buffer.bytes();
}
