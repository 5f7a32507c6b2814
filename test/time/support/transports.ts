import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { UndiciHttpHandler } from "@smithy/undici-http-handler";
import { type ClientConfig, type HttpHandler, KyHttpHandler } from "@tinsmith/runtime";

type RequestHandler = NonNullable<ClientConfig["requestHandler"]>;

/** A handler that ignores the signal, and never settles. */
export const deaf = (): HttpHandler => ({ handle: () => new Promise(() => {}) });

/** All ways to send requests that hold connections, made anew for each test. */
export const transports: Readonly<Record<string, () => RequestHandler>> = {
  "the default of Node": () => ({}),
  "the default elsewhere": () => new KyHttpHandler(),
  NodeHttpHandler: () => new NodeHttpHandler(),
  FetchHttpHandler: () => new FetchHttpHandler(),
  UndiciHttpHandler: () => new UndiciHttpHandler(),
  "a fetch function": () => fetch,
};
