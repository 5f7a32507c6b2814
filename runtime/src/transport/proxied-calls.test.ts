import { once } from "node:events";
import { Agent } from "node:https";
import { describe, expect, test } from "@jest/globals";
import type { ClientConfig } from "../index.js";
import { clone, readJob } from "../testing/calls.js";
import { credentials, testClient } from "../testing/clients.js";
import { startProxy, type TunnelPlan } from "../testing/local-proxy.js";
import { type LocalServer, startServer } from "../testing/local-server.js";
import { signaturesOf } from "../testing/signature.js";
import { testCertificate } from "../testing/test-certificate.js";

const trusting = { ca: testCertificate.cert };

/** A client of a service that only the proxy can find, under a name that is not this machine's. */
function clientOf(
  server: LocalServer,
  handler: object,
  variables: Record<string, string> = {},
  maxAttempts = 1,
) {
  const config: ClientConfig = {
    endpoint: `${new URL(server.url).protocol}//service.test:${server.port}`,
    requestHandler: { httpsAgent: trusting, ...handler },
    maxAttempts,
    environment: { variables: { AWS_CONFIG_FILE: "/does/not/exist", ...variables } },
  };
  return testClient(config);
}

const idle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_100));

describe.each(["https", "http"] as const)("an %s call through a proxy", (protocol) => {
  test("arrives as it was signed, and the answer comes back", async () => {
    await using server = await startServer(() => ({ body: '{"jobId":"j"}' }), protocol);
    await using proxy = await startProxy();
    const client = clientOf(server, { proxy: `http://${proxy.host}` });
    await expect(client.send(clone({ AppId: "a b" }))).resolves.toMatchObject({ JobId: "j" });
    client.destroy();
    const [request] = server.requests;
    expect(request?.url).toBe("/backend/a%20b/environments/b/clone");
    const { carried, due } = signaturesOf(request as never, credentials.secretAccessKey);
    expect(carried).toBe(due);
    const host = `service.test:${server.port}`;
    const [method, target] =
      protocol === "https" ? ["CONNECT", host] : ["POST", `http://${host}${request?.url}`];
    expect(proxy.requests).toEqual([{ method, target, authorization: undefined, connection: 1 }]);
  });

  test("tells the proxy user and password, and nobody else", async () => {
    await using server = await startServer(undefined, protocol);
    await using proxy = await startProxy();
    const client = clientOf(server, { proxy: `http://us%40er:p%C3%A4ss@${proxy.host}` });
    await client.send(readJob());
    client.destroy();
    const expected = `Basic ${Buffer.from("us@er:päss").toString("base64")}`;
    expect(proxy.requests[0]?.authorization).toBe(expected);
  });

  test("may reach the proxy over TLS, by the same word on whom to trust", async () => {
    await using server = await startServer(() => ({ body: '{"jobId":"j"}' }), protocol);
    await using proxy = await startProxy("open", "https");
    const agents = { httpAgent: trusting, httpsAgent: trusting };
    const client = clientOf(server, { ...agents, proxy: `https://${proxy.host}` });
    await expect(client.send(clone())).resolves.toMatchObject({ JobId: "j" });
    client.destroy();
    expect(proxy.requests).toHaveLength(1);
    const distrusting = clientOf(server, { httpsAgent: {}, proxy: `https://${proxy.host}` });
    await expect(distrusting.send(clone())).rejects.toMatchObject({ name: "NetworkError", phase: "tls" });
  });

  test("uses its connection again, unless it was idle and the call must not be repeated", async () => {
    await using server = await startServer(undefined, protocol);
    await using proxy = await startProxy();
    const client = clientOf(server, { proxy: `http://${proxy.host}` });
    const used = (): (number | undefined)[] => [...proxy.connections.values()];
    await client.send(readJob());
    await client.send(clone());
    await idle();
    await client.send(readJob());
    expect(used()).toEqual([1]);
    await idle();
    await client.send(clone());
    expect(used()).toContain(2);
    client.destroy();
    expect(server.requests).toHaveLength(4);
  });
});

test("twenty calls at a time share the tunnels that there may be", async () => {
  await using server = await startServer(({ url }) => ({ body: JSON.stringify({ jobId: url }) }), "https");
  await using proxy = await startProxy();
  const client = clientOf(server, { proxy: proxy.host, httpsAgent: { ...trusting, maxSockets: 3 } });
  const labels = Array.from({ length: 20 }, (_, index) => `app${index}`);
  const jobs = await Promise.all(labels.map((AppId) => client.send(clone({ AppId }))));
  client.destroy();
  expect(jobs.map(({ JobId }) => JobId)).toEqual(
    labels.map((label) => `/backend/${label}/environments/b/clone`),
  );
  expect(proxy.requests).toHaveLength(3);
});

