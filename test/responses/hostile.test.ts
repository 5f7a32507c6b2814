import { inspect } from "node:util";
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import {
  type AmplifyBackendClient,
  CloneBackendCommand,
  GetBackendJobCommand,
} from "@tinsmith/amplifybackend";
import { transports } from "../support/transports.js";
import { hostileBodies, hostileCases } from "./support/cases.js";
import { openClient } from "./support/open-client.js";
import { prototypeKeys } from "./support/prototype-keys.js";
import { responseOf, startRawServer } from "./support/raw-server.js";

jest.setTimeout(120_000);

const clone = new CloneBackendCommand({
  AppId: "a",
  BackendEnvironmentName: "b",
  TargetEnvironmentName: "t",
});
const read = new GetBackendJobCommand({ AppId: "a", BackendEnvironmentName: "b", JobId: "j" });
const ID = "x-amzn-RequestId: r";
/** Milliseconds: more than any of the answers takes, but for those that never end. */
const LIMIT = 8000;

const keys = prototypeKeys();
const unhandled = jest.fn();
process.on("unhandledRejection", unhandled);
afterAll(() => {
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
  expect(prototypeKeys()).toEqual(keys);
});

/** What a call ends in. */
async function endOf(
  client: AmplifyBackendClient,
): Promise<{ readonly name: string; readonly shown: string }> {
  const { success, error } = await client.safeSend(clone);
  return { name: success ? "data" : error.name, shown: success ? "" : everythingOf(error) };
}

/** All that logs may show of an error. */
const everythingOf = (error: Error): string =>
  [inspect(error, { depth: 9 }), error.stack, JSON.stringify(error), String(error)].join("\n");

describe.each(transports)("over %s", (_name, create) => {
  test.each(Object.entries(hostileCases))("%s", async (_what, { act, ends }) => {
    await using server = await startRawServer((socket, index) => {
      if (index === 0) act(socket);
      else socket.write(responseOf({ body: '{"jobId":"next"}' }));
    });
    const client = openClient(server.url, { requestHandler: create(), requestTimeout: LIMIT });
    const { name, shown } = await endOf(client);
    expect([ends].flat()).toContain(name);
    expect(shown).not.toContain("canary");
    // Whatever is left of the first answer, it is not taken for the second.
    const next = await client.send(read);
    expect(next).toMatchObject({ JobId: "next" });
    expect(server.requests).toHaveLength(2);
    client.destroy();
  });
});

const MODELLED = [
  ...([
    ["BadRequestException", 400],
    ["NotFoundException", 404],
    ["TooManyRequestsException", 429],
  ] as const),
  ...([
    ["GatewayTimeoutException", 504],
    ["ValidationException", 400],
    ["AccessDeniedException", 403],
  ] as const),
];

describe.each(MODELLED)("%s", (type, status) => {
  test.each(Object.entries(hostileBodies))("stays what it is, whatever its body: %s", async (_what, body) => {
    await using server = await startRawServer((socket) => {
      socket.write(responseOf({ status, headers: [ID, `x-amzn-ErrorType: ${type}`], body }));
    });
    const client = openClient(server.url);
    const { error } = await client.safeSend(clone);
    expect(error).toMatchObject({
      name: type,
      code: type,
      $metadata: { httpStatusCode: status, requestId: "r", attempts: 1 },
    });
    expect(typeof error?.message).toBe("string");
    expect(everythingOf(error as Error)).not.toContain("canary");
    client.destroy();
  });
});

const UNHEARD_OF = ["__proto__", "constructor", "toString", "hasOwnProperty", "constructor.prototype"];

test.each(UNHEARD_OF)("an error called %s is one that nobody has modelled", async (code) => {
  for (const parts of [
    { headers: [`x-amzn-ErrorType: ${code}`] },
    { body: JSON.stringify({ code }) },
    { body: `{"__type":"a#${code}","${code}":{"canary":1}}` },
  ]) {
    await using server = await startRawServer((socket) =>
      socket.write(responseOf({ status: 400, ...parts })),
    );
    const client = openClient(server.url);
    const { error } = await client.safeSend(clone);
    expect(error).toMatchObject({ name: "UnmodeledServiceException", code });
    expect(Reflect.get({}, "canary")).toBeUndefined();
    client.destroy();
  }
});

test("a result that cannot be read says what there is to know, and nothing of what it holds", async () => {
  const headers = [ID, "Content-Type: text/html; charset=canary"];
  await using server = await startRawServer((socket) =>
    socket.write(responseOf({ headers, body: "<html>canary" })),
  );
  const client = openClient(server.url);
  const { error } = await client.safeSend(clone);
  expect(error).toMatchObject({
    name: "ResponseParseError",
    message:
      "CloneBackend succeeded with status 200, but its response cannot be read (text/html, 12 bytes). It is no JSON.",
    operation: "CloneBackend",
    $metadata: { httpStatusCode: 200, requestId: "r", attempts: 1 },
  });
  client.destroy();
});

describe("a redirect", () => {
  test.each([
    ["http://elsewhere.example:8080/a?token=canary#canary", "http://elsewhere.example:8080"],
    ["https://canary:canary@elsewhere.example/canary", "https://elsewhere.example"],
    ["//elsewhere.example/canary", "https://elsewhere.example"],
    ["/canary", "another path of the same host"],
    ["?canary", "another path of the same host"],
    ["http://[canary", "no valid place"],
  ])("to %s is told, and not followed", async (location, told) => {
    const headers = [`Location: ${location}`, ID];
    await using server = await startRawServer((socket) => socket.write(responseOf({ status: 307, headers })));
    for (const [name, create] of transports) {
      const client = openClient(server.url, { requestHandler: create() });
      const { error } = await client.safeSend(clone);
      expect([name, error?.message]).toEqual([
        name,
        `The service answered with status 307, a redirect to ${told}, which is not followed: a signature is for one host.`,
      ]);
      expect(error).toMatchObject({ name: "UnmodeledServiceException", $metadata: { requestId: "r" } });
      expect(everythingOf(error as Error)).not.toContain("canary");
      client.destroy();
    }
    expect(server.requests).toHaveLength(transports.length);
  });
});
