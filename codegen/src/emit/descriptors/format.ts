/**
 * Version of the descriptor format that is written; a runtime refuses one newer than it knows.
 * The runtime's `DESCRIPTOR_FORMAT` is the newest that it reads.
 */
export const DESCRIPTOR_FORMAT = 1;