describe("a call fails before it was sent", () => {
  const failureOf = async (plan: TunnelPlan, settings: object = {}) => {
    await using server = await startServer(undefined, "https");
    await using proxy = await startProxy(plan);
    const client = clientOf(server, { proxy: `http://user:hidden@${proxy.host}`, ...settings });
    const result = await client.safeSend(clone());
    client.destroy();
    expect(server.requests).toEqual([]);
    if (result.success) throw new Error("The call succeeded.");
    return { failure: result.error, host: proxy.host };
  };

  test.each<[TunnelPlan, string]>([
    [407, "refused to connect to the service, with status 407. Its URL needs a user and a password"],
    [502, "refused to connect to the service, with status 502."],
    ["hang up", "could not be reached (ERR_PROXY_TUNNEL)."],
  ])("where the proxy answers with %p", async (plan, words) => {
    const { failure, host } = await failureOf(plan);
    expect(failure).toMatchObject({ name: "NetworkError", phase: "connect", code: "ERR_PROXY_TUNNEL" });
    expect(failure.message).toContain(`The proxy ${host} ${words}`);
    expect(JSON.stringify(failure) + failure.stack).not.toContain("hidden");
  });

  test.each<[TunnelPlan, number]>([
    ["hang up", 2],
    [407, 1],
  ])("and is tried again, if it is safe: the proxy answers with %p %d times", async (plan, attempts) => {
    await using server = await startServer(undefined, "https");
    await using proxy = await startProxy(plan);
    const client = clientOf(server, { proxy: proxy.host }, {}, 2);
    await expect(client.send(readJob())).rejects.toMatchObject({ name: "NetworkError", phase: "connect" });
    expect(proxy.requests).toHaveLength(attempts);
  });

  test("where the proxy says nothing, and the connection to it is not left behind", async () => {
    await using server = await startServer(undefined, "https");
    await using proxy = await startProxy("silent");
    const client = clientOf(server, { proxy: proxy.host, connectionTimeout: 100 });
    await expect(client.send(clone())).rejects.toMatchObject({
      name: "TimeoutError",
      phase: "connect",
      limit: 100,
    });
    for (const connection of proxy.connections.keys()) await once(connection, "close");
    expect(proxy.requests).toHaveLength(1);
  });

  test("where the proxy is not there", async () => {
    const gone = await startProxy();
    await gone[Symbol.asyncDispose]();
    for (const protocol of ["http", "https"] as const) {
      await using server = await startServer(undefined, protocol);
      const failure = clientOf(server, { proxy: `http://user:hidden@${gone.host}` }).send(clone());
      await expect(failure).rejects.toMatchObject({
        name: "NetworkError",
        phase: "connect",
        code: "ECONNREFUSED",
        message: `The proxy ${gone.host} could not be reached (ECONNREFUSED).`,
      });
    }
  });

  test("where a proxy that sends requests on wants to know who asks", async () => {
    await using server = await startServer();
    await using proxy = await startProxy(407);
    await expect(clientOf(server, { proxy: proxy.host }).send(clone())).rejects.toMatchObject({
      name: "NetworkError",
      phase: "connect",
      code: "ERR_PROXY_TUNNEL",
    });
  });

  test("where nobody vouches for the service, with or without a proxy", async () => {
    await using server = await startServer(undefined, "https");
    await using proxy = await startProxy();
    const client = clientOf(server, { proxy: proxy.host, httpsAgent: {} });
    await expect(client.send(clone())).rejects.toMatchObject({ name: "NetworkError", phase: "tls" });
    expect(server.requests).toEqual([]);
  });
});

describe("which calls go through a proxy", () => {
  const through = async (handler: object, variables: (host: string) => Record<string, string>) => {
    await using server = await startServer(undefined, "https");
    await using proxy = await startProxy();
    const client = clientOf(server, handler, variables(proxy.host));
    const result = await client.safeSend(clone());
    client.destroy();
    return { result, tunnels: proxy.requests.length };
  };

  test.each(["HTTPS_PROXY", "https_proxy"])("those of a client whose environment has %s", async (name) => {
    const { result, tunnels } = await through({}, (host) => ({ [name]: `http://${host}` }));
    expect(result).toMatchObject({ success: true });
    expect(tunnels).toBe(1);
  });

  test.each<[string, object, Record<string, string>]>([
    ["NO_PROXY exempts", {}, { NO_PROXY: "example.com,.test" }],
    ["the settings exempt", { proxy: false }, {}],
    ["the user's own agent sends", { httpsAgent: new Agent(trusting) }, {}],
  ])("not those that %s", async (_which, handler, variables) => {
    const { result, tunnels } = await through(handler, (host) => ({
      HTTPS_PROXY: `http://${host}`,
      ...variables,
    }));
    // Without the proxy nobody knows the name.
    expect(result).toMatchObject({ success: false, error: { name: "NetworkError", phase: "lookup" } });
    expect(tunnels).toBe(0);
  });

  test("not those to this machine, unless the settings say so", async () => {
    await using server = await startServer(undefined, "https");
    await using proxy = await startProxy();
    const variables = { HTTPS_PROXY: `http://${proxy.host}` };
    const config = { endpoint: server.url, environment: { variables } };
    await testClient({ ...config, requestHandler: { httpsAgent: trusting } }).send(clone());
    expect(proxy.requests).toHaveLength(0);
    const requestHandler = { httpsAgent: trusting, proxy: proxy.host };
    await testClient({ ...config, requestHandler }).send(clone());
    expect(proxy.requests).toHaveLength(1);
  });

  test("is clear before anything is sent: a proxy that is none stops the call", async () => {
    await using server = await startServer(undefined, "https");
    const client = clientOf(server, {}, { HTTPS_PROXY: "socks5://user:hidden@proxy.test" });
    const result = await client.safeSend(clone());
    expect(result).toMatchObject({ success: false, error: { name: "ConfigurationError" } });
    expect(String(!result.success && result.error)).toMatch(/HTTPS_PROXY must be the URL of an HTTP proxy/);
    expect(String(!result.success && result.error.stack)).not.toContain("hidden");
    expect(() => clientOf(server, { proxy: "ftp://proxy.test" })).toThrow("requestHandler.proxy must be");
  });
});
