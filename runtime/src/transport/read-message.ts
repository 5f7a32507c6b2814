import type { IncomingMessage } from "node:http";
import { GrowingBuffer } from "./growing-buffer.js";

/**
 * Reads a message of `node:http` to its end: by its events, which takes a fraction of the time that it takes to iterate.
 *
 * @param limit - bytes
 * @returns undefined where the body is something else, such as a stream of HTTP/2, whose events do not tell whether it is
 *   complete, or a message that is over: its events have been
 */
export function readMessage(body: unknown, limit: number): Promise<Uint8Array> | undefined {
  if (!isUnread(body)) return undefined;
  return new Promise((resolve, reject) => {
    const buffer = new GrowingBuffer(limit);
    const fail = (error: unknown): void => {
      reject(error);
      body.destroy();
    };
    body.on("data", (chunk: Uint8Array) => {
      try {
        buffer.add(chunk);
      } catch (error) {
        fail(error);
      }
    });
    body.on("error", fail);
    body.on("close", () => {
      if (!body.readableEnded) reject(new Error("The body broke off."));
    });
    body.on("end", () => {
      if (body.complete) resolve(buffer.bytes());
      else reject(new Error("The body broke off."));
    });
  });
}

function isUnread(body: unknown): body is IncomingMessage {
  if (typeof body !== "object" || body === null) return false;
  const { complete, destroyed, readableFlowing, readableEncoding } = body as Partial<IncomingMessage>;
  return (
    typeof complete === "boolean" &&
    destroyed === false &&
    readableFlowing === null &&
    readableEncoding === null
  );
}
