import { describe, expect, jest, test } from "@jest/globals";
import {
  CloneBackendCommand,
  GetBackendCommand,
  NetworkError,
  NotFoundException,
  TimeoutError,
  TooManyRequestsException,
} from "@tinsmith/amplifybackend";
import { mockAmplifyBackend } from "@tinsmith/amplifybackend/testing";
import type { AbortSignalLike } from "@tinsmith/runtime";

const clone = () =>
  new CloneBackendCommand({ AppId: "a", BackendEnvironmentName: "dev", TargetEnvironmentName: "test" });
const get = () => new GetBackendCommand({ AppId: "a" });
const instantly = { environment: { sleep: async () => {} } };

describe("an error of the service", () => {
  test.each([
    ["by its parts", { name: "NotFoundException", message: "gone", ResourceType: "App" } as const],
    ["as an instance", new NotFoundException({ message: "gone", ResourceType: "App", $metadata: {} })],
  ])("%s comes as its class, over the wire", async (_, error) => {
    const mock = mockAmplifyBackend();
    mock.on(GetBackendCommand).rejects(error);
    const thrown = await mock
      .client()
      .send(get())
      .catch((each: unknown) => each);
    expect(thrown).toBeInstanceOf(NotFoundException);
    expect(thrown).toMatchObject({
      name: "NotFoundException",
      message: "gone",
      ResourceType: "App",
      operation: "GetBackend",
      $metadata: { httpStatusCode: 404, requestId: "request-1", attempts: 1 },
    });
  });

  test("is repeated by the client as with AWS", async () => {
    const mock = mockAmplifyBackend();
    mock.on(CloneBackendCommand).rejectsOnce({ name: "TooManyRequestsException" }).resolves({ JobId: "j" });
    expect(await mock.client(instantly).send(clone())).toMatchObject({
      JobId: "j",
      $metadata: { attempts: 2 },
    });
    expect(mock.calls()).toHaveLength(1);
    expect(mock.calls()[0]?.attempts).toHaveLength(2);
    mock.on(CloneBackendCommand).rejects({ name: "GatewayTimeoutException" });
    await expect(mock.client(instantly).send(clone())).rejects.toMatchObject({ $metadata: { attempts: 1 } });
  });

  test("of AWS's common ones, and one that nobody modelled", async () => {
    const mock = mockAmplifyBackend();
    mock
      .on(GetBackendCommand)
      .rejectsOnce({ name: "AccessDeniedException", message: "no" })
      .rejectsOnce({
        name: "UnmodeledServiceException",
        code: "TeapotException",
        $metadata: { httpStatusCode: 418 },
      });
    const client = mock.client();
    await expect(client.send(get())).rejects.toMatchObject({ name: "AccessDeniedException", message: "no" });
    await expect(client.send(get())).rejects.toMatchObject({
      name: "UnmodeledServiceException",
      code: "TeapotException",
      $metadata: { httpStatusCode: 418 },
    });
  });

  test("that the operation has not is refused where it is stubbed", () => {
    const stub = mockAmplifyBackend().on(GetBackendCommand);
    expect(() => stub.rejects({ name: "NotFoundExeption" } as never)).toThrow(
      /^GetBackend has no error NotFoundExeption; it has BadRequestException, .*code: "NotFoundExeption" }\.$/,
    );
    for (const error of ["boom", new Error("boom"), undefined, 5])
      expect(() => stub.rejects(error as never)).toThrow(/^GetBackend cannot end in this: /);
    expect(() => stub.rejects({ name: "NotFoundException", Resource: "App" } as never)).toThrow(
      /^NotFoundException has no Resource; it has name, message, code, .*ResourceType/,
    );
  });

  test("is thrown by functions, too", async () => {
    const mock = mockAmplifyBackend();
    mock.on(GetBackendCommand).callsFake(() => {
      throw new TooManyRequestsException({ message: "slow down", LimitType: "calls", $metadata: {} });
    });
    await expect(mock.client(instantly).send(get())).rejects.toMatchObject({
      name: "TooManyRequestsException",
      LimitType: "calls",
      $metadata: { attempts: 3 },
    });
  });

  test("comes of any command", async () => {
    const mock = mockAmplifyBackend();
    mock.onAnyCommand().rejects({ name: "ExpiredTokenException" });
    await expect(mock.client().send(get())).rejects.toMatchObject({ name: "ExpiredTokenException" });
    await expect(mock.client().send(clone())).rejects.toMatchObject({ name: "ExpiredTokenException" });
  });
});

