import { Socket } from "node:net";

/** What AWS's clients read of a process: their own variables, and where a user's home is. */
const isOurs = (name: string): boolean =>
  name.startsWith("AWS_") || name === "HOME" || name === "USERPROFILE";

/** Runs something with these variables and no other ones of AWS; afterwards all is as it was. */
export const withVariables = async <Value>(
  variables: Readonly<Record<string, string>>,
  run: () => Promise<Value>,
): Promise<Value> => {
  const before = Object.entries(process.env).filter(([name]) => isOurs(name));
  const replaceBy = (entries: Iterable<readonly [string, string | undefined]>): void => {
    for (const name of Object.keys(process.env)) if (isOurs(name)) delete process.env[name];
    for (const [name, value] of entries) process.env[name] = value;
  };
  replaceBy(Object.entries(variables));
  try {
    return await run();
  } finally {
    replaceBy(before);
  }
};

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
