import type { Hash } from "../signing/hash.js";

/** Node's cryptography; loaded when the first request is signed. */
let crypto: typeof import("node:crypto") | undefined;

/** SHA-256 as Node computes it. */
export class NodeSha256 implements Hash {
  readonly #secret: string | NodeJS.ArrayBufferView | undefined;
  readonly #data: Uint8Array[] = [];

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#secret =
      secret instanceof ArrayBuffer ? new Uint8Array(secret) : (secret as string | NodeJS.ArrayBufferView);
  }

  update(data: Uint8Array): void {
    this.#data.push(data);
  }

  async digest(): Promise<Uint8Array> {
    crypto ??= await import("node:crypto");
    const { createHash, createHmac, hash: hashAtOnce } = crypto;
    const [data] = this.#data;
    // Bun and Deno have learned it late.
    if (
      this.#secret === undefined &&
      this.#data.length === 1 &&
      data !== undefined &&
      hashAtOnce !== undefined
    )
      return hashAtOnce("sha256", data, "buffer");
    const hash = this.#secret === undefined ? createHash("sha256") : createHmac("sha256", this.#secret);
    for (const data of this.#data) hash.update(data);
    return hash.digest();
  }
}
