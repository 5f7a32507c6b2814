import { tooLarge } from "../protocol/unreadable-body.js";

/** One growing buffer: a list of its chunks takes a hundred times the size of a body that comes byte by byte. */
export class GrowingBuffer {
  readonly #limit: number;
  #buffer: Uint8Array = new Uint8Array();
  #size = 0;

  /** @param limit - bytes */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @throws {@link UnreadableBody} where it becomes too large */
  add(chunk: unknown): void {
    const bytes = chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
    const start = this.#size;
    this.#size += bytes.length;
    if (this.#size > this.#limit) throw tooLarge(this.#limit);
    if (start === 0) {
      this.#buffer = bytes;
      return;
    }
    if (this.#size > this.#buffer.length) this.#buffer = enlarge(this.#buffer, this.#size, this.#limit);
    this.#buffer.set(bytes, start);
  }

  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#size);
  }
}

function enlarge(bytes: Uint8Array, size: number, limit: number): Uint8Array {
  const result = new Uint8Array(Math.max(size, Math.min(2 * bytes.length, limit)));
  result.set(bytes);
  return result;
}
