import { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import type { LocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
import { testCertificate } from "../../../runtime/src/testing/test-certificate.js";
import { FetchHandler } from "../../../runtime/src/transport/fetch-handler.js";
import type { Transport } from "../plan/plan-calls.js";

/** Makes clients of one run. */
export interface ClientFactory {
  /** @param port - of the proxy that stands before the service */
  create(transport: Transport, port: number): AmplifyBackendClient;
}

/** Between attempts, at the beginning, in milliseconds: the suite is not to wait for what others test. */
const FIRST_DELAY = 5;

/**
 * @param tunnel - `host:port` of a proxy that makes tunnels
 */
export const createClientFactory = (local: LocalAmplifyBackend, tunnel: string): ClientFactory => {
  const { region, credentials } = local.clientConfig();
  const handlers = {
    node: () => ({ proxy: false as const }),
    fetch: () => new FetchHandler({}),
    tunnel: () => ({ proxy: `http://${tunnel}`, httpsAgent: { ca: testCertificate.cert } }),
  };
  return {
    create: (transport, port) =>
      new AmplifyBackendClient({
        region,
        credentials,
        endpoint: `${transport === "tunnel" ? "https" : "http"}://127.0.0.1:${port}`,
        maxAttempts: 3,
        retryDelayOptions: { base: FIRST_DELAY },
        requestHandler: handlers[transport](),
      }),
  };
};
