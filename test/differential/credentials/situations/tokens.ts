import { createHash } from "node:crypto";
import type { Situation } from "../support/situation.js";

const NO_MACHINE = { AWS_EC2_METADATA_DISABLED: "true" };
const KEYS = '"AccessKeyId":"AKPROCESS","SecretAccessKey":"fake-secret"';

/** A default profile that calls a program. */
const process = (command: string): string[] => ["[default]", `credential_process = ${command}`];

/** Credentials that a program prints. */
export const processes: readonly Situation[] = [
  {
    what: "a process",
    config: process(`echo '{"Version":1,${KEYS}}'`),
    signs: "AKPROCESS in eu-west-1",
  },
  {
    what: "a process with a session token",
    config: process(
      `echo '{"Version":1,${KEYS},"SessionToken":"token","Expiration":"2099-01-01T00:00:00Z"}'`,
    ),
    signs: "AKPROCESS in eu-west-1",
  },
  {
    what: "a process whose credentials have expired",
    variables: NO_MACHINE,
    config: process(`echo '{"Version":1,${KEYS},"Expiration":"2000-01-01T00:00:00Z"}'`),
    signs: undefined,
  },
  {
    what: "a process that fails, on a machine that has credentials",
    config: process("false"),
    signs: "MACHINE in eu-west-1",
  },
  {
    what: "a process that prints no JSON",
    variables: NO_MACHINE,
    config: process("echo no"),
    signs: undefined,
  },
  {
    what: "a process of a version that nobody knows",
    variables: NO_MACHINE,
    config: process(`echo '{"Version":2,${KEYS}}'`),
    signs: undefined,
  },
  {
    what: "a process, and everything else that comes later",
    variables: {
      AWS_WEB_IDENTITY_TOKEN_FILE: "$FOLDER/token",
      AWS_ROLE_ARN: "arn:aws:iam::123456789012:role/WEB",
      AWS_CONTAINER_CREDENTIALS_FULL_URI: "$URL/container",
    },
    files: { token: "web-token" },
    config: process(`echo '{"Version":1,${KEYS}}'`),
    signs: "AKPROCESS in eu-west-1",
  },
];

const WEB = {
  AWS_WEB_IDENTITY_TOKEN_FILE: "$FOLDER/token",
  AWS_ROLE_ARN: "arn:aws:iam::123456789012:role/WEB",
};

/** Roles that a token of somebody else's opens. */
export const webIdentities: readonly Situation[] = [
  {
    what: "a web identity by variables",
    variables: WEB,
    files: { token: "web-token" },
    signs: "WEB-BY-web-token in eu-west-1",
  },
  {
    what: "a web identity by variables, with the name of a session",
    variables: { ...WEB, AWS_ROLE_SESSION_NAME: "mine" },
    files: { token: "web-token" },
    signs: "WEB-BY-web-token in eu-west-1",
  },
  {
    what: "a web identity by a profile",
    variables: { AWS_PROFILE: "work" },
    files: { token: "web-token" },
    config: [
      "[profile work]",
      "role_arn = arn:aws:iam::123456789012:role/PROFILE",
      "web_identity_token_file = $FOLDER/token",
    ],
    signs: "PROFILE-BY-web-token in eu-west-1",
  },
  {
    what: "a web identity by variables and a profile that is nowhere",
    variables: { ...WEB, AWS_PROFILE: "missing" },
    files: { token: "web-token" },
    signs: "WEB-BY-web-token in eu-west-1",
  },
  {
    what: "a web identity, before the container",
    variables: { ...WEB, AWS_CONTAINER_CREDENTIALS_FULL_URI: "$URL/container" },
    files: { token: "web-token" },
    signs: "WEB-BY-web-token in eu-west-1",
  },
  {
    what: "a token without a role",
    variables: { ...NO_MACHINE, AWS_WEB_IDENTITY_TOKEN_FILE: "$FOLDER/token" },
    files: { token: "web-token" },
    signs: undefined,
  },
  { what: "a token file that is not there", variables: { ...NO_MACHINE, ...WEB }, signs: undefined },
];

/** Where the AWS CLI keeps the token of a session. */
const tokenFile = (session: string): string =>
  `.aws/sso/cache/${createHash("sha1").update(session).digest("hex")}.json`;

const token = (expiresAt: string): string =>
  JSON.stringify({ accessToken: "sso-token", expiresAt, region: "eu-north-1", startUrl: "https://start" });

const SSO = ["sso_account_id = 123456789012", "sso_role_name = READER"];
const SESSION = [
  "[default]",
  "sso_session = mine",
  ...SSO,
  "[sso-session mine]",
  "sso_region = eu-north-1",
  "sso_start_url = https://start",
];
const LEGACY = ["[default]", "sso_region = eu-north-1", "sso_start_url = https://start", ...SSO];

/** Single sign-on. */
export const singleSignOn: readonly Situation[] = [
  {
    what: "a session that somebody has signed in to",
    config: SESSION,
    files: { [tokenFile("mine")]: token("2099-01-01T00:00:00Z") },
    signs: "SSO-READER in eu-west-1",
  },
  {
    what: "a profile without a session",
    config: LEGACY,
    files: { [tokenFile("https://start")]: token("2099-01-01T00:00:00Z") },
    signs: "SSO-READER in eu-west-1",
  },
  {
    what: "a session that has expired",
    config: LEGACY,
    files: { [tokenFile("https://start")]: token("2000-01-01T00:00:00Z") },
    signs: undefined,
  },
  {
    what: "a session that nobody has signed in to, on a machine that has credentials",
    config: SESSION,
    signs: undefined,
  },
  {
    what: "a profile without an account",
    config: ["[default]", "sso_start_url = https://start"],
    signs: undefined,
  },
  {
    what: "a session that the service no longer takes",
    config: LEGACY,
    files: { [tokenFile("https://start")]: token("2099-01-01T00:00:00Z") },
    answer: ({ url }) =>
      url.startsWith("/federation")
        ? { status: 401, headers: { "x-amzn-errortype": "UnauthorizedException" } }
        : undefined,
    signs: undefined,
  },
  {
    what: "a login session",
    variables: { AWS_LOGIN_CACHE_DIRECTORY: "$FOLDER/login" },
    config: ["[default]", "login_session = me"],
    files: {
      [`login/${createHash("sha256").update("me").digest("hex")}.json`]: JSON.stringify({
        accessToken: {
          accessKeyId: "AKLOGIN",
          secretAccessKey: "fake-secret",
          sessionToken: "token",
          accountId: "123456789012",
          expiresAt: "2099-01-01T00:00:00Z",
        },
        clientId: "c",
        refreshToken: "r",
        dpopKey: "k",
      }),
    },
    signs: "AKLOGIN in eu-west-1",
  },
];
