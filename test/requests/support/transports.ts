import { NodeHttp2Handler } from "@smithy/node-http-handler";
import { fetch as undiciFetch } from "undici";
import { type LocalProxy, startProxy } from "../../../runtime/src/testing/local-proxy.js";
import { type LocalServer, startServer } from "../../../runtime/src/testing/local-server.js";
import { testCertificate } from "../../../runtime/src/testing/test-certificate.js";
import { startHttp2Server } from "../../differential/handlers/support/http2-server.js";
import { transports as plain, type RequestHandler } from "../../support/transports.js";

/** A way for requests to get to a service. */
export interface Transport {
  readonly name: string;
  /** What the service speaks. */
  readonly protocol: "http" | "https" | "http2";
  readonly create: (proxy: string) => RequestHandler;
}

const trusting = { httpsAgent: { ca: testCertificate.cert } };

/** All there are: the client's own, and those that people bring. */
export const transports: readonly Transport[] = [
  ...plain.map(([name, create]) => ({ name, protocol: "http", create }) as const),
  { name: "the default on Node, TLS", protocol: "https", create: () => trusting },
  { name: "the default on Node, plain proxy", protocol: "http", create: (proxy) => ({ proxy }) },
  { name: "the default on Node, tunnel", protocol: "https", create: (proxy) => ({ ...trusting, proxy }) },
  { name: "undici's fetch", protocol: "http", create: () => undiciFetch },
  { name: "NodeHttp2Handler", protocol: "http2", create: () => new NodeHttp2Handler() },
];

/** The servers that transports lead to, and a proxy in between. */
export class Services {
  readonly #servers: Readonly<Record<Transport["protocol"], LocalServer>>;
  readonly #proxy: LocalProxy;

  private constructor(servers: Readonly<Record<Transport["protocol"], LocalServer>>, proxy: LocalProxy) {
    this.#servers = servers;
    this.#proxy = proxy;
  }

  static async start(): Promise<Services> {
    const [http, https, http2, proxy] = await Promise.all([
      startServer(),
      startServer(undefined, "https"),
      startHttp2Server(),
      startProxy(),
    ]);
    return new Services({ http, https, http2 }, proxy);
  }

  serverOf({ protocol }: Transport): LocalServer {
    return this.#servers[protocol];
  }

  handlerOf({ create }: Transport): RequestHandler {
    return create(`http://${this.#proxy.host}`);
  }

  async close(): Promise<void> {
    for (const server of Object.values(this.#servers)) await server.close();
    await this.#proxy[Symbol.asyncDispose]();
  }
}
