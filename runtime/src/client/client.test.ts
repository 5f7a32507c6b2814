import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { inspect } from "node:util";
import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { StandardRetryStrategy } from "@smithy/core/retry";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttp2Handler, NodeHttpHandler } from "@smithy/node-http-handler";
import { Client, type ClientConfig, Command, KyHttpHandler } from "../index.js";
import {
  CloneBackendCommand,
  type CloneBackendInput,
  DeleteBackendCommand,
  GetBackendJobCommand,
  NotFoundException,
  service,
  UnvalidatedCloneBackendCommand,
} from "../testing/amplify.js";
import { credentials, testClient } from "../testing/clients.js";
import { type LocalServer, type Responder, startServer } from "../testing/local-server.js";

const readJob = () => new GetBackendJobCommand({ AppId: "a", BackendEnvironmentName: "b", JobId: "c" });
const clone = (more: object = {}) =>
  new CloneBackendCommand({ AppId: "a", BackendEnvironmentName: "b", TargetEnvironmentName: "c", ...more });

let server: LocalServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function clientFor(responder: Responder, config: ClientConfig = {}): Promise<Client> {
  server = await startServer(responder);
  return testClient({
    endpoint: server.url,
    ...config,
    environment: { random: () => 0, ...config.environment },
  });
}

const error = (name: string, status: number, headers = {}) => ({
  status,
  headers: { "x-amzn-errortype": name, ...headers },
  body: '{"message":"no"}',
});
const attemptsSent = () => server?.requests.map(({ headers }) => headers["amz-sdk-request"]);

describe("a result", () => {
  test("has the members that the model knows, and how it came about", async () => {
    const client = await clientFor(() => ({
      headers: { "x-amzn-requestid": "r-1" },
      body: '{"jobId":"j","error":null,"new":1}',
    }));
    await expect(client.send(readJob())).resolves.toEqual({
      JobId: "j",
      $metadata: {
        httpStatusCode: 200,
        requestId: "r-1",
        extendedRequestId: undefined,
        cfId: undefined,
        attempts: 1,
        totalRetryDelay: 0,
      },
    });
  });

  test("may hold an error of its own: 200 is data", async () => {
    const client = await clientFor(() => ({ body: '{"error":"it failed"}' }));
    await expect(client.send(readJob())).resolves.toMatchObject({ Error: "it failed" });
  });

  test("comes from safeSend as a success, and an error as none", async () => {
    const client = await clientFor((_request, index) =>
      index === 0 ? { body: '{"jobId":"j"}' } : error("NotFoundException", 404),
    );
    await expect(client.safeSend(readJob())).resolves.toMatchObject({ success: true, data: { JobId: "j" } });
    const result = await client.safeSend(readJob());
    expect(result.success).toBe(false);
    if (!result.success && result.error.name === "NotFoundException") expect(result.error.Message).toBe("no");
    else throw new Error("The error is none of ours.");
  });

  test("that cannot be read says that the call was executed", async () => {
    const client = await clientFor(() => ({
      headers: { "x-amzn-requestid": "r-1" },
      body: '{"jobId":"canary',
    }));
    const failure = client.send(readJob());
    await expect(failure).rejects.toMatchObject({
      name: "ResponseParseError",
      operation: "GetBackendJob",
      $metadata: { httpStatusCode: 200, requestId: "r-1", attempts: 1 },
    });
    await expect(failure).rejects.not.toThrow(/canary/);
    expect(server?.requests).toHaveLength(1);
  });
});

