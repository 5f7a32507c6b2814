import { createHash } from "node:crypto";
import { AmplifyBackendClient as OfficialClient } from "@aws-sdk/client-amplifybackend";
import * as providers from "@aws-sdk/credential-providers";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import type { AwsIdentityProperties } from "@tinsmith/runtime";
import { FakeAws } from "./support/fake-aws.js";
import { callBoth, type Situation, within } from "./support/situation.js";

let aws: FakeAws;
beforeAll(async () => {
  aws = await FakeAws.start();
});
afterAll(() => aws.close());

type Credentials = NonNullable<ReturnType<NonNullable<Situation["client"]>>["credentials"]>;

/** A provider, what it finds, and the key that it gives. */
interface ProviderCase extends Pick<Situation, "variables" | "config" | "files"> {
  /** That this compiles says that both clients take what it returns, as it is. */
  readonly open: () => Credentials;
  readonly key: string;
}

const KEYS = { accessKeyId: "AKCODE", secretAccessKey: "fake-secret" };
const VARIABLES = { AWS_ACCESS_KEY_ID: "AKENV", AWS_SECRET_ACCESS_KEY: "fake-secret" };
const RoleArn = "arn:aws:iam::123456789012:role/ROLE";
const LOGIN = {
  accessToken: {
    ...KEYS,
    sessionToken: "token",
    accountId: "123456789012",
    expiresAt: "2099-01-01T00:00:00Z",
  },
  clientId: "c",
  refreshToken: "r",
  dpopKey: "k",
};
/** Otherwise what the first client learns would serve the second. */
const NO_CACHE = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
const nameOf = (algorithm: string, text: string): string =>
  `${createHash(algorithm).update(text).digest("hex")}.json`;

/** What the package exports that is no provider of credentials, and what CommonJS adds. */
const OTHERS = ["propertyProviderChain", "default", "module.exports"] as const;

const cases: Record<Exclude<keyof typeof providers, (typeof OTHERS)[number]>, ProviderCase> = {
  createCredentialChain: {
    open: () =>
      providers.createCredentialChain(providers.fromIni(), providers.fromEnv()).expireAfter(60_000_000),
    variables: VARIABLES,
    key: "AKENV",
  },
  fromCognitoIdentity: {
    open: () => providers.fromCognitoIdentity({ identityId: "IDENTITY" }),
    key: "COGNITO-IDENTITY",
  },
  fromCognitoIdentityPool: {
    open: () => providers.fromCognitoIdentityPool({ identityPoolId: "POOL", cache: NO_CACHE }),
    key: "COGNITO-POOL",
  },
  fromContainerMetadata: {
    open: () => providers.fromContainerMetadata(),
    variables: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "$URL/container" },
    key: "CONTAINER",
  },
  fromEnv: { open: () => providers.fromEnv(), variables: VARIABLES, key: "AKENV" },
  fromHttp: {
    open: () => providers.fromHttp({ awsContainerCredentialsFullUri: `${aws.url}/container` }),
    key: "CONTAINER",
  },
  fromIni: {
    open: () => providers.fromIni({ profile: "work" }),
    variables: VARIABLES,
    config: ["[profile work]", `role_arn = ${RoleArn}`, "credential_source = Environment"],
    key: "ROLE-BY-AKENV",
  },
  fromInstanceMetadata: { open: () => providers.fromInstanceMetadata(), key: "MACHINE" },
  fromLoginCredentials: {
    open: () => providers.fromLoginCredentials(),
    variables: { AWS_LOGIN_CACHE_DIRECTORY: "$FOLDER" },
    config: ["[default]", "login_session = me"],
    files: { [nameOf("sha256", "me")]: JSON.stringify(LOGIN) },
    key: "AKCODE",
  },
  fromNodeProviderChain: { open: () => providers.fromNodeProviderChain(), key: "MACHINE" },
  fromProcess: {
    open: () => providers.fromProcess(),
    config: [
      "[default]",
      `credential_process = echo '{"Version":1,"AccessKeyId":"AKPROCESS","SecretAccessKey":"x"}'`,
    ],
    key: "AKPROCESS",
  },
  fromSSO: {
    open: () =>
      providers.fromSSO({
        ssoStartUrl: "https://start",
        ssoAccountId: "1",
        ssoRegion: "us-east-1",
        ssoRoleName: "R",
      }),
    files: {
      [`.aws/sso/cache/${nameOf("sha1", "https://start")}`]: JSON.stringify({
        accessToken: "sso-token",
        expiresAt: "2099-01-01T00:00:00Z",
      }),
    },
    key: "SSO-R",
  },
  fromTemporaryCredentials: {
    open: () => providers.fromTemporaryCredentials({ params: { RoleArn } }),
    variables: VARIABLES,
    key: "ROLE-BY-AKENV",
  },
  fromTokenFile: {
    open: () => providers.fromTokenFile(),
    variables: { AWS_WEB_IDENTITY_TOKEN_FILE: "$FOLDER/token", AWS_ROLE_ARN: RoleArn },
    files: { token: "web-token" },
    key: "ROLE-BY-web-token",
  },
  fromWebToken: {
    open: () => providers.fromWebToken({ roleArn: RoleArn, webIdentityToken: "web-token" }),
    key: "ROLE-BY-web-token",
  },
};

