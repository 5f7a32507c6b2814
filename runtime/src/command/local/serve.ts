import type { Listener } from "@tinsmith/runtime/host";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Terminal } from "../terminal.js";
import type { LocalService } from "./local-command.js";

/** Where to listen, and how to tell. */
export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly region?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Listens until somebody asks the process to end. */
export const serve = async (
  program: string,
  title: string,
  service: LocalService,
  options: ServeOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { port, host: hostname } = options;
  // Asked for before anybody is told where to call, so that nobody can end it too soon.
  const interrupted = terminal.interrupted();
  const listener = await service.listen({ port, hostname, control: true }).catch((error: unknown) => {
    terminal.error(`${program}: ${describeFailure(error, options)}\n`);
  });
  if (listener === undefined) return EXIT.failure;
  terminal.out(`${options.json === true ? describeAsJson(listener, service) : describe(title, listener)}\n`);
  await interrupted;
  await listener.close();
  return EXIT.success;
};

const describe = (title: string, { endpoint }: Listener): string => `${title} listens on ${endpoint}`;

const describeAsJson = ({ endpoint, port, control }: Listener, { credentials }: LocalService): string =>
  JSON.stringify({ url: endpoint, port, control, credentials });

const describeFailure = (error: unknown, { port, host }: ServeOptions): string => {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} of ${host} is taken. Choose another with --port, or any free one with --port 0.`;
    case "EACCES":
      return `Port ${port} is not for everybody. Choose one from 1024 on with --port.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `${host} is no address of this machine. Choose another with --host.`;
    default:
      return String(message);
  }
};
