import type { Agent, AgentOptions, ClientRequest, OutgoingHttpHeaders } from "node:http";
import type { Socket } from "node:net";
import { HttpProxyAgent } from "http-proxy-agent";
import { HttpsProxyAgent } from "https-proxy-agent";
import type { HttpProxy } from "./proxy.js";
import { proxyRefused, proxyUnreachable } from "./proxy-failure.js";

/** Makes the agent that leads through a proxy. @param protocol - what the service is spoken to in */
export function createProxyAgent(proxy: HttpProxy, protocol: string, options: AgentOptions): Agent {
  return protocol === "https:" ? new TunnelAgent(proxy, options) : new ForwardAgent(proxy, options);
}

/** Asks the proxy for a tunnel, and speaks TLS with the service through it. */
class TunnelAgent extends HttpsProxyAgent<string> {
  readonly #proxy: HttpProxy;
  readonly #options: AgentOptions;

  constructor(proxy: HttpProxy, options: AgentOptions) {
    super(proxy.url, { ...options, headers: headersOf(proxy) });
    this.#proxy = proxy;
    this.#options = options;
  }

  override async connect(request: ClientRequest, options: ConnectOptions): Promise<Socket> {
    let status = 0;
    request.once("proxyConnect", ({ statusCode }: { statusCode: number }) => {
      status = statusCode;
    });
    const socket = await whileWanted(this, request, this.#proxy, () =>
      super.connect(request, { ...this.#options, ...options }),
    );
    if (status === 200) return socket;
    // The answer is the proxy's: passed on, it would be read as the service's.
    socket.destroy();
    throw proxyRefused(this.#proxy, status);
  }

  /** Said outright: guessed from the stack, as by default, it is wrong when a connection becomes free, and is lost. */
  override isSecureEndpoint(): boolean {
    return true;
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

  override connect(...parameters: Parameters<HttpProxyAgent<string>["connect"]>): Promise<Socket> {
    return whileWanted(this, parameters[0], this.#proxy, () => super.connect(...parameters));
  }
}

/** A request that is given up leaves its connection to the proxy behind, which a silent proxy would never end. */
async function whileWanted(
  agent: Pick<HttpsProxyAgent<string>, "connectOpts">,
  request: ClientRequest,
  proxy: HttpProxy,
  connect: () => Promise<Socket>,
): Promise<Socket> {
  const controller = new AbortController();
  const giveUp = (): void => controller.abort();
  request.once("close", giveUp);
  if (request.destroyed) giveUp();
  agent.connectOpts = { ...agent.connectOpts, signal: controller.signal };
  try {
    return await connect();
  } catch (error) {
    throw proxyUnreachable(proxy, error);
  } finally {
    request.removeListener("close", giveUp);
  }
}

type ConnectOptions = Parameters<HttpsProxyAgent<string>["connect"]>[1];

/** The password stays out of the agent's URL, which it writes to the log under `DEBUG`. */
function headersOf({ authorization }: HttpProxy): OutgoingHttpHeaders {
  return authorization === undefined ? {} : { "Proxy-Authorization": authorization };
}
