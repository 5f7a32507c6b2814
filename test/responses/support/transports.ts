import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { UndiciHttpHandler } from "@smithy/undici-http-handler";
import {
  AmplifyBackendClient,
  type AmplifyBackendClientConfig,
  KyHttpHandler,
} from "@tinsmith/amplifybackend";
import { Agent } from "undici";
import { credentials } from "../../differential/support/clients.js";

type Handler = NonNullable<AmplifyBackendClientConfig["requestHandler"]>;

/** Everything that a request can go out over, by what its user would call it. */
export const transports: readonly (readonly [name: string, create: () => Handler])[] = [
  ["node:http", () => ({})],
  ["ky", () => new KyHttpHandler()],
  ["fetch", () => fetch],
  ["Smithy's handler for Node", () => new NodeHttpHandler()],
  ["Smithy's handler for fetch", () => new FetchHttpHandler()],
  ["Smithy's handler for undici", () => new UndiciHttpHandler({ dispatcher: new Agent() })],
];

/** A client of a server of the test; one attempt, unless told otherwise. */
export const openClient = (url: string, config: AmplifyBackendClientConfig = {}): AmplifyBackendClient =>
  new AmplifyBackendClient({
    endpoint: url,
    region: "eu-west-1",
    credentials,
    maxAttempts: 1,
    ...config,
  });
