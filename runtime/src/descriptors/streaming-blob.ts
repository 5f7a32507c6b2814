/** A body that is sent as it comes: bytes, text, or what yields bytes, such as Node's and the web's streams. */
export type StreamingBlobInput = Uint8Array | string | AsyncIterable<Uint8Array>;

/**
 * A body to iterate over. It has been read to its end, and so is no larger than `maxResponseSize` allows: raise that for
 * large downloads, which are held in memory as a whole.
 */
export type StreamingBlobOutput = AsyncIterable<Uint8Array>;
