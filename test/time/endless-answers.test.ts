import { describe, expect, test } from "@jest/globals";
import { readJob } from "../../runtime/src/testing/calls.js";
import { testClient } from "../../runtime/src/testing/clients.js";
import { testCertificate } from "../../runtime/src/testing/test-certificate.js";
import { startTcpServer } from "../support/tcp-server.js";
import { createDeafHandler, transports } from "../support/transports.js";
import { endless } from "./support/endless.js";

const LIMIT = 150;

/** What ends the call, and in what. */
const ends: readonly [string, () => object, object][] = [
  ["the time of the attempt", () => ({ requestTimeout: LIMIT }), { phase: "attempt", limit: LIMIT }],
  [
    "the time of the call",
    () => ({ callTimeout: LIMIT, requestTimeout: 0 }),
    { phase: "call", limit: LIMIT },
  ],
  [
    "its signal",
    () => ({ abortSignal: AbortSignal.timeout(LIMIT) }),
    { name: "AbortError", cause: { name: "TimeoutError" } },
  ],
];

const CONTINUE = "says to continue without end";

const overTls = () => ({ httpsAgent: { ca: testCertificate.cert } });
const ways = [
  ...transports.map(([name, make]) => ["http", name, make] as const),
  ["https", "the default on Node", overTls] as const,
];

describe.each(ways)("over %s with %s", (protocol, transport, requestHandler) => {
  // Undici, and so fetch, fails at the first 100 that nobody has asked for.
  const strict = !/Node/.test(transport);
  const behaviours = Object.entries(endless).filter(([what]) => !(strict && what === CONTINUE));

  describe.each(behaviours)("a server that %s", (_what, behaviour) => {
    test.each(ends)("is left when %s is up", async (_which, options, expected) => {
      await using server = await startTcpServer(behaviour, protocol === "http" ? "tcp" : "tls");
      const endpoint = `${protocol}://127.0.0.1:${server.port}`;
      const client = testClient({ endpoint, requestHandler: requestHandler(), maxAttempts: 1 });
      const error: unknown = await client.send(readJob(), options()).catch((failure: unknown) => failure);
      expect(error).toMatchObject({
        name: "TimeoutError",
        operation: "GetBackendJob",
        $metadata: { attempts: 1 },
        ...expected,
      });
      expect(server.sockets).toHaveLength(1);
      await server.allClosed();
      client.destroy();
    });
  });
});

test.each(ends)("a handler that never settles is left when %s is up", async (_which, options, expected) => {
  const client = testClient({
    endpoint: "http://service.test",
    requestHandler: createDeafHandler(),
    maxAttempts: 1,
  });
  await expect(client.send(readJob(), options())).rejects.toMatchObject({
    name: "TimeoutError",
    ...expected,
  });
});

test("the longer limit of an attempt does not prolong the call", async () => {
  const client = testClient({ endpoint: "http://service.test", requestHandler: createDeafHandler() });
  const options = { callTimeout: LIMIT, requestTimeout: 60_000 };
  await expect(client.send(readJob(), options)).rejects.toMatchObject({ phase: "call", limit: LIMIT });
});