describe("an input", () => {
  test("that is wrong sends nothing, and every problem is in one error", async () => {
    const client = await clientFor(() => ({}));
    const input = {
      AppId: "..",
      BackendEnvironmentName: 5,
      TargetEnvironmentNam: "c",
    } as unknown as CloneBackendInput;
    const failure = await client.send(new CloneBackendCommand(input)).catch((each: unknown) => each);
    expect(failure).toMatchObject({
      name: "InputValidationError",
      operation: "CloneBackend",
      $metadata: { attempts: 0 },
    });
    expect(
      (failure as { issues: { path: string; code: string }[] }).issues
        .map(({ path, code }) => `${path} ${code}`)
        .sort(),
    ).toEqual([
      "AppId unsafe_label",
      "BackendEnvironmentName invalid_type",
      "TargetEnvironmentNam unknown_member",
      "TargetEnvironmentName missing",
    ]);
    expect(server?.requests).toHaveLength(0);
  });

  test.each(["strict", "warn", "off"] as const)(
    "with an unsafe label sends nothing where validation is %s",
    async (input) => {
      const client = await clientFor(() => ({}), { validation: { input } });
      for (const AppId of ["", ".", "..", "%2e%2E", "a\nb", 5, undefined]) {
        for (const command of [
          clone({ AppId }),
          new UnvalidatedCloneBackendCommand({ ...clone().input, AppId: AppId as string }),
        ]) {
          await expect(client.send(command)).rejects.toMatchObject({
            name: "InputValidationError",
            issues: [{ path: "AppId" }],
          });
        }
      }
      expect(server?.requests).toHaveLength(0);
    },
  );

  test("that is wrong is sent with a warning where validation only warns, and as it is where it is off", async () => {
    const logger = { debug() {}, info() {}, warn: jest.fn(), error() {} };
    const wrong = clone({ TargetEnvironmentName: 5 });
    await (await clientFor(() => ({}), { logger, validation: { input: "warn" } })).send(wrong);
    expect(logger.warn).toHaveBeenCalledWith(
      "Invalid input for CloneBackend: TargetEnvironmentName: must be a string, not number",
    );
    expect(server?.requests[0]?.body).toBe('{"targetEnvironmentName":5}');
    await server?.close();
    await (await clientFor(() => ({}), { logger, validation: { input: "off" } })).send(wrong);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(server?.requests[0]?.body).toBe('{"targetEnvironmentName":5}');
  });

  test("that cannot be read is an error like any other", async () => {
    const client = await clientFor(() => ({}));
    const input = new Proxy(
      {},
      {
        get: () => {
          throw new Error("canary");
        },
        ownKeys: () => ["AppId"],
      },
    );
    const failure = client.send(new CloneBackendCommand(input as CloneBackendInput));
    await expect(failure).rejects.toMatchObject({ name: "InputValidationError" });
    await expect(failure).rejects.not.toThrow(/canary/);
  });
});

