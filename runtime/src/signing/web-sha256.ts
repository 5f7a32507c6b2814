import { ConfigurationError } from "../errors/configuration-error.js";
import type { Hash } from "./hash.js";

/** SHA-256 by WebCrypto, for browsers and workers. */
export class WebSha256 implements Hash {
  readonly #secret: BufferSource | undefined;
  #data = new Uint8Array();

  /** @param secret - makes it an HMAC */
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#secret = (typeof secret === "string" ? new TextEncoder().encode(secret) : secret) as BufferSource;
  }

  update(data: Uint8Array): void {
    const former = this.#data;
    this.#data = new Uint8Array(former.length + data.length);
    this.#data.set(former);
    this.#data.set(data, former.length);
  }

  /** @throws {@link ConfigurationError} where the platform has no WebCrypto */
  async digest(): Promise<Uint8Array> {
    // Types do not know that it may be missing.
    const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
    if (subtle === undefined) {
      throw new ConfigurationError(
        "Requests cannot be signed without crypto.subtle, which pages have over https or on localhost only. Elsewhere, pass `sha256`, such as Sha256Js of @smithy/core/checksum.",
      );
    }
    if (this.#secret === undefined) return new Uint8Array(await subtle.digest("SHA-256", this.#data));
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const key = await subtle.importKey("raw", this.#secret, algorithm, false, ["sign"]);
    return new Uint8Array(await subtle.sign("HMAC", key, this.#data));
  }
}
