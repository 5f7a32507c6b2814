import {
  AmplifyBackendClient as OfficialClient,
  GetBackendJobCommand as OfficialCommand,
} from "@aws-sdk/client-amplifybackend";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import type { NodeHttpHandler } from "@smithy/node-http-handler";
import { AmplifyBackendClient, GetBackendJobCommand } from "@tinsmith/amplifybackend";
import type { HandlerSettings } from "@tinsmith/runtime";
import { type LocalServer, type Responder, startServer } from "../../../runtime/src/testing/local-server.js";
import { startTcpServer } from "../../support/tcp-server.js";
import type { Values } from "../support/arbitraries.js";
import { credentials, type NamedClient, openOfficialClient, openOurClient } from "../support/clients.js";
import { difference } from "../support/differences.js";

const INPUT = { AppId: "a", BackendEnvironmentName: "b", JobId: "c" };
const LIMIT = 100;

let server: LocalServer;
let warnings: string[];
beforeEach(() => {
  warnings = [];
});
afterEach(() => server?.close());

/** How a call ends, and what was logged about it. */
interface Ending {
  readonly output?: Values;
  readonly error?: Values;
  readonly warnings: readonly string[];
}

const ignore = (): void => {};
const logger = {
  debug: ignore,
  info: ignore,
  error: ignore,
  warn: (text: unknown) => void warnings.push(String(text)),
};

/** Makes calls with both clients, set up alike, against a server of their own each. */
async function both(
  requestHandler: HandlerSettings,
  { responder = () => undefined, endpoint, calls = 1, options = {} }: Circumstances,
): Promise<{ readonly ours: Ending; readonly official: Ending }> {
  const endingOf = async (open: (config: never) => NamedClient): Promise<Ending> => {
    server = await startServer(responder);
    warnings = [];
    const config = { endpoint: endpoint ?? server.url, maxAttempts: 1, logger, requestHandler };
    const client = open(config as never);
    const send = (): Promise<Values> => client.call("GetBackendJob", INPUT, options);
    const [result] = await Promise.allSettled(Array.from({ length: calls }, send));
    client.destroy();
    await server.close();
    if (result?.status === "fulfilled") return { output: result.value, warnings };
    return { error: result?.reason as Values, warnings };
  };
  return { ours: await endingOf(openOurClient), official: await endingOf(openOfficialClient) };
}

interface Circumstances {
  readonly responder?: Responder;
  readonly endpoint?: string;
  readonly calls?: number;
  readonly options?: object;
}

/** Answers when twice the limit has passed. */
const late: Responder = () =>
  new Promise((resolve) => setTimeout(() => resolve({ body: '{"jobId":"j"}' }), 2 * LIMIT));

const exceeded = expect.stringContaining(`exceeded the configured ${LIMIT} ms requestTimeout`);

test(difference("request-timeout"), async () => {
  for (const [settings, options] of [
    [{ requestTimeout: LIMIT }, {}],
    [{}, { requestTimeout: LIMIT }],
  ] as const) {
    const { ours, official } = await both(settings, { responder: late, options });
    expect(official).toMatchObject({ output: { JobId: "j" }, warnings: [exceeded] });
    expect(ours).toMatchObject({
      error: { name: "TimeoutError", phase: "attempt", limit: LIMIT },
      warnings: [],
    });
  }
});

test(difference("abort-message"), async () => {
  const { ours, official } = await both({}, { options: { abortSignal: AbortSignal.abort() } });
  expect(official.error).toMatchObject({ name: "AbortError", message: "Request aborted" });
  expect(ours.error).toMatchObject({
    name: "AbortError",
    message: "The call was aborted by its signal.",
    cause: { name: "AbortError" },
  });
});

describe("both clients", () => {
  test("fail, or only warn, where throwOnRequestTimeout says so", async () => {
    const requestTimeout = LIMIT;
    const throwing = await both({ requestTimeout, throwOnRequestTimeout: true }, { responder: late });
    expect(throwing.official).toMatchObject({ error: { name: "TimeoutError" }, warnings: [] });
    expect(throwing.ours).toMatchObject({ error: { name: "TimeoutError", limit: LIMIT }, warnings: [] });
    const warning = await both({ requestTimeout, throwOnRequestTimeout: false }, { responder: late });
    for (const ending of [warning.official, warning.ours]) {
      expect(ending).toMatchObject({ output: { JobId: "j" }, warnings: [exceeded] });
    }
  });

  test("fail where a connection takes longer than connectionTimeout", async () => {
    const settings = { connectionTimeout: LIMIT, httpAgent: { lookup: ignore } };
    const { ours, official } = await both(settings, { endpoint: "http://service.test" });
    expect(official.error).toMatchObject({ name: "TimeoutError" });
    expect(ours.error).toMatchObject({ name: "TimeoutError", phase: "connect", limit: LIMIT });
  });

  test.each<[string, Responder]>([
    ["before the answer", () => undefined],
    [
      "within the answer",
      (_request, _index, { response }) => {
        response.writeHead(200).write('{"jobId":');
        return undefined;
      },
    ],
  ])("fail where a connection is silent for longer than socketTimeout, %s", async (_when, responder) => {
    const { ours, official } = await both({ socketTimeout: LIMIT }, { responder });
    expect(official.error).toMatchObject({ name: "TimeoutError" });
    expect(ours.error).toMatchObject({ name: "TimeoutError", phase: "attempt", limit: LIMIT });
  });

  test("take 0 for no limit", async () => {
    const settings = { connectionTimeout: 0, requestTimeout: 0, socketTimeout: 0 };
    const { ours, official } = await both(settings, { responder: late, options: { requestTimeout: 0 } });
    for (const ending of [ours, official])
      expect(ending).toMatchObject({ output: { JobId: "j" }, warnings: [] });
  });

  test("warn where calls queue for a connection", async () => {
    const settings = { httpAgent: { maxSockets: 1 }, socketAcquisitionWarningTimeout: LIMIT };
    const { ours, official } = await both(settings, { responder: late, calls: 4 });
    const queued = expect.stringContaining(
      "socket usage at capacity=1 and 3 additional requests are enqueued.",
    );
    expect(official.warnings).toEqual([queued]);
    expect(ours.warnings).toEqual([queued]);
  });
});

