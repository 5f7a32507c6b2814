import { describe, expect, jest, test } from "@jest/globals";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttp2Handler, NodeHttpHandler } from "@smithy/node-http-handler";
import type { ClientConfig } from "../index.js";
import { KyHttpHandler } from "../ky/ky-http-handler.js";
import { clientFor, clone, closeServerAfterEach, received } from "../testing/calls.js";
import { credentials, testClient } from "../testing/clients.js";
import { signaturesOf } from "../testing/signature.js";

closeServerAfterEach();

const handlers: [string, ClientConfig["requestHandler"]][] = [
  ["NodeHttpHandler", new NodeHttpHandler()],
  ["FetchHttpHandler", new FetchHttpHandler()],
  ["KyHttpHandler", new KyHttpHandler()],
  ["settings of the default one", { connectionTimeout: 1000 }],
];

/** Texts that some parser on the way could take for more than the one segment of a path that they are. */
const FIT = [
  ..."a/b a\\b a?b a#b a%b a%2Fb a//b ... a;b x..%2f !'()*~ a+b %zz @ &=;:,$ [x] {y} |^`\"<> üß 💥".split(
    " ",
  ),
  ...["a b", " a ", "a\u200db", "a\u00adb"],
];

/** Texts that must not go out at all. */
const UNFIT = [
  "",
  ".",
  "..",
  "%2e%2E",
  "%252e",
  "//",
  " ",
  "..;",
  "..%2f",
  "%00",
  "a\tb",
  "a\u0085b",
  "\ud800",
];

describe.each(handlers)("what goes out through %s", (_name, requestHandler) => {
  const calls = (label: string) => clone({ AppId: label, BackendEnvironmentName: label });

  test.each(["", "/base", "/b%20c?x=1&y=a%20b"])(
    "to an endpoint with %p is what was signed",
    async (base) => {
      const { hostname, port } = (await (await clientFor(() => ({}))).config.endpoint?.()) ?? {};
      const client = testClient({ endpoint: `http://${hostname}:${port}${base}`, requestHandler });
      for (const label of FIT) await client.send(calls(label));
      expect(received()).toHaveLength(FIT.length);
      for (const request of received()) {
        const { carried, due } = signaturesOf(request, credentials.secretAccessKey);
        expect(carried).toBe(due);
        expect(request.url).toMatch(/\/backend\/[^/]+\/environments\/[^/]+\/clone(\?|$)/);
      }
      client.destroy();
    },
  );

  test("holds no label that is unfit", async () => {
    const client = await clientFor(() => ({}), { requestHandler, validation: { input: "off" } });
    for (const label of UNFIT)
      await expect(client.send(calls(label))).rejects.toMatchObject({ name: "InputValidationError" });
    expect(received()).toEqual([]);
  });
});

describe("any HTTP handler of the Smithy ecosystem drops in", () => {
  test.each(handlers)("%s", async (_name, requestHandler) => {
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
