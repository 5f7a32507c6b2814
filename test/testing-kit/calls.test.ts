import { afterEach, describe, expect, test } from "@jest/globals";
import {
  AmplifyBackend,
  AmplifyBackendClient,
  CloneBackendCommand,
  DeleteBackendCommand,
  GetBackendCommand,
  UpdateBackendAuthCommand,
} from "@tinsmith/amplifybackend";
import { mockAmplifyBackend, mockClient } from "@tinsmith/amplifybackend/testing";

const backend = { AppId: "d2fxkq1example", BackendEnvironmentName: "dev" };
const clone = (TargetEnvironmentName = "test") =>
  new CloneBackendCommand({ ...backend, TargetEnvironmentName });
const config = { region: "eu-west-1", credentials: { accessKeyId: "OWNKEY", secretAccessKey: "own" } };

describe("a call that nobody stubbed", () => {
  const failureOf = async (mock: ReturnType<typeof mockAmplifyBackend>): Promise<string> => {
    const result = await mock.client().safeSend(clone());
    if (result.success) throw new Error("It was answered.");
    expect(result.error).toMatchObject({ name: "ConfigurationError", $metadata: { attempts: 1 } });
    return result.error.message;
  };

  test("says what to stub", async () => {
    expect(await failureOf(mockAmplifyBackend())).toBe(
      [
        "CloneBackend was called, and nothing says what it answers.",
        '  input: {"AppId":"d2fxkq1example","BackendEnvironmentName":"dev","TargetEnvironmentName":"test"}',
        "Before the call, say: mock.on(CloneBackendCommand).resolves({ AppId: …, BackendEnvironmentName: …, JobId: … })",
      ].join("\n"),
    );
  });

  test("says why no stub of the command fits", async () => {
    const mock = mockAmplifyBackend();
    mock.on(GetBackendCommand).resolves({});
    mock.on(CloneBackendCommand, { TargetEnvironmentName: "other" }).resolves({});
    mock.on(CloneBackendCommand).resolvesOnce({}).resolvesOnce({});
    const client = mock.client();
    await client.send(clone());
    await client.send(clone());
    mock.on(CloneBackendCommand);
    expect((await failureOf(mock)).split("\n").slice(2, -1)).toEqual([
      "  on(CloneBackendCommand) has no answer: add .resolves(…), .rejects(…) or .callsFake(…)",
      "  on(CloneBackendCommand) has given its 2 answers of …Once, and has no other",
      '  on(CloneBackendCommand) takes other input: {"TargetEnvironmentName":"other"}',
    ]);
  });

  test("is seen even where its error is swallowed", async () => {
    const mock = mockAmplifyBackend();
    mock.on(GetBackendCommand).resolves({});
    const client = mock.client();
    await client.send(new GetBackendCommand({ AppId: "a" }));
    mock.expectAllStubbed();
    await client.send(clone()).catch(() => {});
    expect(() => mock.expectAllStubbed()).toThrow(
      /^CloneBackend was called, and nothing says what it answers\./,
    );
    mock.resetHistory().expectAllStubbed();
  });

  test("does not tell what is sensitive", async () => {
    const mock = mockAmplifyBackend();
    const command = new UpdateBackendAuthCommand({
      ...backend,
      ResourceName: "auth",
      ResourceConfig: {
        AuthResources: "USER_POOL_ONLY",
        Service: "COGNITO",
        UserPoolConfigs: {
          OAuth: {
            SocialProviderSettings: { Google: { ClientId: "canary-id", ClientSecret: "canary-secret" } },
          },
        },
      },
    });
    const error = await mock
      .client()
      .send(command)
      .catch((each: Error) => each.message);
    expect(error).toContain("UpdateBackendAuth was called");
    expect(error).not.toContain("canary");
  });
});

describe("recorded calls", () => {
  test("have name, input and the request as it was signed", async () => {
    const mock = mockAmplifyBackend();
    mock.onAnyCommand().resolves({});
    const client = mock.client(config);
    await client.send(clone());
    await client.send(new GetBackendCommand({ AppId: "a", BackendEnvironmentName: undefined }));
    expect(mock.calls().map(({ operation, input }) => [operation, input])).toEqual([
      ["CloneBackend", { ...backend, TargetEnvironmentName: "test" }],
      ["GetBackend", { AppId: "a" }],
    ]);
    expect(mock.calls()[0]?.request).toMatchObject({
      method: "POST",
      hostname: "amplifybackend.eu-west-1.amazonaws.com",
      path: "/backend/d2fxkq1example/environments/dev/clone",
      headers: {
        authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=OWNKEY\/\d+\/eu-west-1\//),
      },
    });
    const body = mock.calls()[0]?.request.body as Uint8Array;
    expect(Buffer.from(body).toString()).toBe('{"targetEnvironmentName":"test"}');
    expect(mock.commandCalls(CloneBackendCommand)[0]?.args[0].input.TargetEnvironmentName).toBe("test");
  });

  test("are found by parts of their input", async () => {
    const mock = mockAmplifyBackend();
    mock.onAnyCommand().resolves({});
    const client = mock.client();
    for (const name of ["a", "b", "c"]) await client.send(clone(name));
    expect(mock.commandCalls(CloneBackendCommand, { TargetEnvironmentName: "b" })).toHaveLength(1);
    expect(mock.commandCalls(CloneBackendCommand, { AppId: expect.any(String) })).toHaveLength(3);
    expect(mock.commandCalls(CloneBackendCommand, { TargetEnvironmentName: "b" }, true)).toEqual([]);
    expect(mock.inputs(CloneBackendCommand)[2]).toEqual({ ...backend, TargetEnvironmentName: "c" });
  });

  test("are forgotten by resetHistory, stubs by reset", async () => {
    const mock = mockAmplifyBackend();
    mock.on(CloneBackendCommand).resolves({ JobId: "j" });
    const client = mock.client();
    await client.send(clone());
    expect(mock.resetHistory().calls()).toEqual([]);
    await client.send(clone());
    expect(mock.reset().calls()).toEqual([]);
    await expect(client.send(clone())).rejects.toThrow("nothing says what it answers");
  });

  test("are none where the client refuses the input", async () => {
    const mock = mockAmplifyBackend();
    await expect(
      mock.client().send(new DeleteBackendCommand({ AppId: "a", BackendEnvironmentName: ".." })),
    ).rejects.toMatchObject({ name: "InputValidationError" });
    expect(mock.commandCalls(DeleteBackendCommand)).toEqual([]);
  });
});

