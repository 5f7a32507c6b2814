import { Socket } from "node:net";

/** The fixed addresses at which machines and containers of AWS find their credentials. */
const LINK_LOCAL = ["169.254.169.254", "169.254.170.2"];

type Connect = (this: Socket, ...args: unknown[]) => Socket;

/** Leads connections to the fixed addresses of AWS to a port of this machine, until the result is called. */
export const rerouteLinkLocal = (port: number): (() => void) => {
  const prototype = Socket.prototype as unknown as { connect: Connect };
  const { connect } = prototype;
  prototype.connect = function (...args) {
    const [first] = args;
    const options = (Array.isArray(first) ? first[0] : first) as { host?: string; port?: number };
    if (LINK_LOCAL.includes(options.host ?? "")) Object.assign(options, { host: "127.0.0.1", port });
    return connect.apply(this, args);
  };
  return () => {
    prototype.connect = connect;
  };
};
