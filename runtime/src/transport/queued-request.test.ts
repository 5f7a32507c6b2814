import { Agent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { afterEach, expect, test } from "@jest/globals";
import { clone } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";
import { testCertificate } from "../testing/test-certificate.js";

const ANSWER = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";

let close = (): void => {};
afterEach(() => close());

/** Starts a server that answers each request in its own way. @returns its port, and how many requests each connection got */
async function startAnswering(
  protocol: string,
  answer: (socket: Socket) => void,
): Promise<{ port: number; requests: number[] }> {
  const requests: number[] = [];
  const sockets: Socket[] = [];
  const serve = (socket: Socket): void => {
    const index = sockets.push(socket) - 1;
    requests[index] = 0;
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      // Bodies come with their heads, or after them: only these count.
      if (!chunk.toString().includes(" HTTP/1.1\r\n")) return;
      requests[index] = (requests[index] ?? 0) + 1;
      answer(socket);
    });
  };
  const server = protocol === "https" ? createTlsServer(testCertificate, serve) : createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, requests };
}

/** Calls that must not be repeated, over one connection at a time. */
async function callAtOnce(protocol: string, port: number, count: number): Promise<unknown[]> {
  const only = { keepAlive: true, maxSockets: 1 };
  const client = testClient({
    endpoint: `${protocol}://127.0.0.1:${port}`,
    requestHandler: {
      httpAgent: new Agent(only),
      httpsAgent: new HttpsAgent({ ...only, ca: testCertificate.cert }),
    },
  });
  const ends = await Promise.all(
    Array.from({ length: count }, () =>
      client.send(clone()).then(
        ({ $metadata }) => $metadata.attempts,
        (error: unknown) => error,
      ),
    ),
  );
  client.destroy();
  return ends;
}

test.each(["http", "https"])(
  "over %s no call takes over a connection that the server closes",
  async (protocol) => {
    const server = await startAnswering(protocol, (socket) => socket.end(ANSWER));
    expect(await callAtOnce(protocol, server.port, 4)).toEqual([1, 1, 1, 1]);
    expect(server.requests).toEqual([1, 1, 1, 1]);
  },
);

test("none does after more than the answer has come", async () => {
  // Not with the answer, where Node itself would see it, but before the next request can go out.
  const server = await startAnswering("http", (socket) => {
    socket.write(ANSWER);
    setImmediate(() => setImmediate(() => socket.write(ANSWER)));
  });
  expect(await callAtOnce("http", server.port, 3)).toEqual([1, 1, 1]);
  expect(server.requests).toEqual([1, 1, 1]);
});

test.each(["http", "https"])("over %s calls share a connection that stays open", async (protocol) => {
  const server = await startAnswering(protocol, (socket) => socket.write(ANSWER));
  expect(await callAtOnce(protocol, server.port, 4)).toEqual([1, 1, 1, 1]);
  expect(server.requests).toEqual([4]);
});
