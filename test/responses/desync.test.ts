import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { CloneBackendCommand, GetBackendJobCommand } from "@tinsmith/amplifybackend";
import { transports } from "../support/transports.js";
import { openClient } from "./support/open-client.js";
import { responseOf, startRawServer } from "./support/raw-server.js";

const read = new GetBackendJobCommand({ AppId: "a", BackendEnvironmentName: "b", JobId: "j" });
const clone = new CloneBackendCommand({
  AppId: "a",
  BackendEnvironmentName: "b",
  TargetEnvironmentName: "t",
});
const answer = (jobId: string): Buffer => responseOf({ body: JSON.stringify({ jobId }) });
/** Milliseconds in which bytes come over the loopback interface. */
const ARRIVAL = 100;

describe.each(transports)("over %s, what nobody asked for is never taken for an answer", (name, create) => {
  test.each<[string, Buffer]>([
    ["a second answer", answer("forged")],
    ["half of a second answer", answer("forged").subarray(0, 50)],
    ["text", Buffer.from("forged")],
    ["line breaks", Buffer.from("\r\n\r\n")],
  ])("%s in one piece with the first", async (_what, more) => {
    await using server = await startRawServer((socket, index) =>
      socket.write(index === 0 ? Buffer.concat([answer("first"), more]) : answer("next")),
    );
    const client = openClient(server.url, { requestHandler: create() });
    expect((await client.send(read)).JobId).toBe("first");
    await sleep(ARRIVAL);
    expect((await client.send(read)).JobId).toBe("next");
    expect((await client.send(clone)).JobId).toBe("next");
    client.destroy();
  });

  test("half an answer, while the connection is idle", async () => {
    const forged = answer("forged");
    await using server = await startRawServer((socket, index) => {
      if (index > 0) return void socket.write(Buffer.concat([forged.subarray(50), answer("next")]));
      socket.write(answer("first"), () => setTimeout(() => socket.write(forged.subarray(0, 50)), ARRIVAL));
      return undefined;
    });
    const client = openClient(server.url, { requestHandler: create() });
    expect((await client.send(read)).JobId).toBe("first");
    await sleep(3 * ARRIVAL);
    const { data, error } = await client.safeSend(read);
    // This server goes on with it over any connection: what counts is that the client has opened another.
    expect(data?.JobId).not.toBe("forged");
    expect(error === undefined || error.name === "NetworkError").toBe(true);
    // Smithy's own handler for Node does not look.
    if (name !== "NodeHttpHandler") expect(server.connections).toBe(2);
    client.destroy();
  });
});
