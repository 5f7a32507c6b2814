import * as official from "@aws-sdk/client-amplifybackend";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import * as ours from "@tinsmith/amplifybackend";
import { KyHttpHandler } from "@tinsmith/runtime/ky";
import { type Responder, startServer } from "../../../runtime/src/testing/local-server.js";
import { systematicValues } from "../support/arbitraries.js";
import { credentials, openOfficialClient, openOurClient } from "../support/clients.js";
import { difference } from "../support/differences.js";
import { officialOperations } from "../support/official-operations.js";
import { PairRecorder, sent } from "../support/pair-recorder.js";
import { requestFacts } from "../support/request-facts.js";

let pair: PairRecorder;
beforeAll(async () => {
  pair = await PairRecorder.open();
});
afterAll(() => pair.close());

const expectSame = async (operation: string, input: unknown): Promise<string> => {
  const { ours, official } = await pair.record(operation, input);
  expect(requestFacts(sent(ours))).toEqual(requestFacts(sent(official)));
  return sent(ours).body;
};

class Backend {
  readonly AppId = "a";
  readonly #name = "dev";

  get BackendEnvironmentName(): string {
    return this.#name;
  }

  describe(): string {
    return this.#name;
  }
}

describe("an input that is no plain object goes out as the same request", () => {
  const names = { AppId: "a", BackendEnvironmentName: "dev" };
  test.each<[string, object]>([
    ["an instance of a class, with a getter and a method", new Backend()],
    ["an object without a prototype", Object.assign(Object.create(null), names)],
    ["an object that inherits its members", Object.create(names)],
    ["a frozen object", Object.freeze({ ...names })],
    [
      "an object with a hidden member",
      Object.defineProperty({ AppId: "a" }, "BackendEnvironmentName", { value: "dev" }),
    ],
    ["an object with members under symbols", { ...names, [Symbol("s")]: 1 }],
    ["a proxy", new Proxy(names, {})],
  ])("%s", async (_title, input) => {
    expect(await expectSame("GetBackend", input)).toBe('{"backendEnvironmentName":"dev"}');
  });

  test.each([undefined, null, {}])("%s, where nothing is required", async (input) => {
    expect(await expectSame("ListS3Buckets", input)).toBe("{}");
  });

  test("one of megabytes", async () => {
    const text = "é€😀\n".repeat(100_000);
    const body = await expectSame("CreateBackend", {
      AppId: "a",
      AppName: text,
      BackendEnvironmentName: "b",
    });
    expect(body.length).toBeGreaterThan(text.length);
  });

  test("one with a list of tens of thousands", async () => {
    const UnAuthenticated = Array.from({ length: 20_000 }, () => "READ");
    const ResourceConfig = { ServiceName: "S3", Permissions: { Authenticated: ["READ"], UnAuthenticated } };
    await expectSame("UpdateBackendStorage", { ...names, ResourceName: "r", ResourceConfig });
  });
});

describe("the client with a method per operation", () => {
  const methodsOf = ({ prototype }: { prototype: object }): readonly string[] =>
    Object.getOwnPropertyNames(prototype).filter((name) => name !== "constructor");

  test("has the official one's methods", () => {
    expect([...methodsOf(ours.AmplifyBackend)].sort()).toEqual(
      [...methodsOf(official.AmplifyBackend)].sort(),
    );
  });

  test("sends the same requests", async () => {
    await using server = await startServer();
    const config = { endpoint: server.url, region: "eu-west-1", credentials };
    const clients = [new ours.AmplifyBackend(config), new official.AmplifyBackend(config)];
    for (const { name, input } of officialOperations) {
      const method = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
      for (const client of clients) {
        await Reflect.apply(Reflect.get(client, method), client, [systematicValues(input).at(-1)]);
      }
      const [mine, theirs] = server.requests.splice(0).map(requestFacts);
      expect(mine).toEqual(theirs);
    }
    for (const client of clients) client.destroy();
  });
});

test("attempts after the first one go out as the same requests, known as one call", async () => {
  await using server = await startServer((_request, index) => ({ status: index % 3 === 2 ? 200 : 503 }));
  const config = { endpoint: server.url };
  for (const client of [openOurClient(config), openOfficialClient(config)]) {
    await client.call("GetToken", { AppId: "a", SessionId: "b" });
    client.destroy();
  }
  const ids = server.requests.map(({ headers }) => headers["amz-sdk-invocation-id"]);
  expect([ids.length, new Set(ids.slice(0, 3)).size, new Set(ids.slice(3)).size]).toEqual([6, 1, 1]);
  const facts = server.requests.map(requestFacts);
  expect(facts.slice(0, 3)).toEqual(facts.slice(3));
  expect(facts.map(({ headers }) => headers["amz-sdk-request"])).toContain("attempt=3; max=3");
});

test(difference("redirects"), async () => {
  const redirect: Responder = ({ url }) =>
    url === "/elsewhere" ? {} : { status: 307, headers: { location: "/elsewhere" } };
  await using server = await startServer(redirect);
  const input = { AppId: "a", SessionId: "b" };
  for (const requestHandler of [new KyHttpHandler(), new FetchHttpHandler()]) {
    const client = openOurClient({ endpoint: server.url, requestHandler });
    await expect(client.call("GetToken", input)).rejects.toThrow(
      "a redirect to another path of the same host",
    );
    expect(server.requests.splice(0)).toHaveLength(1);
  }
  await openOfficialClient({ endpoint: server.url, requestHandler: new FetchHttpHandler() }).call(
    "GetToken",
    input,
  );
  expect(server.requests.map(({ url }) => url)).toEqual(["/backend/a/challenge/b", "/elsewhere"]);
  expect(server.requests[1]?.headers.authorization).toBe(server.requests[0]?.headers.authorization);
});
