import type { ClientRequest } from "node:http";
import { type IdleSockets, letNodeRead } from "./idle-sockets.js";

/** What a request fails with of which nothing was sent: the connection that it had queued for is over. */
export class UnsentError extends Error {}

/**
 * Writes a request that queues for a connection when it has one. An agent hands connections on in the moment in which they
 * become free, before anybody can see whether the server has closed them: so that is looked up first.
 *
 * @param write - writes the request, of which nothing was sent before
 * @param giveUp - ends it with an {@link UnsentError}
 */
export function writeWhenFit(
  request: ClientRequest,
  idle: IdleSockets,
  write: () => void,
  giveUp: (error: UnsentError) => void,
): void {
  request.once("socket", (socket) => {
    if (!idle.wasUsed(socket)) {
      write();
      return;
    }
    // First, because existing listeners would take them for the request's own.
    const end = (): void => giveUp(new UnsentError());
    for (const event of ["error", "response"]) request.prependOnceListener(event, end);
    void letNodeRead(true).then(() => {
      for (const event of ["error", "response"]) request.removeListener(event, end);
      if (idle.isIntact(socket)) write();
      else end();
    });
  });
}
