import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { HttpsProxyAgent } from "https-proxy-agent";
import { type LocalProxy, startProxy } from "../../../runtime/src/testing/local-proxy.js";
import { type LocalServer, startServer } from "../../../runtime/src/testing/local-server.js";
import { testCertificate } from "../../../runtime/src/testing/test-certificate.js";
import type { Values } from "../support/arbitraries.js";
import { openOfficialClient, openOurClient } from "../support/clients.js";
import { difference } from "../support/differences.js";

const INPUT = { AppId: "a", BackendEnvironmentName: "b", JobId: "c" };
const VARIABLES = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"];
const trusting = { ca: testCertificate.cert };

let server: LocalServer;
let proxy: LocalProxy;
beforeEach(async () => {
  server = await startServer(() => ({ body: '{"jobId":"j"}' }), "https");
  proxy = await startProxy();
});
afterEach(async () => {
  for (const name of VARIABLES) delete process.env[name];
  await server.close();
  await proxy[Symbol.asyncDispose]();
});

/** How a call ends for both clients, to a service that only the proxy can find. */
async function both(requestHandler: object): Promise<Readonly<Record<"ours" | "official", Values>>> {
  const config = { endpoint: `https://service.test:${server.port}`, maxAttempts: 1, requestHandler };
  const endingOf = async (client: ReturnType<typeof openOurClient>): Promise<Values> => {
    try {
      return await client.call("GetBackendJob", INPUT);
    } catch (error) {
      return error as Values;
    } finally {
      client.destroy();
    }
  };
  return {
    ours: await endingOf(openOurClient(config)),
    official: await endingOf(openOfficialClient(config)),
  };
}

test(difference("proxy-environment"), async () => {
  process.env["HTTPS_PROXY"] = `http://${proxy.host}`;
  const { ours, official } = await both({ httpsAgent: trusting });
  // Nobody but the proxy knows the name.
  expect(String(official["message"])).toMatch(/ENOTFOUND|EAI_AGAIN/);
  expect(ours).toMatchObject({ JobId: "j" });
  expect(proxy.requests).toHaveLength(1);
});

test(difference("proxy-refusal"), async () => {
  const refusing = await startProxy(407);
  const { official } = await both({ httpsAgent: new HttpsProxyAgent(`http://${refusing.host}`) });
  expect(official).toMatchObject({ $metadata: { httpStatusCode: 407 }, message: "no" });
  const { ours } = await both({ httpsAgent: trusting, proxy: refusing.host });
  expect(ours).toMatchObject({ name: "NetworkError", phase: "connect", code: "ERR_PROXY_TUNNEL" });
  await refusing[Symbol.asyncDispose]();
});

describe("both clients", () => {
  test("go through an agent of the user's own, whatever the environment says", async () => {
    process.env["HTTPS_PROXY"] = "http://127.0.0.1:1";
    const httpsAgent = new HttpsProxyAgent(`http://${proxy.host}`);
    Object.assign(httpsAgent.options, trusting);
    const { ours, official } = await both({ httpsAgent });
    for (const ending of [ours, official]) expect(ending).toMatchObject({ JobId: "j" });
    expect(proxy.requests.map(({ method }) => method)).toEqual(["CONNECT", "CONNECT"]);
  });

  test("go straight to this machine", async () => {
    process.env["HTTPS_PROXY"] = process.env["HTTP_PROXY"] = `http://${proxy.host}`;
    const local = await startServer(() => ({ body: '{"jobId":"j"}' }));
    for (const open of [openOurClient, openOfficialClient]) {
      const client = open({ endpoint: local.url });
      await expect(client.call("GetBackendJob", INPUT)).resolves.toMatchObject({ JobId: "j" });
      client.destroy();
    }
    await local.close();
    expect(proxy.requests).toEqual([]);
  });
});
