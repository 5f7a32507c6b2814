import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import type { CapturedRequest } from "../../../runtime/src/testing/local-server.js";
import { credentials } from "./clients.js";

/** A client as a bundler builds it for browsers, in a world that has what browsers have and nothing of Node. */
export interface BrowserClient {
  /** Paths of the files that the bundle is made of, from the root. */
  readonly sources: readonly string[];
  /** What a call hands to `fetch`, which answers `{}`; under a configuration that changes the usual one. */
  requestOf(operation: string, input: unknown, config?: object): Promise<FetchedRequest>;
}

/** A request at the door of a browser's network. */
export interface FetchedRequest extends CapturedRequest {
  readonly origin: string;
  readonly mode: string;
  readonly credentials: string;
  readonly redirect: string;
  readonly keepalive: boolean;
}

/** What stands in for Node's modules in a bundle of our sources; the packages' `exports` do the same for a bundle of those. */
const WEB_SOURCES = {
  "#platform": "./runtime/src/platform/web.ts",
  "@tinsmith/runtime": "./runtime/src/index.ts",
};

/** @param globals - what this browser has otherwise than others */
export const ourBrowserClient = (globals: object = {}): Promise<BrowserClient> =>
  openBrowserClient("./generated/src/index.ts", WEB_SOURCES, globals);

/** @param globals - what this browser has otherwise than others */
export const officialBrowserClient = (globals: object = {}): Promise<BrowserClient> =>
  openBrowserClient("@aws-sdk/client-amplifybackend", {}, globals);

interface BrowserSdk {
  readonly AmplifyBackendClient: new (config: object) => { send(command: unknown): Promise<unknown> };
}

async function openBrowserClient(
  entry: string,
  alias: Record<string, string>,
  globals: object,
): Promise<BrowserClient> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export * from ${JSON.stringify(entry)};`, resolveDir: "." },
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: "iife",
    globalName: "sdk",
    alias,
    // The root's `paths` lead to Node's flavour.
    tsconfigRaw: {},
  });
  const requests: FetchedRequest[] = [];
  const world = createContext({ ...browserGlobals(), fetch: fetchInto(requests), ...globals });
  runInContext(outputFiles[0]?.text ?? "", world);
  const sdk = runInContext("sdk", world) as BrowserSdk;
  const usual = { region: "eu-west-1", credentials };
  const client = new sdk.AmplifyBackendClient(usual);
  return {
    sources: Object.keys(metafile.inputs),
    async requestOf(operation, input, config) {
      requests.length = 0;
      const command = Reflect.get(sdk, `${operation}Command`) as new (input: unknown) => object;
      const sender = config === undefined ? client : new sdk.AmplifyBackendClient({ ...usual, ...config });
      await sender.send(new command(input));
      const [request] = requests;
      if (request === undefined) throw new Error("The client fetched nothing.");
      return request;
    },
  };
}

function browserGlobals(): object {
  const { Request, Response, Headers, URL, URLSearchParams, ReadableStream, Blob, FormData } = globalThis;
  const { crypto, performance, TextEncoder, TextDecoder, AbortController, AbortSignal, DOMException } =
    globalThis;
  const { setTimeout, clearTimeout, queueMicrotask, atob, btoa, console } = globalThis;
  return {
    ...{ Request, Response, Headers, URL, URLSearchParams, ReadableStream, Blob, FormData },
    ...{ crypto, performance, TextEncoder, TextDecoder, AbortController, AbortSignal, DOMException },
    ...{ setTimeout, clearTimeout, queueMicrotask, atob, btoa, console },
    // Of this world, since what it hands over is made of them: in a browser, there is only one.
    ...{ Uint8Array, ArrayBuffer },
    navigator: { userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" },
  };
}

/** A `fetch` that keeps what it is given. */
function fetchInto(requests: FetchedRequest[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const bytes = Buffer.from(await request.arrayBuffer());
    const { origin, pathname, search } = new URL(request.url);
    const { method, mode, credentials, redirect, keepalive } = request;
    requests.push({
      ...{ method, mode, credentials, redirect, keepalive, origin, bytes, connection: 1 },
      url: pathname + search,
      headers: Object.fromEntries(request.headers),
      body: bytes.toString(),
    });
    return new Response("{}", { headers: { "content-type": "application/json" } });
  };
}
