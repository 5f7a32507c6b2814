import type { Hash } from "../signing/hash.js";

type Cryptography = typeof import("node:crypto");

let loaded: Cryptography | undefined;

/** Loaded when the first request is signed, and without WebCrypto, which an import would load along. */
function cryptography(): Cryptography {
  loaded ??= process.getBuiltinModule("node:crypto");
  return loaded;
}

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
    const hash = hashOf(this.#secret);
    for (const data of this.#data) hash.update(data);
    return hash.digest();
  }

  /** As `HashConstructor` has it. */
  static hexOf(data: string | Uint8Array, secret?: Uint8Array): string {
    const { hash } = cryptography();
    // Bun and Deno have learned it late.
    if (secret === undefined && hash !== undefined) return hash("sha256", data);
    return hashOf(secret).update(data).digest("hex");
  }
}

function hashOf(
  secret: string | NodeJS.ArrayBufferView | undefined,
): import("node:crypto").Hash | import("node:crypto").Hmac {
  const { createHash, createHmac } = cryptography();
  return secret === undefined ? createHash("sha256") : createHmac("sha256", secret);
}
