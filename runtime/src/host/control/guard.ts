import type { HostRequest } from "../message.js";
import { ControlError } from "./control-error.js";

/** Names of the machine itself, as they stand in an address: nobody else can call there. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Whether an interface is one that only the machine itself can reach. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

/**
 * Keeps web pages out: a page that somebody reads on the same machine could send requests there, too, under a name of its
 * own that leads to this machine.
 *
 * @throws ControlError with status 403, or 415
 */
export const requireOwnRequest = ({ method, headers }: HostRequest): void => {
  const host = (headers["host"] ?? "").replace(/:\d+$/, "");
  if (!isLoopback(host)) {
    throw new ControlError(403, "Control requests have to name this machine: localhost, 127.0.0.1 or [::1]");
  }
  if (headers["origin"] !== undefined) throw new ControlError(403, "Control requests are not for web pages");
  const [type = ""] = (headers["content-type"] ?? "").split(";");
  if (method === "POST" && type.trim().toLowerCase() !== "application/json") {
    throw new ControlError(415, "The content-type has to be application/json");
  }
};
