import { afterEach } from "@jest/globals";
import type { Client, ClientConfig } from "../index.js";
import { CloneBackendCommand, GetBackendJobCommand } from "./amplify.js";
import { testClient } from "./clients.js";
import {
  type CapturedRequest,
  type LocalServer,
  type PlannedResponse,
  type Responder,
  startServer,
} from "./local-server.js";

/** A call that only reads. */
export const readJob = () =>
  new GetBackendJobCommand({ AppId: "a", BackendEnvironmentName: "b", JobId: "c" });

/** A call that changes something. */
export const clone = (more: object = {}) =>
  new CloneBackendCommand({ AppId: "a", BackendEnvironmentName: "b", TargetEnvironmentName: "c", ...more });

/** An error as the service answers with it. */
export const error = (
  name: string,
  status: number,
  headers: Record<string, string> = {},
): PlannedResponse => ({
  status,
  headers: { "x-amzn-errortype": name, ...headers },
  body: '{"message":"no"}',
});

let server: LocalServer | undefined;

/** Starts a server for one test, and makes a client for it that waits as little as it can. */
export async function clientFor(responder: Responder, config: ClientConfig = {}): Promise<Client> {
  await server?.close();
  server = await startServer(responder);
  return testClient({
    endpoint: server.url,
    ...config,
    environment: { random: () => 0, ...config.environment },
  });
}

/** What the server of the test has received. */
export function received(): CapturedRequest[] {
  return server?.requests ?? [];
}

/** Closes the server after each test of a file; to be called once, at its top. */
export function closeServerAfterEach(): void {
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
}