describe("providers of @aws-sdk/credential-providers", () => {
  test("are all here", () => {
    const exported = Object.keys(providers).filter((name) => !OTHERS.some((other) => other === name));
    expect(Object.keys(cases).sort()).toEqual(exported.sort());
  });

  test.each(Object.entries(cases))("%s is taken as it is", async (_name, { open, key, ...surroundings }) => {
    const client = () => ({ credentials: open() });
    const { official, ours } = await callBoth(aws, { ...surroundings, client });
    expect(ours).toEqual(official);
    expect(ours.signer).toBe(`${key} in eu-west-1`);
  });
});

describe("a function of one's own", () => {
  test("is told the same about the client", async () => {
    const told: AwsIdentityProperties[] = [];
    const credentials = async (properties?: AwsIdentityProperties) => {
      told.push(properties ?? {});
      return KEYS;
    };
    await callBoth(aws, { client: () => ({ credentials, profile: "work", userAgentAppId: "shop" }) });
    const facts = told.map(async ({ callerClientConfig, ...others }) => ({
      others,
      region: await callerClientConfig?.region(),
      profile: callerClientConfig?.profile,
      handles: typeof callerClientConfig?.requestHandler?.handle,
      application: await callerClientConfig?.userAgentAppId?.(),
    }));
    const [official, ours] = await Promise.all(facts);
    expect(ours).toEqual(official);
    expect(ours).toMatchObject({
      region: "eu-west-1",
      profile: "work",
      handles: "function",
      application: "shop",
    });
  });

  test("is asked anew where somebody wants that", async () => {
    for (const Client of [OfficialClient, AmplifyBackendClient]) {
      const credentials = jest.fn(async () => KEYS);
      const { config } = new Client({ region: "eu-west-1", credentials });
      await config.credentials();
      await config.credentials();
      await config.credentials({ forceRefresh: true });
      expect([Client.name, credentials.mock.calls.length]).toEqual([Client.name, 2]);
    }
  });
});

test("another default is made once, and asked each time", async () => {
  for (const Client of [OfficialClient, AmplifyBackendClient]) {
    const provider = jest.fn(async () => KEYS);
    const create = jest.fn((_: { readonly profile?: string } = {}) => provider);
    const { config } = new Client({
      region: "eu-west-1",
      profile: "work",
      credentialDefaultProvider: create,
    });
    await config.credentials();
    await config.credentials();
    const profiles = create.mock.calls.map(([init]) => init?.profile);
    expect([Client.name, profiles, provider.mock.calls.length]).toEqual([Client.name, ["work"], 2]);
  }
});

test("credentials may be set anew, as a function, an object, or not at all", async () => {
  await within(aws, { variables: VARIABLES }, async () => {
    const fetched = jest.fn(async (_: AwsIdentityProperties = {}) => ({
      ...KEYS,
      accessKeyId: "AKFUNCTION",
    }));
    for (const Client of [OfficialClient, AmplifyBackendClient]) {
      const { config } = new Client({ region: "eu-west-1", credentials: KEYS });
      const keys = [(await config.credentials()).accessKeyId];
      for (const credentials of [fetched, { ...KEYS, accessKeyId: "AKOBJECT" }, undefined]) {
        Reflect.set(config, "credentials", credentials);
        await config.credentials();
        keys.push((await config.credentials()).accessKeyId);
      }
      expect([Client.name, ...keys]).toEqual([Client.name, "AKCODE", "AKFUNCTION", "AKOBJECT", "AKENV"]);
    }
    const regions = fetched.mock.calls.map(([{ callerClientConfig } = {}]) => callerClientConfig?.region());
    expect(await Promise.all(regions)).toEqual(["eu-west-1", "eu-west-1"]);
  });
});

test("each client's credentials serve the other", async () => {
  const surroundings = { variables: { ...VARIABLES, AWS_SESSION_TOKEN: "token" } };
  await within(aws, surroundings, async () => {
    const official = new OfficialClient({ region: "eu-west-1" });
    const ours = new AmplifyBackendClient({ region: "eu-west-1" });
    const expected = { accessKeyId: "AKENV", secretAccessKey: "fake-secret", sessionToken: "token" };
    const theirsHere = new AmplifyBackendClient({ credentials: official.config.credentials });
    await expect(theirsHere.config.credentials()).resolves.toMatchObject(expected);
    const oursThere = new OfficialClient({ credentials: ours.config.credentials });
    await expect(oursThere.config.credentials()).resolves.toMatchObject(expected);
  });
});
