/** A SHA-256 that signs: a plain hash, or an HMAC where it is given a secret. */
export interface Hash {
  update(data: Uint8Array): void;
  digest(): Promise<Uint8Array>;
}

/** Makes a {@link Hash}; those of the Smithy ecosystem fit. */
export type HashConstructor = new (secret?: string | ArrayBuffer | ArrayBufferView) => Hash;
