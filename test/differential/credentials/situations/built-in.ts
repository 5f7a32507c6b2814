import type { Situation } from "../support/situation.js";

const VARIABLES = { AWS_ACCESS_KEY_ID: "AKENV", AWS_SECRET_ACCESS_KEY: "fake-secret" };
const DEFAULT = ["[default]", "aws_access_key_id = AKDEFAULT", "aws_secret_access_key = fake-secret"];
const WORK = ["[work]", "aws_access_key_id = AKWORK", "aws_secret_access_key = fake-secret"];
const NO_MACHINE = { AWS_EC2_METADATA_DISABLED: "true" };

/** What is settled without AWS's chain of providers. */
export const builtIn: readonly Situation[] = [
  { what: "variables", variables: VARIABLES, credentials: DEFAULT, signs: "AKENV in eu-west-1" },
  {
    what: "variables with a session token and everything else",
    variables: {
      ...VARIABLES,
      AWS_SESSION_TOKEN: "token",
      AWS_CREDENTIAL_EXPIRATION: "2099-01-01T00:00:00Z",
      AWS_CREDENTIAL_SCOPE: "scope",
      AWS_ACCOUNT_ID: "123456789012",
    },
    signs: "AKENV in eu-west-1",
  },
  {
    what: "variables that have expired",
    variables: { ...VARIABLES, AWS_CREDENTIAL_EXPIRATION: "2000-01-01T00:00:00Z" },
    signs: "AKENV in eu-west-1",
  },
  {
    what: "one variable of two",
    variables: { AWS_ACCESS_KEY_ID: "AKENV" },
    credentials: DEFAULT,
    signs: "AKDEFAULT in eu-west-1",
  },
  {
    what: "a session token in a variable, keys in a file",
    variables: { AWS_SESSION_TOKEN: "token" },
    credentials: DEFAULT,
    signs: "AKDEFAULT in eu-west-1",
  },
  { what: "the default profile", credentials: [...DEFAULT, ...WORK], signs: "AKDEFAULT in eu-west-1" },
  {
    what: "AWS_PROFILE",
    variables: { AWS_PROFILE: "work" },
    credentials: [...DEFAULT, ...WORK],
    signs: "AKWORK in eu-west-1",
  },
  {
    what: "AWS_PROFILE against variables",
    variables: { ...VARIABLES, AWS_PROFILE: "work" },
    credentials: WORK,
    signs: "AKWORK in eu-west-1",
  },
  {
    what: "an empty AWS_PROFILE, and variables",
    variables: { ...VARIABLES, AWS_PROFILE: "" },
    credentials: DEFAULT,
    signs: "AKENV in eu-west-1",
  },
  {
    what: "AWS_PROFILE that is nowhere, against variables",
    variables: { ...VARIABLES, ...NO_MACHINE, AWS_PROFILE: "missing" },
    credentials: DEFAULT,
    signs: undefined,
  },
  {
    what: "a profile in code against AWS_PROFILE and variables",
    variables: { ...VARIABLES, AWS_PROFILE: "missing" },
    credentials: WORK,
    client: () => ({ profile: "work" }),
    signs: "AKWORK in eu-west-1",
  },
  {
    what: "an empty profile in code, AWS_PROFILE and variables",
    variables: { ...VARIABLES, AWS_PROFILE: "work" },
    credentials: WORK,
    client: () => ({ profile: "" }),
    signs: "AKENV in eu-west-1",
  },
  {
    what: "an empty profile in code, and AWS_PROFILE",
    variables: { AWS_PROFILE: "work" },
    credentials: [...DEFAULT, ...WORK],
    client: () => ({ profile: "" }),
    signs: "AKWORK in eu-west-1",
  },
  {
    what: "both files, with the same profile",
    config: ["[default]", "aws_access_key_id = AKCONFIG", "aws_secret_access_key = fake-secret"],
    credentials: DEFAULT,
    signs: "AKDEFAULT in eu-west-1",
  },
  {
    what: "a key in each of the files",
    config: ["[profile work]", "aws_access_key_id = AKCONFIG", "aws_session_token = token"],
    credentials: ["[work]", "aws_secret_access_key = fake-secret"],
    client: () => ({ profile: "work" }),
    signs: "AKCONFIG in eu-west-1",
  },
  {
    what: "files elsewhere",
    variables: { AWS_CONFIG_FILE: "$FOLDER/elsewhere", AWS_SHARED_CREDENTIALS_FILE: "/does/not/exist" },
    credentials: DEFAULT,
    files: { elsewhere: "[default]\naws_access_key_id = AKELSEWHERE\naws_secret_access_key = fake-secret" },
    signs: "AKELSEWHERE in eu-west-1",
  },
  {
    what: "keys beside a role that nothing can assume",
    credentials: [...DEFAULT, "role_arn = arn:aws:iam::123456789012:role/ROLE"],
    signs: "AKDEFAULT in eu-west-1",
  },
  {
    what: "keys beside a role with two sources",
    credentials: [
      ...DEFAULT,
      "role_arn = arn:aws:iam::123456789012:role/ROLE",
      "source_profile = default",
      "credential_source = Environment",
    ],
    signs: "AKDEFAULT in eu-west-1",
  },
  {
    what: "keys beside everything else",
    credentials: [
      ...DEFAULT,
      "credential_process = false",
      "sso_session = x",
      "web_identity_token_file = /none",
    ],
    signs: "AKDEFAULT in eu-west-1",
  },
  { what: "nothing at all", variables: NO_MACHINE, signs: undefined },
  {
    what: "keys in code",
    variables: VARIABLES,
    client: () => ({ credentials: { accessKeyId: "AKCODE", secretAccessKey: "x", sessionToken: "token" } }),
    signs: "AKCODE in eu-west-1",
  },
  {
    what: "a function in code",
    variables: VARIABLES,
    client: () => ({ credentials: async () => ({ accessKeyId: "AKFUNCTION", secretAccessKey: "x" }) }),
    signs: "AKFUNCTION in eu-west-1",
  },
  {
    what: "a function in code that fails, and variables",
    variables: VARIABLES,
    client: () => ({ credentials: () => Promise.reject(new Error("no")) }),
    signs: undefined,
  },
  {
    what: "another default in code",
    variables: VARIABLES,
    client: () => ({
      credentialDefaultProvider: () => async () => ({ accessKeyId: "AKOTHER", secretAccessKey: "x" }),
    }),
    signs: "AKOTHER in eu-west-1",
  },
];
