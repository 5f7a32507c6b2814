import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { UndiciHttpHandler } from "@smithy/undici-http-handler";
import type { ClientConfig, HttpHandler } from "@tinsmith/runtime";
import { KyHttpHandler } from "@tinsmith/runtime/ky";
import { Agent } from "undici";
import { FetchHandler } from "../../runtime/src/transport/fetch-handler.js";

/** What a client takes to send its requests with. */
export type RequestHandler = NonNullable<ClientConfig["requestHandler"]>;

/** The client's own ways to send requests and those that people bring, made anew for each test. */
export const transports: readonly (readonly [name: string, create: () => RequestHandler])[] = [
  ["the default on Node", () => ({})],
  ["the default elsewhere", () => new FetchHandler({})],
  ["ky", () => new KyHttpHandler()],
  ["fetch", () => fetch],
  ["NodeHttpHandler", () => new NodeHttpHandler()],
  ["FetchHttpHandler", () => new FetchHttpHandler()],
  ["UndiciHttpHandler", () => new UndiciHttpHandler({ dispatcher: new Agent() })],
];

/** A handler that ignores the signal, and never settles. */
export const createDeafHandler = (): HttpHandler => ({ handle: () => new Promise(() => {}) });
