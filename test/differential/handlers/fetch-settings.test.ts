import { describe, expect, test } from "@jest/globals";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import type { FetchHttpHandlerOptions, NodeHttpHandlerOptions } from "@smithy/types";
import type { AmplifyBackendClientConfig } from "@tinsmith/amplifybackend";
import type { HandlerSettings } from "@tinsmith/runtime";
import { KyHttpHandler } from "@tinsmith/runtime/ky";
import { FetchHandler } from "../../../runtime/src/transport/fetch-handler.js";
import { type NamedClient, openOfficialClient, openOurClient } from "../support/clients.js";
import { difference } from "../support/differences.js";

const INPUT = { AppId: "a", BackendEnvironmentName: "b", TargetEnvironmentName: "c" };

/** What can be set of a request. */
interface Facts {
  readonly method: string;
  readonly body: string;
  readonly headers: readonly string[];
  readonly others: readonly unknown[];
}

/** What a client hands to `fetch`. */
async function factsOf(open: (settings: object) => NamedClient, settings: object): Promise<Facts> {
  const seen: Facts[] = [];
  const customFetch = async (request: Request): Promise<Response> => {
    const { method, url, headers, keepalive, credentials, cache, mode } = request;
    const others = [url, keepalive, credentials, cache, mode];
    seen.push({ method, body: await request.text(), headers: [...headers.keys()], others });
    return new Response("{}");
  };
  await open({ ...settings, customFetch }).call("CloneBackend", INPUT);
  const [facts] = seen;
  if (facts === undefined) throw new Error("Nothing was fetched.");
  return facts;
}

type OurHandler = typeof FetchHandler | typeof KyHttpHandler;

/** What both clients hand to it under the same settings of their handlers in browsers. */
async function both(
  settings: FetchHttpHandlerOptions & HandlerSettings,
  Handler: OurHandler = FetchHandler,
): Promise<Record<"ours" | "official", Facts>> {
  const endpoint = "http://service.test";
  const openOurs = (own: object) => openOurClient({ endpoint, requestHandler: new Handler(own) });
  const openOfficial = (own: object) =>
    openOfficialClient({ endpoint, requestHandler: new FetchHttpHandler(own) });
  return { ours: await factsOf(openOurs, settings), official: await factsOf(openOfficial, settings) };
}

describe.each<[string, OurHandler]>([
  ["default handler", FetchHandler],
  ["handler on ky", KyHttpHandler],
])("the %s tells fetch the same as the official client's under", (_name, Handler) => {
  test.each<[FetchHttpHandlerOptions & HandlerSettings]>([
    [{}],
    [{ keepAlive: true }],
    [{ keepAlive: false }],
    [{ credentials: "include" }],
    [{ credentials: "omit" }],
    [{ cache: "no-store" }],
    [{ requestInit: () => ({ mode: "cors", cache: "reload" }) }],
    [
      {
        cache: "no-store",
        requestInit: ({ method }) => ({ cache: method === "POST" ? "reload" : "default" }),
      },
    ],
  ])("%p", async (settings) => {
    const { ours, official } = await both(settings, Handler);
    expect(ours).toEqual(official);
  });
});

test(difference("request-init"), async () => {
  const requestInit = () => ({ method: "PUT", headers: { "x-own": "1" }, body: "own" });
  const { ours, official } = await both({ requestInit });
  expect(official).toMatchObject({ method: "PUT", body: "own", headers: ["content-type", "x-own"] });
  expect(ours).toMatchObject({ method: "POST", body: '{"targetEnvironmentName":"c"}' });
  expect(ours.headers).toContain("authorization");
});

test("what holds the official handlers' options compiles as settings", () => {
  const node: NodeHttpHandlerOptions = { requestTimeout: 1, httpAgent: { keepAlive: true } };
  const browser: FetchHttpHandlerOptions = { requestTimeout: 1, credentials: "omit" };
  const configs: AmplifyBackendClientConfig[] = [{ requestHandler: node }, { requestHandler: browser }];
  for (const config of configs) expect(() => openOurClient(config)).not.toThrow();
});
