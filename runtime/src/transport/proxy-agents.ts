import type { AgentOptions, ClientRequest, OutgoingHttpHeaders } from "node:http";
import type { Socket } from "node:net";
import { HttpProxyAgent } from "http-proxy-agent";
import { HttpsProxyAgent } from "https-proxy-agent";
import { startTimer } from "../common/timer.js";
import type { NodeAgents } from "./node-agents.js";
import type { HttpProxy } from "./proxy.js";
import { proxyRefused, proxyTooSlow, proxyUnreachable } from "./proxy-failure.js";

/** What the agents of a proxy are made with. */
export interface ProxyAgentsOptions {
  readonly http: AgentOptions;
  readonly https: AgentOptions;
  /** Milliseconds; 0 for no limit. */
  readonly connectionTimeout: number;
}

/** Makes the agents that lead through a proxy. */
export function createProxyAgents(proxy: HttpProxy, options: ProxyAgentsOptions): NodeAgents {
  return {
    httpAgent: new ForwardAgent(proxy, options.http),
    httpsAgent: new TunnelAgent(proxy, options.https, options.connectionTimeout),
  };
}

/** Asks the proxy for a tunnel, and speaks TLS with the service through it. */
class TunnelAgent extends HttpsProxyAgent<string> {
  readonly #proxy: HttpProxy;
  readonly #options: AgentOptions;
  readonly #timeout: number;

  constructor(proxy: HttpProxy, options: AgentOptions, timeout: number) {
    super(proxy.url, { ...options, headers: headersOf(proxy) });
    this.#proxy = proxy;
    this.#options = options;
    this.#timeout = timeout;
  }

  override async connect(request: ClientRequest, options: ConnectOptions): Promise<Socket> {
    let status = 0;
    request.once("proxyConnect", ({ statusCode }: { statusCode: number }) => {
      status = statusCode;
    });
    const socket = await this.#connectInTime(request, { ...this.#options, ...options });
    if (status === 200) return socket;
    // The answer is the proxy's: passed on, it would be read as the service's.
    socket.destroy();
    throw proxyRefused(this.#proxy, status);
  }

  /** Said outright: guessed from the stack, as by default, it is wrong when a connection becomes free, and is lost. */
  override isSecureEndpoint(): boolean {
    return true;
  }

  /** A request that is given up leaves its connection to the proxy behind, which a silent proxy would never end. */
  async #connectInTime(request: ClientRequest, options: ConnectOptions): Promise<Socket> {
    const controller = new AbortController();
    const timer = this.#timeout > 0 ? startTimer(this.#timeout, () => controller.abort()) : undefined;
    this.connectOpts = { ...this.connectOpts, signal: controller.signal };
    try {
      return await super.connect(request, options);
    } catch (error) {
      throw controller.signal.aborted
        ? proxyTooSlow(this.#proxy, error, this.#timeout)
        : proxyUnreachable(this.#proxy, error);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Leaves it to the proxy to send a request on: without TLS there is no need of a tunnel. */
class ForwardAgent extends HttpProxyAgent<string> {
  readonly #proxy: HttpProxy;

  constructor(proxy: HttpProxy, options: AgentOptions) {
    super(proxy.url, { ...options, headers: headersOf(proxy) });
    this.#proxy = proxy;
  }

  override isSecureEndpoint(): boolean {
    return false;
  }

  override async connect(...parameters: Parameters<HttpProxyAgent<string>["connect"]>): Promise<Socket> {
    try {
      return await super.connect(...parameters);
    } catch (error) {
      throw proxyUnreachable(this.#proxy, error);
    }
  }
}

type ConnectOptions = Parameters<HttpsProxyAgent<string>["connect"]>[1];

/** The password stays out of the agent's URL, which it writes to the log under `DEBUG`. */
function headersOf({ authorization }: HttpProxy): OutgoingHttpHeaders {
  return authorization === undefined ? {} : { "Proxy-Authorization": authorization };
}
