/** A body that is sent as it comes: bytes, text, or what yields bytes, such as Node's and the web's streams. */
export type StreamingBlobInput = Uint8Array | string | AsyncIterable<Uint8Array>;

/** A body that is passed on as it comes. */
export type StreamingBlobOutput = AsyncIterable<Uint8Array>;
