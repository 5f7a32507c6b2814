import { once } from "node:events";
import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";
import { afterAll, describe, expect, test } from "@jest/globals";
import { startServer } from "../testing/local-server.js";
import { forbidResending } from "./forbid-resending.js";

const agent = new Agent({ keepAlive: true });
afterAll(() => agent.destroy());

/** Makes a request as agents do: they say of it that its connection was used once they have one for it. */
async function send(url: string, versions: object): Promise<ClientRequest> {
  const sent = request(url, { agent, method: "POST" });
  forbidResending(sent, versions);
  sent.end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  await once(response.resume(), "close");
  return sent;
}

describe("a request on a connection that was used before", () => {
  test.each([
    ["does not say so on Deno, which would send it again", { deno: "2.9.5" }, false],
    ["says so elsewhere", {}, true],
  ])("%s", async (_, versions, expected) => {
    await using server = await startServer(() => ({ body: "{}" }));
    await send(server.url, versions);
    const second = await send(server.url, versions);
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1]);
    second.reusedSocket = true;
    expect(second.reusedSocket).toBe(expected);
  });
});
