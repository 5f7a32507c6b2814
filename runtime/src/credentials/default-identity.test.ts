import { describe, expect, jest, test } from "@jest/globals";
import { type Logger, silentLogger } from "../common/logger.js";
import { settingsSource } from "../config/settings-source.js";
import { writeSharedFiles } from "../testing/shared-files.js";
import { credentialChain } from "./credential-chain.js";
import { defaultIdentityProvider } from "./default-identity.js";

const keys = { AWS_ACCESS_KEY_ID: "AKENV", AWS_SECRET_ACCESS_KEY: "hidden-env" };

const files = writeSharedFiles({
  credentials: [
    "[default]",
    "aws_access_key_id = AKFILE",
    "aws_secret_access_key = hidden-file",
    "[work]",
    "aws_access_key_id = AKWORK",
    "aws_secret_access_key = hidden-work",
    "aws_session_token = token",
    "aws_account_id = 1",
    "aws_credential_scope = scope",
  ],
  config: [
    "[profile role]",
    "role_arn = arn:aws:iam::1:role/x",
    "source_profile = default",
    "aws_access_key_id = AKX",
    "aws_secret_access_key = hidden-x",
    "[profile role-from-nothing]",
    "role_arn = arn:aws:iam::1:role/x",
    "aws_access_key_id = AKNOTHING",
    "aws_secret_access_key = hidden-x",
    "[profile role-from-both]",
    "role_arn = arn:aws:iam::1:role/x",
    "source_profile = default",
    "credential_source = Environment",
    "aws_access_key_id = AKBOTH",
    "aws_secret_access_key = hidden-x",
    "[profile sso]",
    "sso_session = x",
    "[profile process]",
    "credential_process = echo hidden-process",
    "[profile web]",
    "role_arn = arn:aws:iam::1:role/x",
    "web_identity_token_file = /token",
    "[profile config-only]",
    "aws_access_key_id = AKCONF",
    "aws_secret_access_key = hidden-conf",
  ],
});

const fromChain = { accessKeyId: "AKCHAIN", secretAccessKey: "hidden-chain" };

/** Looks for credentials, with a chain that always has some. */
const find = (variables: Record<string, string>, profile?: string, logger: Logger = silentLogger) =>
  defaultIdentityProvider(
    settingsSource({ ...files.variables, ...variables }, profile),
    logger,
    async () => fromChain,
  )();

describe("credentials that nobody passed", () => {
  test("come from environment variables first", async () => {
    const more = {
      AWS_SESSION_TOKEN: "t",
      AWS_CREDENTIAL_EXPIRATION: "2030-01-01T00:00:00Z",
      AWS_ACCOUNT_ID: "1",
    };
    await expect(find({ ...keys, ...more })).resolves.toStrictEqual({
      accessKeyId: "AKENV",
      secretAccessKey: "hidden-env",
      sessionToken: "t",
      accountId: "1",
      expiration: new Date("2030-01-01T00:00:00Z"),
    });
  });

  test.each<[string, Record<string, string>, string | undefined, string]>([
    ["the default profile", {}, undefined, "AKFILE"],
    ["that profile, one variable alone being nothing", { AWS_ACCESS_KEY_ID: "AKENV" }, undefined, "AKFILE"],
    ["AWS_PROFILE, even against variables", { ...keys, AWS_PROFILE: "work" }, undefined, "AKWORK"],
    ["variables, AWS_PROFILE being empty", { ...keys, AWS_PROFILE: "" }, undefined, "AKENV"],
    ["variables, the client's profile being empty", { ...keys, AWS_PROFILE: "work" }, "", "AKENV"],
    ["the client's profile, even against AWS_PROFILE", { AWS_PROFILE: "work" }, "config-only", "AKCONF"],
    ["keys beside a role that nothing can assume", {}, "role-from-nothing", "AKNOTHING"],
    ["keys beside a role with two sources", {}, "role-from-both", "AKBOTH"],
    ["the chain for a role", keys, "role", "AKCHAIN"],
    ["the chain for single sign-on", keys, "sso", "AKCHAIN"],
    ["the chain for a profile that is not there", keys, "missing", "AKCHAIN"],
  ])("come from %s", async (_name, variables, profile, expected) => {
    await expect(find(variables, profile)).resolves.toMatchObject({ accessKeyId: expected });
  });

  test("bring along what else stands in the profile", async () => {
    await expect(find({}, "work")).resolves.toStrictEqual({
      accessKeyId: "AKWORK",
      secretAccessKey: "hidden-work",
      sessionToken: "token",
      accountId: "1",
      credentialScope: "scope",
    });
  });

  test("come with a warning where variables are passed over for a profile", async () => {
    const warn = jest.fn();
    await find({ ...keys, AWS_PROFILE: "work" }, undefined, { ...silentLogger, warn });
    await find({ AWS_PROFILE: "work" }, undefined, { ...silentLogger, warn });
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/passed over: the profile "work"/)]]);
  });
});

describe("credentials that are nowhere", () => {
  /** The error of a search where the chain is not installed. */
  const failureOf = async (variables: Record<string, string>, profile?: string): Promise<Error> => {
    const source = settingsSource({ ...files.variables, ...variables }, profile);
    const chain = credentialChain(source, silentLogger, () => Promise.reject(new Error("No chain.")));
    return defaultIdentityProvider(source, silentLogger, chain)().then(
      () => new Error("There were credentials."),
      (error) => error,
    );
  };

  test.each<[string, Record<string, string>, string | undefined, RegExp]>([
    ["that variables were passed over", keys, "missing", /passed over, because a profile was asked for/],
    [
      "that a profile is not there",
      {},
      "missing",
      /profile "missing" of \S+credentials and \S+config \(there is no such profile\)/,
    ],
    [
      "which variable is missing",
      { AWS_ACCESS_KEY_ID: "AKENV", AWS_CONFIG_FILE: "/none", AWS_SHARED_CREDENTIALS_FILE: "/none" },
      undefined,
      /AWS_SECRET_ACCESS_KEY is missing/,
    ],
    ["that a profile asks for a role", {}, "role", /"role".*asks for an assumed role: role_arn\)/],
    ["that it asks for single sign-on", {}, "sso", /asks for single sign-on: sso_session\)/],
    ["that it asks for a process", {}, "process", /asks for a credential process: credential_process\)/],
    ["that it asks for a web identity", {}, "web", /asks for a web identity: web_identity_token_file\)/],
    [
      "which variables only the chain reads",
      { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://x" },
      "missing",
      /also set: AWS_CONTAINER_CREDENTIALS_FULL_URI/,
    ],
    ["what the chain said", {}, "missing", /ended with: No chain\.$/],
  ])("end in an error that says %s", async (_what, variables, profile, message) => {
    const failure = await failureOf(variables, profile);
    expect(failure).toMatchObject({ name: "CredentialsProviderError", message });
    expect(failure.message).not.toMatch(/hidden|AK[A-Z]/);
  });
});
