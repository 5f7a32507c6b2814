/** Largest body that is read; no answer of a JSON service comes near it. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** A body that is not read, and why; never leaves the runtime. */
export class UnreadableBody extends Error {}

/**
 * Reads a body to its end, in whatever form a handler gives it.
 *
 * @throws {@link UnreadableBody} where it is too large, or nothing that can be read; or what the stream fails with
 */
export async function readBody(body: unknown, limit: number = MAX_BODY_BYTES): Promise<Uint8Array> {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === "string") return checkSize(new TextEncoder().encode(body), limit);
  if (body instanceof Uint8Array) return checkSize(body, limit);
  if (body instanceof ArrayBuffer) return checkSize(new Uint8Array(body), limit);
  if (isBlob(body)) return checkSize(new Uint8Array(await body.arrayBuffer()), limit);
  return collect(chunksOf(body), limit);
}

function checkSize(bytes: Uint8Array, limit: number): Uint8Array {
  if (bytes.length > limit) throw tooLarge();
  return bytes;
}

function tooLarge(): UnreadableBody {
  return new UnreadableBody("The body is too large.");
}

function isBlob(body: unknown): body is { arrayBuffer(): Promise<ArrayBuffer> } {
  return typeof body === "object" && body !== null && "arrayBuffer" in body;
}

async function* chunksOf(body: unknown): AsyncGenerator<unknown> {
  if (isReadableStream(body)) {
    // Not every browser can iterate over a stream.
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
    return;
  }
  if (typeof body !== "object" || body === null || !(Symbol.asyncIterator in body)) {
    throw new UnreadableBody("The HTTP handler gave a body of an unknown kind.");
  }
  yield* body as AsyncIterable<unknown>;
  // A stream of HTTP/2 says no more than this when its connection is gone.
  if ("readableEnded" in body && body.readableEnded === false) throw new Error("The body broke off.");
}

function isReadableStream(
  body: unknown,
): body is { getReader(): { read(): Promise<{ done: boolean; value?: unknown }> } } {
  return typeof body === "object" && body !== null && "getReader" in body;
}

async function collect(chunks: AsyncIterable<unknown>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    const bytes = chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
    size += bytes.length;
    if (size > limit) throw tooLarge();
    parts.push(bytes);
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : join(parts, size);
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const result = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}
