import { GetBackendCommand as OfficialCommand } from "@aws-sdk/client-amplifybackend";
import { describe, expect, jest, test } from "@jest/globals";
import { Client, type ClientConfig, Command } from "../index.js";
import {
  CloneBackendCommand,
  type CloneBackendInput,
  DeleteBackendCommand,
  NotFoundException,
  service,
  UnvalidatedCloneBackendCommand,
} from "../testing/amplify.js";
import { clientFor, clone, closeServerAfterEach, error, readJob, received } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";
import { startServer } from "../testing/local-server.js";

closeServerAfterEach();

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
    expect(received()).toHaveLength(1);
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
    expect(received()).toHaveLength(0);
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
      expect(received()).toHaveLength(0);
    },
  );

  test("that is wrong is sent with a warning where validation only warns, and as it is where it is off", async () => {
    const logger = { debug() {}, info() {}, warn: jest.fn(), error() {} };
    const wrong = clone({ TargetEnvironmentName: 5 });
    await (await clientFor(() => ({}), { logger, validation: { input: "warn" } })).send(wrong);
    expect(logger.warn).toHaveBeenCalledWith(
      "Invalid input for CloneBackend: TargetEnvironmentName: must be a string, not number",
    );
    expect(received()[0]?.body).toBe('{"targetEnvironmentName":5}');
    await (await clientFor(() => ({}), { logger, validation: { input: "off" } })).send(wrong);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(received()[0]?.body).toBe('{"targetEnvironmentName":5}');
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
    expect(received()).toHaveLength(1);
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
      "a retry strategy of the first version",
      { retryStrategy: { retry() {} } as never },
      "ConfigurationError",
      /second version/,
    ],
  ])("is %s", async (_name, config, name, message) => {
    const client = await clientFor(() => ({}), config);
    await expect(client.send(clone())).rejects.toMatchObject({ name, message, operation: "CloneBackend" });
    expect(received()).toHaveLength(0);
  });

  test("is generated code that is no newer than the runtime", async () => {
    const { operation, input } = clone();
    const newer = new Command({ ...operation, format: 2 }, input);
    await expect(new Client(service, {}).send(newer)).rejects.toMatchObject({
      name: "ConfigurationError",
      message: expect.stringMatching(
        /CloneBackend of @tinsmith\/amplifybackend 0\.1\.0.*format 2.*update @tinsmith\/runtime/,
      ),
    });
  });
});

test.each([undefined, null, {}, "x", new OfficialCommand({ AppId: "a" })])(
  "what is no command is refused, with the package that commands come from: %#",
  async (command) => {
    const client = await clientFor(() => ({}));
    await expect(client.send(command as never)).rejects.toMatchObject({
      name: "ConfigurationError",
      message: "`send` takes commands that are imported from @tinsmith/amplifybackend, and nothing else.",
    });
    expect(received()).toHaveLength(0);
  },
);

test("a call may have its own time limit", async () => {
  const client = await clientFor(() => undefined);
  await expect(client.send(clone(), { requestTimeout: 50 })).rejects.toMatchObject({
    name: "TimeoutError",
    limit: 50,
  });
});

test("an endpoint's path and query come before the route's", async () => {
  await using server = await startServer();
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
  expect(received()[0]).toMatchObject({
    method: "POST",
    url: "/backend/a/environments/b/remove",
    body: "",
  });
  expect(received()[0]?.headers).not.toHaveProperty("content-type");
});
