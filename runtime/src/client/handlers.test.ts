import { describe, expect, jest, test } from "@jest/globals";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttp2Handler, NodeHttpHandler } from "@smithy/node-http-handler";
import { type ClientConfig, KyHttpHandler } from "../index.js";
import { clientFor, clone, closeServerAfterEach } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";

closeServerAfterEach();

describe("any HTTP handler of the Smithy ecosystem drops in", () => {
  test.each<[string, ClientConfig["requestHandler"]]>([
    ["NodeHttpHandler", new NodeHttpHandler()],
    ["FetchHttpHandler", new FetchHttpHandler()],
    ["KyHttpHandler", new KyHttpHandler()],
    ["settings of the default one", { connectionTimeout: 1000 }],
  ])("%s", async (_name, requestHandler) => {
    const client = await clientFor(
      (request) =>
        request.url === "/backend/a/environments/b/clone" ? { body: '{"jobId":"j"}' } : { status: 404 },
      { requestHandler },
    );
    await expect(client.send(clone())).resolves.toMatchObject({ JobId: "j" });
    client.destroy();
  });

  test("HTTP/2 calls the host by another name", async () => {
    const handler = new NodeHttp2Handler();
    const seen: Record<string, string>[] = [];
    jest.spyOn(handler, "handle").mockImplementation(async (request) => {
      seen.push(request.headers);
      return { response: { statusCode: 200, headers: {}, body: "{}" } as never };
    });
    await testClient({ endpoint: "http://localhost:1", requestHandler: handler }).send(clone());
    expect(seen[0]).toMatchObject({ ":authority": "localhost:1" });
    expect(seen[0]).not.toHaveProperty("host");
  });
});