describe("what befalls a connection", () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED"), {
    code: "ECONNREFUSED",
    syscall: "connect",
  });
  const reset = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });

  test("an error of the system's is a NetworkError, repeated where that is safe", async () => {
    const mock = mockAmplifyBackend();
    mock.onAnyCommand().rejects(reset);
    const client = mock.client(instantly);
    const error = { name: "NetworkError", code: "ECONNRESET" };
    await expect(client.send(clone())).rejects.toMatchObject({ ...error, $metadata: { attempts: 1 } });
    await expect(client.send(get())).rejects.toMatchObject({ ...error, $metadata: { attempts: 3 } });
    mock.on(CloneBackendCommand).rejectsOnce(refused).resolves({ JobId: "j" });
    expect(await client.send(clone())).toMatchObject({ JobId: "j", $metadata: { attempts: 2 } });
  });

  test("errors of the client's own, each call with one for itself", async () => {
    const mock = mockAmplifyBackend();
    mock.on(CloneBackendCommand).rejects(new TimeoutError("too slow", { phase: "attempt", limit: 5 }));
    mock.on(GetBackendCommand).rejects(new NetworkError("torn", { phase: "receive", code: "EPIPE" }));
    const client = mock.client(instantly);
    await expect(client.send(clone())).rejects.toMatchObject({
      name: "TimeoutError",
      phase: "attempt",
      limit: 5,
    });
    await expect(client.send(get())).rejects.toMatchObject({
      name: "NetworkError",
      phase: "receive",
      code: "EPIPE",
    });
    const errors = await Promise.all([1, 2].map(() => client.send(clone()).catch((error: unknown) => error)));
    expect(errors[0]).not.toBe(errors[1]);
  });
});

describe("a delay", () => {
  test("is that of the client's environment", async () => {
    const mock = mockAmplifyBackend();
    mock.on(CloneBackendCommand).after(2000).resolvesOnce({ JobId: "1" }).after(500).resolves({ JobId: "2" });
    const slept: number[] = [];
    const sleep = async (milliseconds: number): Promise<void> => {
      slept.push(milliseconds);
    };
    const client = mock.client({ environment: { sleep } });
    await client.send(clone());
    await client.send(clone());
    expect(slept).toEqual([2000, 500]);
  });

  test("moves with fake timers, and makes a TimeoutError where it is longer than the client waits", async () => {
    jest.useFakeTimers();
    try {
      const mock = mockAmplifyBackend();
      mock.on(CloneBackendCommand).after(60_000).resolves({ JobId: "j" });
      const patient = mock.client({ requestTimeout: 0 }).send(clone());
      const hasty = mock.client({ requestTimeout: 5_000 }).send(clone());
      const failure = expect(hasty).rejects.toMatchObject({ name: "TimeoutError", limit: 5_000 });
      await jest.advanceTimersByTimeAsync(60_000);
      await failure;
      expect(await patient).toMatchObject({ JobId: "j" });
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  test("ends with the call's signal, and leaves nothing waiting", async () => {
    const mock = mockAmplifyBackend();
    mock.on(CloneBackendCommand).after(60_000).resolves({ JobId: "j" });
    const controller = new AbortController();
    const signals: (AbortSignalLike | undefined)[] = [];
    const sleep = (_: number, signal?: AbortSignalLike): Promise<void> => {
      signals.push(signal);
      controller.abort();
      return new Promise(() => {});
    };
    const call = mock.client({ environment: { sleep } }).send(clone(), { abortSignal: controller.signal });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("of %p is refused", (milliseconds) => {
    expect(() => mockAmplifyBackend().on(CloneBackendCommand).after(milliseconds)).toThrow(
      /^after must be a number/,
    );
  });
});