describe("an output", () => {
  const wrong = { body: '{"jobId":5}' };

  test("that is wrong passes by default", async () => {
    await expect((await clientFor(() => wrong)).send(clone())).resolves.toMatchObject({ JobId: 5 });
  });

  test("is an error where validation is strict", async () => {
    const client = await clientFor(() => wrong, { validation: { output: "strict" } });
    await expect(client.send(clone())).rejects.toMatchObject({
      name: "OutputValidationError",
      issues: [{ path: "JobId", message: "must be a string, not number" }],
      $metadata: { httpStatusCode: 200, attempts: 1 },
    });
  });

  test("is a warning where validation only warns", async () => {
    const logger = { debug() {}, info() {}, warn: jest.fn(), error() {} };
    const client = await clientFor(() => wrong, { logger, validation: { output: "warn" } });
    await expect(client.send(clone())).resolves.toMatchObject({ JobId: 5 });
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});

describe("an error of the service", () => {
  test("has its class, its members and how it came about", async () => {
    const client = await clientFor(() => error("NotFoundException", 404, { "x-amzn-requestid": "r-1" }));
    const failure = await client.send(clone()).catch((each: unknown) => each);
    expect(failure).toBeInstanceOf(NotFoundException);
    expect(failure).toMatchObject({
      message: "no",
      operation: "CloneBackend",
      $metadata: { httpStatusCode: 404, requestId: "r-1", attempts: 1 },
    });
  });

  test("out of an HTML page keeps status and request id", async () => {
    const client = await clientFor(() => ({
      status: 403,
      headers: { "content-type": "text/html", "x-amzn-requestid": "r-1" },
      body: "<html>",
    }));
    await expect(client.send(clone())).rejects.toMatchObject({
      name: "UnmodeledServiceException",
      code: "Unknown",
      $metadata: { httpStatusCode: 403, requestId: "r-1" },
    });
  });

  test("is what a redirect is, never followed", async () => {
    const client = await clientFor(() => ({ status: 302, headers: { location: "https://example.com/" } }));
    await expect(client.send(readJob())).rejects.toMatchObject({
      name: "UnmodeledServiceException",
      $metadata: { httpStatusCode: 302 },
    });
    expect(server?.requests).toHaveLength(1);
  });
});

describe("repeating", () => {
  test("what only reads goes on after 5xx, signed anew each time", async () => {
    let now = Date.now();
    const client = await clientFor(
      (_request, index) => (index < 2 ? { status: 503 } : { body: '{"jobId":"j"}' }),
      {
        environment: { now: () => (now += 1000) },
      },
    );
    await expect(client.send(readJob())).resolves.toMatchObject({ JobId: "j", $metadata: { attempts: 3 } });
    expect(attemptsSent()).toEqual(["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"]);
    const headers = server?.requests.map((request) => request.headers) ?? [];
    expect(new Set(headers.map((each) => each["amz-sdk-invocation-id"])).size).toBe(1);
    expect(new Set(headers.map((each) => each.authorization)).size).toBe(3);
  });

  test("what only reads goes on after a dropped connection, a cut body and a timeout", async () => {
    const client = await clientFor(
      (_request, index, { response, socket }) => {
        if (index === 0) socket.destroy();
        if (index === 1)
          response.writeHead(200, { "content-length": "9" }).write("{", () => socket.destroy());
        return index <= 2 ? undefined : {};
      },
      { maxAttempts: 4, requestTimeout: 200 },
    );
    await expect(client.send(readJob())).resolves.toMatchObject({ $metadata: { attempts: 4 } });
  });

  test.each<[string, Responder, string]>([
    ["a dropped connection", (_request, _index, { socket }) => void socket.destroy(), "NetworkError"],
    [
      "a cut body",
      (_request, _index, { response, socket }) =>
        void response.writeHead(200, { "content-length": "9" }).write("{", () => socket.destroy()),
      "NetworkError",
    ],
    ["a timeout", () => undefined, "TimeoutError"],
    ["503", () => ({ status: 503 }), "UnmodeledServiceException"],
    ["504", () => ({ status: 504 }), "UnmodeledServiceException"],
    ["500", () => error("InternalFailure", 500), "UnmodeledServiceException"],
  ])("what changes something ends with %s", async (_name, responder, name) => {
    const client = await clientFor(responder as Responder, { requestTimeout: 200, maxAttempts: 5 });
    await expect(client.send(clone())).rejects.toMatchObject({ name, $metadata: { attempts: 1 } });
    expect(server?.requests).toHaveLength(1);
  });

  test.each([
    ["429 with a page", { status: 429, body: "<html>" }],
    ["the modelled error", error("TooManyRequestsException", 429)],
    ["AWS's own", error("ThrottlingException", 400)],
  ])("what changes something goes on after throttling: %s", async (_name, response) => {
    const client = await clientFor((_request, index) => (index === 0 ? response : {}));
    await expect(client.send(clone())).resolves.toMatchObject({ $metadata: { attempts: 2 } });
  });

  test("what changes something goes on after a refused connection", async () => {
    const tcp = createTcpServer();
    await new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve));
    const { port } = tcp.address() as AddressInfo;
    await new Promise((resolve) => tcp.close(resolve));
    const client = testClient({ endpoint: `http://127.0.0.1:${port}`, environment: { random: () => 0 } });
    await expect(client.send(clone())).rejects.toMatchObject({
      name: "NetworkError",
      code: "ECONNREFUSED",
      phase: "connect",
      $metadata: { attempts: 3 },
    });
  });

  test("what changes something goes on once the clock is right", async () => {
    const anHourLater = new Date(Date.now() + 3_600_000).toUTCString();
    const client = await clientFor((_request, index) =>
      index === 0
        ? error("RequestTimeTooSkewed", 403, { date: anHourLater })
        : { headers: { date: anHourLater } },
    );
    await expect(client.send(clone())).resolves.toMatchObject({ $metadata: { attempts: 2 } });
    expect(client.config.systemClockOffset).toBeGreaterThan(3_500_000);
    const [first, second] = server?.requests.map(({ headers }) => String(headers["x-amz-date"])) ?? [];
    expect(first?.slice(0, 11)).not.toBe(second?.slice(0, 11));
  });

  test("keeps the clock where it is told to", async () => {
    const anHourLater = new Date(Date.now() + 3_600_000).toUTCString();
    const client = await clientFor(() => error("RequestTimeTooSkewed", 403, { date: anHourLater }), {
      disableClockSkewCorrection: true,
    });
    await expect(client.send(clone())).rejects.toMatchObject({
      code: "RequestTimeTooSkewed",
      $metadata: { attempts: 1 },
    });
    expect(client.config.systemClockOffset).toBe(0);
  });

  test("waits as long as the service asks, and says how long", async () => {
    const slept: number[] = [];
    const sleep = async (milliseconds: number): Promise<void> => void slept.push(milliseconds);
    const client = await clientFor(
      (_request, index) => (index < 2 ? { status: 503, headers: { "retry-after": "2" } } : {}),
      {
        environment: { random: () => 0.5, sleep },
      },
    );
    await expect(client.send(readJob())).resolves.toMatchObject({
      $metadata: { attempts: 3, totalRetryDelay: 4000 },
    });
    expect(slept).toEqual([2000, 2000]);
  });

  test("ends when the token bucket that all calls share is empty", async () => {
    const client = await clientFor(() => ({ status: 503 }), { maxAttempts: 10 });
    for (let call = 0; call < 8; call++) await client.safeSend(readJob());
    // 500 tokens, 14 for each repetition: 35 of them, and the 8 first attempts.
    expect(server?.requests).toHaveLength(43);
  });

  test("asks a strategy of the user's own, which waits for itself", async () => {
    const strategy = new StandardRetryStrategy({
      maxAttempts: 2,
      backoff: { computeNextBackoffDelay: () => 5, setDelayBase() {} },
    });
    const client = await clientFor(() => ({ status: 503 }), { retryStrategy: strategy });
    await expect(client.send(readJob())).rejects.toMatchObject({ $metadata: { attempts: 2 } });
  });

  test("knows the adaptive mode", async () => {
    const client = await clientFor((_request, index) => (index === 0 ? { status: 503 } : {}), {
      retryMode: "adaptive",
    });
    await expect(client.send(readJob())).resolves.toMatchObject({ $metadata: { attempts: 2 } });
  });
});

