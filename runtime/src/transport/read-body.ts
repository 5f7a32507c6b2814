import { tooLarge, UnreadableBody } from "../protocol/unreadable-body.js";

/**
 * Reads a body to its end, in whatever form a handler gives it.
 *
 * @param limit - bytes
 * @param signal - says that nobody wants the body any more
 * @throws {@link UnreadableBody} where it is too large, or nothing that can be read; or what the stream fails with
 */
export async function readBody(
  body: unknown,
  limit: number,
  signal?: AbortSignal | undefined,
): Promise<Uint8Array> {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === "string") return checkSize(new TextEncoder().encode(body), limit);
  if (body instanceof Uint8Array) return checkSize(body, limit);
  if (body instanceof ArrayBuffer) return checkSize(new Uint8Array(body), limit);
  if (isBlob(body)) return checkSize(new Uint8Array(await body.arrayBuffer()), limit);
  return collect(chunksOf(body, signal), limit);
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

async function* chunksOf(body: unknown, signal: AbortSignal | undefined): AsyncGenerator<unknown> {
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
  signal: AbortSignal | undefined,
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

/** Into one growing buffer: a list of its chunks takes a hundred times the size of a body that comes byte by byte. */
async function collect(chunks: AsyncIterable<unknown>, limit: number): Promise<Uint8Array> {
  let buffer: Uint8Array = new Uint8Array();
  let size = 0;
  for await (const chunk of chunks) {
    const bytes = chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
    const start = size;
    size += bytes.length;
    if (size > limit) throw tooLarge(limit);
    if (start === 0) {
      buffer = bytes;
      continue;
    }
    if (size > buffer.length) buffer = enlarge(buffer, size, limit);
    buffer.set(bytes, start);
  }
  return buffer.subarray(0, size);
}

function enlarge(bytes: Uint8Array, size: number, limit: number): Uint8Array {
  const result = new Uint8Array(Math.max(size, Math.min(2 * bytes.length, limit)));
  result.set(bytes);
  return result;
}
