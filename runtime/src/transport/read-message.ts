import type { IncomingMessage } from "node:http";

/**
 * Reads a message of `node:http` to its end: by its events, which takes a fraction of the time that it takes to iterate.
 *
 * @param take - gets each chunk; what it throws ends the reading
 * @returns undefined where the body is something else, such as a stream of HTTP/2, whose events do not tell whether it is
 *   complete, or a message that is over: its events have been
 */
export function readMessage(body: unknown, take: (chunk: Uint8Array) => void): Promise<void> | undefined {
  if (!isUnread(body)) return undefined;
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      reject(error);
      body.destroy();
    };
    body.on("data", (chunk: Uint8Array) => {
      try {
        take(chunk);
      } catch (error) {
        fail(error);
      }
    });
    body.on("error", fail);
    body.once("close", () => {
      if (!body.readableEnded) reject(new Error("The body broke off."));
    });
    body.once("end", () => {
      if (body.complete) resolve();
      else reject(new Error("The body broke off."));
    });
  });
}

function isUnread(body: unknown): body is IncomingMessage {
  const { complete, destroyed, readableFlowing, readableEncoding } = body as Partial<IncomingMessage>;
  return (
    typeof complete === "boolean" &&
    destroyed === false &&
    readableFlowing === null &&
    readableEncoding === null
  );
}