describe("clients that are there already", () => {
  const mocks: { restore(): void }[] = [];
  const kept = <Mock extends { restore(): void }>(mock: Mock): Mock => {
    mocks.push(mock);
    return mock;
  };
  afterEach(() => {
    for (const mock of mocks.splice(0)) mock.restore();
  });

  test("one of them: keeps its configuration but its keys, until it is restored", async () => {
    const client = new AmplifyBackendClient({
      ...config,
      maxAttempts: 1,
      endpoint: "http://127.0.0.1:1/base/path",
    });
    const other = new AmplifyBackendClient({ ...config, maxAttempts: 1, endpoint: "http://127.0.0.1:1" });
    const { send } = client;
    const mock = kept(mockClient(client));
    mock.on(CloneBackendCommand).resolves({ JobId: "j" });
    expect(await client.send(clone())).toMatchObject({ JobId: "j" });
    const request = mock.calls()[0]?.request;
    expect(request).toMatchObject({
      hostname: "127.0.0.1",
      path: "/base/path/backend/d2fxkq1example/environments/dev/clone",
    });
    expect(request?.headers["authorization"]).toMatch(/Credential=TESTACCESSKEY\/\d+\/eu-west-1\//);
    await expect(other.send(clone())).rejects.toMatchObject({ code: "ECONNREFUSED" });
    mock.restore();
    expect(client.send).toBe(send);
    expect(Object.hasOwn(client, "send")).toBe(false);
    await expect(client.send(clone())).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  test("all of a class, those with a method per operation and those to come included", async () => {
    const before = new AmplifyBackend(config);
    const mock = kept(mockClient(AmplifyBackendClient));
    mock.on(GetBackendCommand).resolves({ AppName: "shop" });
    expect(await before.getBackend({ AppId: "a" })).toMatchObject({ AppName: "shop" });
    const after = new AmplifyBackendClient(config);
    expect(await after.safeSend(new GetBackendCommand({ AppId: "a" }))).toMatchObject({
      data: { AppName: "shop" },
    });
    const called = new Promise((resolve) =>
      after.send(new GetBackendCommand({ AppId: "a" }), (_, data) => resolve(data)),
    );
    expect(await called).toMatchObject({ AppName: "shop" });
    expect(mock.commandCalls(GetBackendCommand)).toHaveLength(3);
    mock.restore();
    expect(Object.hasOwn(AmplifyBackendClient.prototype, "send")).toBe(false);
  });

  test("mocked anew, the first mock lets go, and cannot undo the second", async () => {
    const client = new AmplifyBackendClient(config);
    const first = kept(mockClient(client));
    const second = kept(mockClient(client));
    second.on(CloneBackendCommand).resolves({ JobId: "second" });
    first.restore();
    expect(await client.send(clone())).toMatchObject({ JobId: "second" });
    expect(first.calls()).toEqual([]);
  });

  test("need neither region nor credentials", async () => {
    const variables = {
      AWS_CONFIG_FILE: "/none",
      AWS_SHARED_CREDENTIALS_FILE: "/none",
      AWS_EC2_METADATA_DISABLED: "true",
    };
    const client = new AmplifyBackendClient({ environment: { variables } });
    const mock = kept(mockClient(client));
    mock.on(CloneBackendCommand).resolves({});
    await client.send(clone());
    expect(mock.calls()[0]?.request.hostname).toBe("amplifybackend.us-east-1.amazonaws.com");
  });

  test("of whatever package, by their requestHandler", async () => {
    const mock = mockAmplifyBackend();
    mock.on(CloneBackendCommand).resolves({ JobId: "j" });
    const client = new AmplifyBackendClient({ ...config, requestHandler: mock.requestHandler() });
    expect(await client.send(clone())).toMatchObject({ JobId: "j" });
  });
});

test("a command of another package is refused", () => {
  class OtherCommand {}
  const mock = mockAmplifyBackend();
  for (const command of [OtherCommand, undefined, "CloneBackendCommand"])
    expect(() => mock.on(command as never)).toThrow(/^This mock knows no .*: pass the class of a command/);
});