test(difference("default-limits"), async () => {
  server = await startServer();
  const config = { endpoint: server.url, region: "eu-west-1", credentials };
  const official = new OfficialClient(config);
  const ours = new AmplifyBackendClient(config);
  // The first call settles the limits.
  await official.send(new OfficialCommand(INPUT));
  await ours.send(new GetBackendJobCommand(INPUT));
  const { requestHandler } = official.config;
  const settings = (requestHandler as NodeHttpHandler).httpHandlerConfigs();
  expect(settings).toMatchObject({ connectionTimeout: undefined, requestTimeout: undefined });
  expect(settings).toMatchObject({ socketTimeout: undefined, defaultSocketTimeout: undefined });
  expect(ours.config.requestHandler.httpHandlerConfigs?.()).toMatchObject({ connectionTimeout: 10_000 });
  expect(ours.config).toMatchObject({ requestTimeout: 60_000, callTimeout: 300_000 });
  official.destroy();
  ours.destroy();
});

test(difference("connect-handshake"), async () => {
  await using silent = await startTcpServer((socket) => socket.resume());
  const endpoint = `https://127.0.0.1:${silent.port}`;
  const options = { abortSignal: AbortSignal.timeout(20 * LIMIT) };
  const { ours, official } = await both({ connectionTimeout: LIMIT }, { endpoint, options });
  expect(ours.error).toMatchObject({ name: "TimeoutError", phase: "connect", limit: LIMIT });
  // It would wait for ever, but for the signal.
  expect(official.error).toMatchObject({ name: "AbortError" });
});

test(difference("limit-values"), async () => {
  const settings = { requestTimeout: Number.POSITIVE_INFINITY, throwOnRequestTimeout: true };
  server = await startServer(late);
  const config = { endpoint: server.url, requestHandler: settings };
  const official = openOfficialClient({ ...config, maxAttempts: 1 } as never);
  await expect(official.call("GetBackendJob", INPUT)).rejects.toMatchObject({ name: "TimeoutError" });
  official.destroy();
  expect(() => openOurClient(config as never)).toThrow(
    "requestHandler.requestTimeout must be a number of milliseconds, or 0 for no limit; it is Infinity.",
  );
});

test(difference("abort-controller"), async () => {
  const { ours, official } = await both(
    {},
    { responder: late, options: { abortSignal: new AbortController() } },
  );
  expect(official.output).toMatchObject({ JobId: "j" });
  expect(ours.error).toMatchObject({
    name: "ConfigurationError",
    message: "abortSignal must be an AbortSignal.",
  });
});

test(difference("call-limit"), async () => {
  const callTimeout = 4 * LIMIT;
  const responder: Responder = async (_request, index) => {
    if (index === 0) return { status: 503 };
    await new Promise((resolve) => setTimeout(resolve, 2 * callTimeout));
    return { body: '{"jobId":"j"}' };
  };
  const endings = [];
  for (const open of [openOurClient, openOfficialClient]) {
    server = await startServer(responder);
    const client = open({ endpoint: server.url, callTimeout } as never);
    endings.push(await client.call("GetBackendJob", INPUT).catch((error: unknown) => error));
    client.destroy();
    await server.close();
  }
  const [ours, official] = endings;
  expect(ours).toMatchObject({ name: "TimeoutError", phase: "call", limit: callTimeout });
  expect(ours).toMatchObject({ cause: { $metadata: { httpStatusCode: 503 } } });
  expect(official).toMatchObject({ JobId: "j", $metadata: { attempts: 2 } });
});

test(difference("handler-console"), async () => {
  const written = jest.spyOn(console, "warn").mockImplementation(ignore);
  try {
    for (const [open, lines] of [
      [openOurClient, 0],
      [openOfficialClient, 1],
    ] as const) {
      server = await startServer(late);
      const requestHandler = { requestTimeout: LIMIT, throwOnRequestTimeout: false };
      const client = open({ endpoint: server.url, requestHandler });
      written.mockClear();
      await client.call("GetBackendJob", INPUT);
      expect(written).toHaveBeenCalledTimes(lines);
      client.destroy();
      await server.close();
    }
  } finally {
    written.mockRestore();
  }
});
