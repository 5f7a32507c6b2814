import { inspect } from "node:util";
import { describe, expect, jest, test } from "@jest/globals";
import { ConfigurationError } from "../errors/configuration-error.js";
import { CredentialsProviderError } from "../errors/credentials-provider-error.js";
import type { AwsIdentityProperties } from "./identity.js";
import { memoizeIdentity } from "./memoize-identity.js";

const keys = { accessKeyId: "AKID", secretAccessKey: "hidden-key" };

describe("credentials that were fetched", () => {
  test("are fetched once under concurrency, and kept", async () => {
    const fetchIdentity = jest.fn(async () => ({ ...keys }));
    const provider = memoizeIdentity(fetchIdentity, Date.now);
    const all = await Promise.all(Array.from({ length: 50 }, () => provider()));
    await provider();
    expect(fetchIdentity).toHaveBeenCalledTimes(1);
    expect(new Set(all).size).toBe(1);
  });

  test("are fetched again five minutes before they expire, once", async () => {
    let now = 0;
    const fetchIdentity = jest.fn(async () => ({ ...keys, expiration: new Date(now + 3_600_000) }));
    const provider = memoizeIdentity(fetchIdentity, () => now);
    await provider();
    now = 3_600_000 - 300_000;
    await provider();
    expect(fetchIdentity).toHaveBeenCalledTimes(1);
    now += 1;
    await Promise.all([provider(), provider(), provider()]);
    expect(fetchIdentity).toHaveBeenCalledTimes(2);
  });

  test("are fetched anew where somebody asks for that, together with whoever is fetching them", async () => {
    const fetchIdentity = jest.fn(async (_properties?: AwsIdentityProperties) => ({ ...keys }));
    const provider = memoizeIdentity(fetchIdentity, Date.now);
    const first = await provider();
    const again = await Promise.all([provider({ forceRefresh: true }), provider({ forceRefresh: true })]);
    expect(fetchIdentity.mock.calls).toEqual([[undefined], [{ forceRefresh: true }]]);
    expect(again[0]).toBe(again[1]);
    expect(again[0]).not.toBe(first);
    await expect(provider()).resolves.toBe(again[0]);
  });

  test("whose fetching fails are fetched again the next time", async () => {
    const fetchIdentity = jest.fn(async () => keys).mockRejectedValueOnce(new Error("no network"));
    const provider = memoizeIdentity(fetchIdentity, Date.now);
    await expect(provider()).rejects.toMatchObject({
      name: "CredentialsProviderError",
      message: expect.stringMatching(/no network/),
    });
    await expect(provider()).resolves.toBe(keys);
  });

  test.each([
    undefined,
    null,
    "AKID",
    {},
    { accessKeyId: "AKID" },
    { accessKeyId: "AKID", secretAccessKey: "" },
    { accessKeyId: "AK\nID", secretAccessKey: "hidden-key" },
    { ...keys, secretAccessKey: "hidden-key\n" },
    { ...keys, sessionToken: "tökèn" },
    { ...keys, sessionToken: 5 },
    { ...keys, expiration: "2030-01-01T00:00:00Z" },
    { ...keys, expiration: new Date("tomorrow") },
  ])("cannot be %p", async (value) => {
    await expect(memoizeIdentity(() => value, Date.now)()).rejects.toBeInstanceOf(CredentialsProviderError);
  });

  test("may leave out what others write as null", async () => {
    const identity = { ...keys, sessionToken: null, expiration: null };
    const provider = memoizeIdentity(() => identity, Date.now);
    await provider();
    await expect(provider()).resolves.toBe(identity);
  });

  test.each<[string, () => unknown]>([
    ["what has no key", () => ({ secretAccessKey: "hidden-key" })],
    ["what has a line break", () => ({ ...keys, secretAccessKey: "hidden-key\n" })],
    ["what cannot be parsed", () => JSON.parse("hidden-key")],
  ])("never show in what goes wrong: %s", async (_what, source) => {
    const failure = await memoizeIdentity(source, Date.now)().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CredentialsProviderError);
    expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain("hidden-k");
  });

  test("whose source is not set up say so themselves", async () => {
    const noRegion = new ConfigurationError("The region is missing.");
    await expect(memoizeIdentity(() => Promise.reject(noRegion), Date.now)()).rejects.toBe(noRegion);
  });
});
