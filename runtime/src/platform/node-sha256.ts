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
    const hash = hashOf(crypto, this.#secret);
    for (const data of this.#data) hash.update(data);
    return hash.digest();
  }

  /** As `HashConstructor` has it: once Node's cryptography is loaded. */
  static hexOf(data: string | Uint8Array, secret?: Uint8Array): string | undefined {
    if (crypto === undefined) return undefined;
    // Bun and Deno have learned it late.
    if (secret === undefined && crypto.hash !== undefined) return crypto.hash("sha256", data);
    return hashOf(crypto, secret).update(data).digest("hex");
  }
}

function hashOf(
  { createHash, createHmac }: typeof import("node:crypto"),
  secret: string | NodeJS.ArrayBufferView | undefined,
): import("node:crypto").Hash | import("node:crypto").Hmac {
  return secret === undefined ? createHash("sha256") : createHmac("sha256", secret);
}