describe("a signal ends the call", () => {
  const never = () => new Promise<never>(() => {});
  const enough = { name: "AbortError", cause: "enough", operation: "GetBackendJob" };
  const after = (milliseconds: number): AbortSignal => {
    const controller = new AbortController();
    setTimeout(() => controller.abort("enough"), milliseconds);
    return controller.signal;
  };

  test.each<[string, Responder, ClientConfig]>([
    ["while it waits for the response", () => undefined, {}],
    ["while it waits to repeat", () => ({ status: 503, headers: { "retry-after": "5" } }), {}],
    ["while credentials are fetched", () => ({}), { credentials: never }],
    ["while the region is looked up", () => ({}), { region: never }],
    ["while the endpoint is looked up", () => ({}), { useFipsEndpoint: never }],
    [
      "while a strategy of the user's own waits",
      () => ({ status: 503 }),
      {
        retryStrategy: new StandardRetryStrategy({
          maxAttempts: 3,
          backoff: { computeNextBackoffDelay: () => 500, setDelayBase() {} },
        }),
      },
    ],
  ])("%s", async (_name, responder, config) => {
    const started = performance.now();
    const client = await clientFor(responder, config);
    await expect(client.send(readJob(), { abortSignal: after(50) })).rejects.toMatchObject(enough);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test("before it begins", async () => {
    const client = await clientFor(() => ({}));
    await expect(client.send(readJob(), { abortSignal: AbortSignal.abort("enough") })).rejects.toMatchObject({
      ...enough,
      $metadata: { attempts: 0 },
    });
    expect(server?.requests).toHaveLength(0);
  });

  test("and leaves no listener behind when it comes to its end by itself", async () => {
    const controller = new AbortController();
    const added = jest.spyOn(controller.signal, "addEventListener");
    const removed = jest.spyOn(controller.signal, "removeEventListener");
    await (await clientFor(() => ({}))).send(readJob(), { abortSignal: controller.signal });
    await new Promise((resolve) => setImmediate(resolve));
    expect(added.mock.calls.length).toBeGreaterThan(0);
    expect(removed.mock.calls.length).toBe(added.mock.calls.length);
  });
});

test("a call may have its own time limit", async () => {
  const client = await clientFor(() => undefined);
  await expect(client.send(clone(), { requestTimeout: 50 })).rejects.toMatchObject({
    name: "TimeoutError",
    limit: 50,
  });
});

describe("what has to be there", () => {
  test.each<[string, ClientConfig, string, RegExp]>([
    ["credentials", { credentials: undefined }, "CredentialsProviderError", /Looked for/],
    [
      "credentials of the right form",
      { credentials: {} as never },
      "CredentialsProviderError",
      /no accessKeyId/,
    ],
    ["a region", { region: undefined }, "ConfigurationError", /region is missing/],
    ["a host label as region", { region: "x/y" }, "ConfigurationError", /host name/],
    ["no FIPS with an endpoint", { useFipsEndpoint: true }, "ConfigurationError", /FIPS and custom endpoint/],
    [
      "a retry strategy of the second version",
      { retryStrategy: { retry() {} } as never },
      "ConfigurationError",
      /first version/,
    ],
  ])("is %s", async (_name, config, name, message) => {
    const client = await clientFor(() => ({}), config);
    await expect(client.send(clone())).rejects.toMatchObject({ name, message, operation: "CloneBackend" });
    expect(server?.requests).toHaveLength(0);
  });

  test("is generated code that is no newer than the runtime", async () => {
    const { operation, input } = clone();
    const newer = new Command({ ...operation, format: 2 }, input);
    await expect(new Client(service, {}).send(newer)).rejects.toMatchObject({
      name: "ConfigurationError",
      message: /CloneBackend of @tinsmith\/amplifybackend 0\.1\.0.*format 2.*Update @tinsmith\/runtime/,
    });
  });
});

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

test("an endpoint's path and query come before the route's", async () => {
  server = await startServer();
  await testClient({ endpoint: `${server.url}/base/?stage=x` }).send(clone());
  expect(server.requests[0]?.url).toBe("/base/backend/a/environments/b/clone?stage=x");
});

test("parallel calls do not get into each other's way", async () => {
  const client = await clientFor((request) => ({
    body: JSON.stringify({ appId: request.url.split("/")[2] }),
  }));
  const names = Array.from({ length: 100 }, (_, index) => `app-${index}`);
  const results = await Promise.all(names.map((AppId) => client.send(clone({ AppId }))));
  expect(results.map(({ AppId }) => AppId)).toEqual(names);
});

test("without a body, nothing is said about one", async () => {
  const client = await clientFor(() => ({}));
  await client.send(new DeleteBackendCommand({ AppId: "a", BackendEnvironmentName: "b" }));
  expect(server?.requests[0]).toMatchObject({
    method: "POST",
    url: "/backend/a/environments/b/remove",
    body: "",
  });
  expect(server?.requests[0]?.headers).not.toHaveProperty("content-type");
});

describe("secrets", () => {
  const secret = "canary-secret";
  const loggers = () => {
    const lines: string[] = [];
    const write = (...content: unknown[]): void =>
      void lines.push(inspect(content, { depth: 20, showHidden: true }));
    return { lines, logger: { trace: write, debug: write, info: write, warn: write, error: write } };
  };

  test("of credentials show in no error and no log", async () => {
    const { lines, logger } = loggers();
    const client = await clientFor(() => error("NotFoundException", 404), {
      logger,
      credentials: { ...credentials, secretAccessKey: secret, sessionToken: secret },
    });
    const failures = [client.send(clone()), client.send(clone({ AppId: "" }))].map((call) =>
      call.catch((each: unknown) => each),
    );
    for (const failure of await Promise.all(failures))
      lines.push(inspect(failure, { depth: 20 }), JSON.stringify(failure));
    expect(lines.join()).toContain("NotFoundException");
    expect(lines.join()).not.toContain(secret);
  });

  test("of inputs and outputs are blotted out of the log", async () => {
    const { lines, logger } = loggers();
    const { operation } = clone();
    const members = {
      ...operation.input.members,
      TargetEnvironmentName: { target: "string", jsonName: "t", sensitive: true },
    } as const;
    const command = new Command(
      { ...operation, input: { ...operation.input, members } },
      { AppId: "visible", BackendEnvironmentName: "b", TargetEnvironmentName: secret, Unknown: secret },
    );
    await (await clientFor(() => ({}), { logger })).send(command);
    expect(server?.requests[0]?.body).toContain(secret);
    expect(lines.join()).toContain("visible");
    expect(lines.join()).not.toContain(secret);
  });
});
