import { describe, expect, jest, test } from "@jest/globals";
import { settingsSource } from "../config/settings-source.js";
import { CredentialsProviderError } from "../errors/credentials-provider-error.js";
import { writeSharedFiles } from "../testing/shared-files.js";
import { defaultIdentity } from "./default-identity.js";
import { memoizeIdentity } from "./memoize-identity.js";

const keys = { accessKeyId: "AKID", secretAccessKey: "hidden-key" };
const fromVariables = { AWS_ACCESS_KEY_ID: "AKENV", AWS_SECRET_ACCESS_KEY: "hidden-env" };

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

  test("whose fetching fails are fetched again the next time", async () => {
    const fetchIdentity = jest.fn(async () => keys).mockRejectedValueOnce(new Error("no network"));
    const provider = memoizeIdentity(fetchIdentity, Date.now);
    await expect(provider()).rejects.toMatchObject({
      name: "CredentialsProviderError",
      message: /no network/,
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

  test("never show in what goes wrong", async () => {
    const failure = await memoizeIdentity(() => ({ secretAccessKey: "hidden-key" }), Date.now)().catch(
      (error: unknown) => error,
    );
    expect(String(failure)).not.toContain("hidden");
  });
});

describe("credentials that nobody passed", () => {
  const files = writeSharedFiles({
    credentials: [
      "[default]",
      "aws_access_key_id = AKFILE",
      "aws_secret_access_key = hidden-file",
      "aws_session_token = token",
      "[work]",
      "aws_access_key_id = AKWORK",
      "aws_secret_access_key = hidden-work",
    ],
    config: [
      "[profile role]",
      "role_arn = arn:aws:iam::1:role/x",
      "source_profile = default",
      "aws_access_key_id = AKX",
      "aws_secret_access_key = hidden-x",
      "[profile sso]",
      "sso_session = x",
      "[profile config-only]",
      "aws_access_key_id = AKCONF",
      "aws_secret_access_key = hidden-conf",
    ],
  });
  const find = (variables: Record<string, string>, profile?: string) =>
    defaultIdentity(settingsSource({ ...files.variables, ...variables }, profile));

  test("come from environment variables first", async () => {
    const more = {
      AWS_SESSION_TOKEN: "t",
      AWS_CREDENTIAL_EXPIRATION: "2030-01-01T00:00:00Z",
      AWS_ACCOUNT_ID: "1",
    };
    await expect(find({ ...fromVariables, ...more })).resolves.toEqual({
      accessKeyId: "AKENV",
      secretAccessKey: "hidden-env",
      sessionToken: "t",
      credentialScope: undefined,
      accountId: "1",
      expiration: new Date("2030-01-01T00:00:00Z"),
    });
  });

  test.each<[string, Record<string, string>, string | undefined, string]>([
    ["the default profile", {}, undefined, "AKFILE"],
    [
      "the default profile, one variable alone being nothing",
      { AWS_ACCESS_KEY_ID: "AKENV" },
      undefined,
      "AKFILE",
    ],
    ["AWS_PROFILE, even against variables", { ...fromVariables, AWS_PROFILE: "work" }, undefined, "AKWORK"],
    ["the client's profile, even against AWS_PROFILE", { AWS_PROFILE: "work" }, "config-only", "AKCONF"],
  ])("come from %s", async (_name, variables, profile, expected) => {
    await expect(find(variables, profile)).resolves.toMatchObject({ accessKeyId: expected });
  });

  test("and are nowhere: the error says where they were looked for", async () => {
    await expect(find({}, "missing")).rejects.toMatchObject({
      name: "CredentialsProviderError",
      message: /passed over.*profile "missing".*Pass `credentials`/,
    });
    const none = settingsSource(
      { AWS_CONFIG_FILE: "/none", AWS_SHARED_CREDENTIALS_FILE: "/none" },
      undefined,
    );
    await expect(defaultIdentity(none)).rejects.toThrow(/AWS_ACCESS_KEY_ID.*profile "default"/);
  });

  test.each([
    ["role", /an assumed role/],
    ["sso", /single sign-on/],
  ])("and would have to be fetched by profile %s: the error says so", async (profile, message) => {
    await expect(find({}, profile)).rejects.toThrow(message);
  });
});
