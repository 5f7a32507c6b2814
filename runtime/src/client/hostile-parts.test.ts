import { describe, expect, jest, test } from "@jest/globals";
import {
  AbortError,
  Client,
  type ClientConfig,
  ConfigurationError,
  CredentialsProviderError,
  type HttpHandler,
  type RetryStrategy,
} from "../index.js";
import { service } from "../testing/amplify.js";
import { clientFor, clone, closeServerAfterEach, readJob, received } from "../testing/calls.js";
import { credentials, testClient } from "../testing/clients.js";

closeServerAfterEach();

const answering: HttpHandler = {
  handle: async () => ({ response: { statusCode: 200, headers: {}, body: '{"jobId":"j"}' } }),
};

/** The error of a call under a configuration that types would refuse. */
async function failureOf(config: object): Promise<Error> {
  const client = testClient({ requestHandler: answering, ...config } as ClientConfig);
  const result = await client.safeSend(readJob());
  return result.success ? new Error("The call succeeded.") : result.error;
}

describe("a part of the configuration that misbehaves ends in a typed error", () => {
  const token = { getRetryCount: () => 0, getRetryDelay: () => 0 };
  const strategy = (more: object): object => ({
    acquireInitialRetryToken: async () => token,
    refreshRetryTokenForRetry: async () => token,
    recordSuccess: () => {},
    ...more,
  });
  const fail = (): never => {
    throw new Error("broken");
  };

  test.each<[string, object]>([
    ["a retry strategy that cannot begin", { retryStrategy: strategy({ acquireInitialRetryToken: fail }) }],
    [
      "a retry strategy that rejects at once",
      { retryStrategy: strategy({ acquireInitialRetryToken: async () => fail() }) },
    ],
    ["a signer that throws", { signer: { sign: fail } }],
    ["a signer that cannot sign", { signer: {} }],
    ["a signer that answers with nothing", { signer: { sign: async () => undefined } }],
    ["a function for a signer that fails", { signer: fail }],
    ["userAgentAppId as a number", { userAgentAppId: async () => 5 }],
    ["defaultUserAgentProvider that answers with text", { defaultUserAgentProvider: async () => "mine" }],
    ["a defaults mode that there is not", { defaultsMode: "fast" }],
    ["useFipsEndpoint as text", { useFipsEndpoint: "false" }],
    ["useDualstackEndpoint as a number", { useDualstackEndpoint: async () => 1 }],
  ])("%s", async (_what, config) => {
    const failure = await failureOf(config);
    expect(failure).toMatchObject({ name: "ConfigurationError", operation: "GetBackendJob" });
    expect(failure).toBeInstanceOf(ConfigurationError);
  });

  test("a retry strategy that cannot record a success does not take the result away", async () => {
    const retryStrategy = strategy({ recordSuccess: fail }) as RetryStrategy;
    const client = testClient({ requestHandler: answering, retryStrategy });
    await expect(client.send(readJob())).resolves.toMatchObject({ JobId: "j" });
  });

  test.each([["text"], [5], [true], [Promise.resolve({})]])(
    "a request handler that is none: %p",
    (requestHandler) => {
      const construct = () => new Client(service, { requestHandler } as unknown as ClientConfig);
      expect(construct).toThrow(ConfigurationError);
      expect(construct).toThrow(/requestHandler/);
    },
  );

  test.each([[{ input: "STRICT" }], [{ output: true }]])(
    "a validation mode that is none: %j",
    (validation) => {
      const construct = () => new Client(service, { validation } as unknown as ClientConfig);
      expect(construct).toThrow(ConfigurationError);
      expect(construct).toThrow(/must be "strict", "warn" or "off"/);
    },
  );

  test.each([[5], [[null]], [[["name", 1]]], [[[5, "1"]]]])(
    "a user agent that is none: %j",
    (customUserAgent) => {
      const construct = () => new Client(service, { customUserAgent } as unknown as ClientConfig);
      expect(construct).toThrow(ConfigurationError);
      expect(construct).toThrow(/customUserAgent/);
    },
  );
});

