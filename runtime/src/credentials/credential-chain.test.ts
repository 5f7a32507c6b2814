import { describe, expect, jest, test } from "@jest/globals";
import { silentLogger } from "../common/logger.js";
import { settingsSource } from "../config/settings-source.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { credentialChain } from "./credential-chain.js";
import type { CredentialDefaultProvider } from "./identity.js";
import { loadCredentialChain } from "./load-credential-chain.js";

const keys = { accessKeyId: "AKID", secretAccessKey: "hidden-key" };
const source = settingsSource({ AWS_CONFIG_FILE: "/none", AWS_SHARED_CREDENTIALS_FILE: "/none" }, undefined);
const caller = { region: async () => "eu-west-1", profile: "work" };

/** A chain that fails with something. */
const failing = (error: unknown) =>
  credentialChain(source, silentLogger, async () => () => () => Promise.reject(error));

describe("AWS's chain of providers", () => {
  test("is loaded when it is first asked, and started once, with what the official client gives it", async () => {
    const provider = jest.fn(async () => keys);
    const start = jest.fn<CredentialDefaultProvider>(() => provider);
    const load = jest.fn(async () => start);
    const chain = credentialChain(source, silentLogger, load);
    expect(load).not.toHaveBeenCalled();
    const properties = { callerClientConfig: caller, forceRefresh: true };
    await chain(properties);
    await expect(chain(properties)).resolves.toBe(keys);
    const methods = expect.objectContaining({ debug: expect.any(Function), warn: expect.any(Function) });
    expect(start.mock.calls).toEqual([[{ profile: "work", parentClientConfig: caller, logger: methods }]]);
    expect(provider.mock.calls).toEqual([[properties], [properties]]);
  });

  test("may be started again where loading it has failed", async () => {
    const load = jest.fn(async (): Promise<CredentialDefaultProvider> => () => async () => keys);
    load.mockRejectedValueOnce(new Error("disk"));
    const chain = credentialChain(source, silentLogger, load);
    await expect(chain()).rejects.toThrow(/disk/);
    await expect(chain()).resolves.toBe(keys);
  });

  test("writes into a logger that may lack methods or fail", async () => {
    const debug = jest.fn(() => {
      throw new Error("disk full");
    });
    const chain = credentialChain(source, { debug } as never, async () => (init) => async () => {
      init?.logger?.debug("one", "two");
      init?.logger?.warn("three");
      return keys;
    });
    await expect(chain()).resolves.toBe(keys);
    expect(debug.mock.calls).toEqual([["one", "two"]]);
  });

  test("ends in one typed error, with what it failed with as its cause", async () => {
    const cause = Object.assign(new Error("The SSO session has expired."), { tryNextLink: false });
    await expect(failing(cause)()).rejects.toMatchObject({
      name: "CredentialsProviderError",
      message: expect.stringMatching(
        /^There are no credentials\. Looked for: .* ended with: The SSO session has expired\.$/,
      ),
      cause,
    });
  });

  test("lets a missing region be what it is", async () => {
    const missing = new ConfigurationError("The region is missing.");
    await expect(failing(missing)()).rejects.toBe(missing);
  });

  test("is not asked on behalf of a client with variables of its own", async () => {
    await expect(credentialChain(source, silentLogger)()).rejects.toThrow(
      /not asked, because the client's `environment` has variables of its own\. Pass `credentials`/,
    );
  });

  test("is AWS's own on Node", async () => {
    const { defaultProvider } = await import("@aws-sdk/credential-provider-node");
    await expect(loadCredentialChain()).resolves.toBe(defaultProvider);
  });
});
