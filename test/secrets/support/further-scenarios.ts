import {
  AmplifyBackend,
  type AmplifyBackendClientConfig,
  paginateListBackendJobs,
  waitUntilBackendJobCompleted,
} from "@tinsmith/amplifybackend";
import { createLocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { startProxy } from "../../../runtime/src/testing/local-proxy.js";
import { membersFor } from "./canaries.js";
import { commandOf, type World } from "./scenario.js";

/** Ways to call that a client's `send` is not. */
export const furtherScenarios: readonly ((world: World) => Promise<void>)[] = [
  printClient,
  callByMethods,
  waitAndPage,
  signByHand,
  useBadCredentials,
  useBadEndpoints,
  useProxies,
  callLocalService,
];

const job = { AppId: "d1", BackendEnvironmentName: "dev", JobId: "j" };

async function printClient({ search, client }: World): Promise<void> {
  const printed = client();
  await printed.config.credentials();
  search.inPrinted("client", printed);
  search.inPrinted("client.config", printed.config);
}

async function callByMethods(world: World): Promise<void> {
  const { canaries, search, server, credentials, outlets } = world;
  const client = new AmplifyBackend({ region: "eu-west-1", endpoint: server.url, credentials, ...outlets });
  world.answer(({ url }) => ({ status: 400, body: JSON.stringify({ message: url }) }));
  const input = { AppId: "d1", SessionId: canaries.plant("GetToken, by method") };
  await client.getToken(input).catch((error) => search.inError("error of a method", error));
  await new Promise<void>((resolve) => {
    client.getToken(input, (error) => {
      search.inError("error of a callback", error);
      resolve();
    });
  });
  world.calls += 2;
}

async function waitAndPage(world: World): Promise<void> {
  const { canaries, search } = world;
  const client = world.client();
  const failed = (): string =>
    JSON.stringify({
      jobs: [{ status: "FAILED", error: canaries.plant("a listed job's error") }],
      nextToken: "t",
    });
  world.answer(() => ({ body: failed() }));
  const list = async (): Promise<void> => {
    for await (const _page of paginateListBackendJobs({ client }, job)) world.calls++;
  };
  await list().catch((error) => search.inError("error of a paginator", error));
  const body = { status: "FAILED", jobId: "j", error: canaries.plant("a failed job's error") };
  world.answer(() => ({ body: JSON.stringify(body) }));
  await waitUntilBackendJobCompleted({ client, maxWaitTime: 1 }, job).catch((error) =>
    search.inError("error of a waiter", error),
  );
  world.answer(() => ({ body: JSON.stringify({ ...body, status: "RUNNING" }) }));
  await waitUntilBackendJobCompleted({ client, maxWaitTime: 0.1, minDelay: 0.05 }, job).catch((error) =>
    search.inError("error of a waiter that gave up", error),
  );
  client.destroy();
}

async function signByHand(world: World): Promise<void> {
  const { canaries } = world;
  world.answer(({ headers, url }) => ({
    status: 403,
    headers: { "x-echo": String(headers.authorization) },
    body: JSON.stringify({ message: `${headers.authorization} ${headers["x-api-key"]} ${url}` }),
  }));
  const authorization = `Bearer ${canaries.plant("a token of a signer")}`;
  const key = canaries.plant("a header of a signer");
  const signer: AmplifyBackendClientConfig["signer"] = {
    sign: async (request) => ({
      ...request,
      headers: { ...request.headers, authorization, "x-api-key": key },
    }),
  };
  await world.call("signer", world.client({ signer }), commandOf("GetBackendJob", job));
  world.search.inPrinted("client with a signer", world.client({ signer }));
}

async function useBadCredentials(world: World): Promise<void> {
  const { canaries, credentials } = world;
  const bad = (what: string): string => `${canaries.plant(`never told: bad ${what}`)}\r\nx-evil: 1`;
  for (const broken of [
    { accessKeyId: bad("key id") },
    {
      secretAccessKey: 5 as unknown as string,
      sessionToken: canaries.plant("never told: token without key"),
    },
    { sessionToken: bad("token") },
  ]) {
    const client = world.client({ credentials: async () => ({ ...credentials, ...broken }) });
    await world.call("bad credentials", client, commandOf("GetBackendJob", job));
  }
}

async function useBadEndpoints(world: World): Promise<void> {
  const { canaries } = world;
  for (const end of ["@host.example", "@host.example:99999", "@ /", "@"]) {
    const [user, password] = [
      canaries.plant("never told: endpoint's user"),
      canaries.plant("never told: password"),
    ];
    const endpoint = `https://${user}:${password}${end}`;
    for (const config of [
      { endpoint },
      { endpoint: async () => endpoint },
      { endpoint: undefined, environment: { variables: { AWS_ENDPOINT_URL: endpoint } } },
    ] as unknown as AmplifyBackendClientConfig[]) {
      try {
        const client = world.client(config);
        world.search.inPrinted("client with a bad endpoint", client);
        await world.call("bad endpoint", client, commandOf("GetBackendJob", job));
      } catch (error) {
        world.search.inError("error of a constructor", error);
      }
    }
  }
}

async function useProxies(world: World): Promise<void> {
  const { canaries, search } = world;
  const secret = (): string =>
    `${canaries.plant("never told: proxy's user")}:${canaries.plant("never told: proxy's password")}`;
  for (const plan of [407, "hang up", "open"] as const) {
    await using proxy = await startProxy(plan);
    const requestHandler = { proxy: `http://${secret()}@${proxy.host}` };
    for (const endpoint of ["http://service.test:1", "https://service.test:1"]) {
      const client = world.client({ endpoint, requestHandler });
      search.inPrinted("client with a proxy", client);
      await world.call("proxy", client, commandOf("GetBackendJob", job));
      client.destroy();
    }
  }
  for (const url of ["http://@127.0.0.1:1", "http://@127.0.0.1:99999", "socks5://@h:1", "http://@ /", "@h"]) {
    const proxy = url.replace("@", `${secret()}@`);
    const variables = { HTTPS_PROXY: proxy, HTTP_PROXY: proxy };
    for (const config of [{ requestHandler: { proxy } }, { environment: { variables } }]) {
      try {
        const client = world.client({
          ...config,
          endpoint: "https://service.test:1",
        } as AmplifyBackendClientConfig);
        await world.call("bad proxy", client, commandOf("GetBackendJob", job));
        search.inPrinted("client with a bad proxy", client);
      } catch (error) {
        search.inError("error of a constructor", error);
      }
    }
  }
}

/** The service in memory answers with canaries only where it repeats what it was sent. */
async function callLocalService(world: World): Promise<void> {
  const local = createLocalAmplifyBackend();
  const client = world.client(local.clientConfig());
  for (const operation of AmplifyBackendOperations) {
    const input = membersFor(operation.input, `${operation.name} input, local`, world.canaries);
    await world.call("local service", client, commandOf(operation.name, input));
  }
  world.search.inPrinted("local service", local);
  world.search.inPrinted("local service: journal", local.journal.entries);
}
