/** A SHA-256 that signs: a plain hash, or an HMAC where it is given a secret. */
export interface Hash {
  update(data: Uint8Array): void;
  digest(): Promise<Uint8Array>;
}

/** Makes a {@link Hash}; those of the Smithy ecosystem fit. */
export interface HashConstructor {
  new (secret?: string | ArrayBuffer | ArrayBufferView): Hash;
  /**
   * Hashes at once, to hexadecimal digits. An addition of the runtime's own: a signature takes three hashes, and waiting
   * for one takes longer than to make it.
   */
  readonly hexOf?: (data: string | Uint8Array, secret?: Uint8Array) => string;
}