describe("a logger that misbehaves changes nothing", () => {
  const broken = jest.fn(() => {
    throw new Error("disk full");
  });
  const logger = { debug: broken, info: broken, warn: broken, error: broken };

  test("about a result", async () => {
    const client = testClient({ requestHandler: answering, logger });
    await expect(client.send(readJob())).resolves.toMatchObject({ JobId: "j" });
    expect(broken).toHaveBeenCalled();
  });

  test("about an error", async () => {
    const client = testClient({ requestHandler: answering, logger });
    await expect(client.send(clone({ AppId: ".." }))).rejects.toMatchObject({ name: "InputValidationError" });
  });

  test("about an input that is only warned of", async () => {
    const client = await clientFor(() => ({}), { logger, validation: { input: "warn" } });
    await client.send(clone({ TargetEnvironmentName: 5 }));
    expect(received()[0]?.body).toBe('{"targetEnvironmentName":5}');
  });

  test("where it lacks methods", async () => {
    const client = testClient({
      requestHandler: answering,
      logger: {} as NonNullable<ClientConfig["logger"]>,
    });
    await expect(client.send(readJob())).resolves.toMatchObject({ JobId: "j" });
  });

  test("where the input cannot be shown", async () => {
    const quiet = jest.fn();
    const client = testClient({
      requestHandler: answering,
      logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    });
    const hostile = clone();
    Object.defineProperty(hostile.input, "TargetEnvironmentName", {
      enumerable: true,
      get: () => {
        throw new Error("hostile");
      },
    });
    await expect(client.send(hostile)).rejects.toMatchObject({ name: "InputValidationError" });
  });
});

test("what was validated is what is sent, though the input changes while it is read", async () => {
  const reads = { target: 0, app: 0 };
  const changing = clone();
  Object.defineProperty(changing.input, "TargetEnvironmentName", {
    enumerable: true,
    get: () => (reads.target++ === 0 ? "first" : { anything: "else" }),
  });
  Object.defineProperty(changing.input, "AppId", {
    enumerable: true,
    get: () => (reads.app++ === 0 ? "a" : ".."),
  });
  const client = await clientFor(() => ({}));
  await client.send(changing);
  expect(received()[0]).toMatchObject({
    url: "/backend/a/environments/b/clone",
    body: '{"targetEnvironmentName":"first"}',
  });
});

describe("an error that several calls wait for", () => {
  test("becomes one for each of them", async () => {
    const shared = new CredentialsProviderError("No luck.");
    const client = testClient({
      requestHandler: answering,
      credentials: async () => {
        throw shared;
      },
    });
    const [first, second] = await Promise.all([client.safeSend(readJob()), client.safeSend(clone())]);
    expect(first.error).toMatchObject({ message: "No luck.", operation: "GetBackendJob" });
    expect(second.error).toMatchObject({ message: "No luck.", operation: "CloneBackend" });
    expect(first.error?.name).toBe("CredentialsProviderError");
    expect(second.error).toBeInstanceOf(CredentialsProviderError);
    expect(second.error?.stack).toContain("No luck.");
  });

  test("may be frozen", async () => {
    const frozen = Object.freeze(new AbortError());
    const failure = await failureOf({
      region: () => {
        throw frozen;
      },
    });
    expect(failure).toMatchObject({ name: "AbortError", operation: "GetBackendJob" });
  });
});

test("credentials that no header may hold are refused before anything is sent", async () => {
  const handle = jest.fn(answering.handle);
  const failure = await failureOf({
    requestHandler: { handle },
    credentials: { ...credentials, sessionToken: "token\r\nx-evil: 1" },
  });
  expect(failure).toMatchObject({ name: "CredentialsProviderError" });
  expect(failure.message).not.toContain("token\r\n");
  expect(handle).not.toHaveBeenCalled();
});
