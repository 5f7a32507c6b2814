import type { AmplifyBackendClientConfig as OfficialConfig } from "@aws-sdk/client-amplifybackend";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttp2Handler, NodeHttpHandler } from "@smithy/node-http-handler";
import { UndiciHttpHandler } from "@smithy/undici-http-handler";
import type { AmplifyBackendClientConfig } from "@tinsmith/amplifybackend";
import { fetch as undiciFetch } from "undici";

/** What each of the clients takes as `requestHandler`. Nothing is cast: what one compiles with, the other does, too. */
export interface HandlerPair {
  readonly ours: NonNullable<AmplifyBackendClientConfig["requestHandler"]>;
  readonly official: NonNullable<OfficialConfig["requestHandler"]>;
}

/** A way to say what sends the requests. */
export interface HandlerKind {
  readonly name: string;
  readonly http2?: boolean;
  /** @param requestTimeout - milliseconds until a silent server is given up */
  readonly create: (requestTimeout?: number) => HandlerPair;
}

type Limit = { readonly requestTimeout?: number };
const limitOf = (requestTimeout: number | undefined): Limit =>
  requestTimeout === undefined ? {} : { requestTimeout };

/** One value for both clients. */
const shared = <Handler extends HandlerPair["ours"] & HandlerPair["official"]>(
  name: string,
  create: (limit: Limit) => Handler,
): HandlerKind => ({
  name,
  create: (requestTimeout) => {
    const handler = create(limitOf(requestTimeout));
    return { ours: handler, official: handler };
  },
});

type Fetch = Extract<HandlerPair["ours"], (...parameters: never[]) => unknown>;

/** A function, which the official client takes as a setting of its handler only. */
const fetchFunction = (name: string, own: (requestTimeout?: number) => Fetch): HandlerKind => ({
  name,
  create: (requestTimeout) => ({
    ours: own(requestTimeout),
    official: new FetchHttpHandler(limitOf(requestTimeout)),
  }),
});

const throwing = { throwOnRequestTimeout: true };

/** All of them. */
export const handlerKinds: readonly HandlerKind[] = [
  shared("settings", (limit) => ({ ...limit, ...throwing })),
  shared("NodeHttpHandler", (limit) => new NodeHttpHandler({ ...limit, ...throwing })),
  { ...shared("NodeHttp2Handler", (limit) => new NodeHttp2Handler(limit)), http2: true },
  shared("FetchHttpHandler", (limit) => new FetchHttpHandler(limit)),
  shared("UndiciHttpHandler", ({ requestTimeout }) => {
    const dispatcher = requestTimeout === undefined ? {} : { headersTimeout: requestTimeout };
    return new UndiciHttpHandler({ dispatcher });
  }),
  fetchFunction("fetch", (requestTimeout) =>
    requestTimeout === undefined ? fetch : fetchWithin(requestTimeout),
  ),
  fetchFunction("undici's fetch", (requestTimeout) =>
    requestTimeout === undefined ? undiciFetch : fetchWithin(requestTimeout),
  ),
];

/** A function of a user's own, with a limit of its own. */
const fetchWithin =
  (milliseconds: number): Fetch =>
  (url, init) =>
    fetch(url, {
      ...init,
      signal: AbortSignal.any([AbortSignal.timeout(milliseconds), ...(init.signal ? [init.signal] : [])]),
    });
