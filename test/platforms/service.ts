import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { createRouter } from "../../runtime/src/host/router.js";
import { startProxy } from "../../runtime/src/testing/local-proxy.js";
import type { CapturedRequest } from "../../runtime/src/testing/local-server.js";
import { signaturesOf } from "../../runtime/src/testing/signature.js";
import { testCertificate } from "../../runtime/src/testing/test-certificate.js";
import { CREDENTIALS, type World } from "./story/world.js";

/** A request that has reached the service, preflights left out. */
export interface Arrival {
  /** By the path as it came over the wire. */
  readonly operation?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Whether its signature is the one that these very bytes ask for. */
  readonly isSigned: boolean;
}

/** A service on the loopback interface that people on other origins may call, and a proxy before it. */
export interface LocalService extends AsyncDisposable {
  readonly places: Pick<
    World,
    "service" | "hasty" | "hastyTimeout" | "nowhere" | "proxy" | "securePort" | "certificate"
  >;
}

/** Answers a request; `isUsed` says whether its connection had one before. */
type Behaviour = (reply: ServerResponse, isUsed: boolean) => void;

const answer =
  (status: number, type: string, body: string, headers: object = {}): Behaviour =>
  (reply) =>
    reply.writeHead(status, { ...SHARED, ...headers, "content-type": type }).end(body);

/** What lets pages of other origins see an answer. @see https://fetch.spec.whatwg.org/#http-cors-protocol */
const SHARED = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "*",
  "access-control-allow-headers": "*, authorization",
  "access-control-expose-headers": "*",
};

/** Refuses every other request, beginning with the first. */
function throttleOnce(): Behaviour {
  let count = 0;
  const refuse = answer(429, "application/json", "{}", { "x-amzn-errortype": "TooManyRequestsException" });
  return (reply, isUsed) =>
    (++count % 2 === 1 ? refuse : answer(200, "application/json", "{}"))(reply, isUsed);
}

/** How the service answers, by the first segment of the path. */
const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  ok: answer(200, "application/json", "{}"),
  html403: answer(403, "text/html", "<h1>No</h1>"),
  html503: answer(503, "text/html", "<h1>Later</h1>"),
  truncated: answer(200, "application/json", '{"appId": "a'),
  redirect: answer(307, "application/json", "{}", { location: "/ok/backend/app/remove" }),
  unshared: (reply) => reply.writeHead(200).end("{}"),
  throttled: throttleOnce(),
  silent: () => {},
  drop: (reply, isUsed) => (isUsed ? reply.destroy() : BEHAVIOURS["ok"]?.(reply, isUsed)),
};

/** Milliseconds. */
const HASTY_TIMEOUT = 150;

/** Starts the service: `GET /journal` tells what has arrived, and forgets it. */
export const startService = async (): Promise<LocalService> => {
  const journal: Arrival[] = [];
  const used = new WeakSet<Socket>();
  const respond = async (request: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const isUsed = used.has(request.socket);
    used.add(request.socket);
    const chunks: Uint8Array[] = [];
    for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk);
    if (request.method === "OPTIONS") return void reply.writeHead(204, SHARED).end();
    if (request.url === "/journal") {
      return void answer(200, "application/json", JSON.stringify(journal.splice(0)))(reply, isUsed);
    }
    journal.push(arrivalOf(request, Buffer.concat(chunks)));
    const [, behaviour = ""] = request.url?.split("/") ?? [];
    BEHAVIOURS[behaviour]?.(reply, isUsed);
  };
  const listener: RequestListener = (request, reply) => {
    respond(request, reply).catch(() => request.destroy());
  };
  const plain = () => createServer(listener);
  const servers = [
    await start(plain(), 60_000),
    await start(plain(), HASTY_TIMEOUT),
    await start(createTlsServer(testCertificate, listener), 60_000),
  ] as const;
  const closed = await start(plain(), 0);
  const nowhere = originOf(closed);
  // Its port stays free for as long as it takes.
  closed.close();
  const [service, hasty, secure] = servers;
  const proxy = await startProxy();
  return {
    places: {
      service: originOf(service),
      hasty: originOf(hasty),
      hastyTimeout: HASTY_TIMEOUT,
      nowhere,
      proxy: `http://${proxy.host}`,
      securePort: (secure.address() as AddressInfo).port,
      certificate: testCertificate.cert,
    },
    async [Symbol.asyncDispose]() {
      await proxy[Symbol.asyncDispose]();
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
};

const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** @param keepAliveTimeout - milliseconds that connections may idle */
const start = async <Kind extends Server>(server: Kind, keepAliveTimeout: number): Promise<Kind> => {
  // What some versions of Node add to the limit would make it another one.
  Object.assign(server, { keepAliveTimeout, keepAliveTimeoutBuffer: 0 });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
};

const route = createRouter(AmplifyBackendOperations);

const arrivalOf = ({ method = "", url = "", headers }: IncomingMessage, bytes: Buffer): Arrival => {
  const captured: CapturedRequest = { method, url, headers, body: bytes.toString(), bytes, connection: 0 };
  const { carried, due } = signaturesOf(captured, CREDENTIALS.secretAccessKey);
  const path = url.replace(/^\/[^/]*/, "");
  const match = route({ method, path, query: {}, headers: {}, body: bytes });
  return { operation: match?.operation.name, labels: match?.labels, isSigned: carried === due };
};
