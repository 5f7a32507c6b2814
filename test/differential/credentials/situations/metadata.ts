import type { Situation } from "../support/situation.js";

const FULL = { AWS_CONTAINER_CREDENTIALS_FULL_URI: "$URL/container/full" };

/** Credentials of containers. */
export const containers: readonly Situation[] = [
  { what: "a full address", variables: FULL, signs: "CONTAINER in eu-west-1" },
  {
    what: "a full address, with a token",
    variables: { ...FULL, AWS_CONTAINER_AUTHORIZATION_TOKEN: "Basic container-token" },
    signs: "CONTAINER in eu-west-1",
  },
  {
    what: "a full address, with a token in a file",
    variables: {
      ...FULL,
      AWS_CONTAINER_AUTHORIZATION_TOKEN: "Basic container-token",
      AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "$FOLDER/token",
    },
    files: { token: "Basic file-token" },
    signs: "CONTAINER in eu-west-1",
  },
  {
    what: "a relative address",
    variables: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/container/relative?id=1" },
    signs: "CONTAINER in eu-west-1",
  },
  {
    what: "both addresses",
    variables: { ...FULL, AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/container/relative" },
    signs: "CONTAINER in eu-west-1",
  },
  {
    what: "an address somewhere else",
    variables: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://example.com/container" },
    signs: undefined,
  },
  {
    what: "keys in variables first",
    variables: { ...FULL, AWS_ACCESS_KEY_ID: "AKENV", AWS_SECRET_ACCESS_KEY: "fake-secret" },
    signs: "AKENV in eu-west-1",
  },
  {
    what: "a profile that is nowhere",
    variables: { ...FULL, AWS_PROFILE: "missing" },
    signs: "CONTAINER in eu-west-1",
  },
  {
    what: "a container that refuses",
    variables: FULL,
    answer: ({ url }) => (url.startsWith("/container") ? { status: 403 } : undefined),
    signs: undefined,
  },
];

/** Credentials of machines. */
export const machines: readonly Situation[] = [
  { what: "a machine at its fixed address", signs: "MACHINE in eu-west-1" },
  {
    what: "a machine at another address",
    variables: { AWS_EC2_METADATA_SERVICE_ENDPOINT: "$URL/" },
    signs: "MACHINE in eu-west-1",
  },
  {
    what: "a machine at an address in the profile",
    config: ["[default]", "ec2_metadata_service_endpoint = $URL/"],
    signs: "MACHINE in eu-west-1",
  },
  {
    what: "a machine of the first version",
    answer: ({ url }) => (url === "/latest/api/token" ? { status: 404 } : undefined),
    signs: "MACHINE in eu-west-1",
  },
  {
    what: "a machine of the first version, which is forbidden",
    variables: { AWS_EC2_METADATA_V1_DISABLED: "true" },
    answer: ({ url }) => (url === "/latest/api/token" ? { status: 404 } : undefined),
    signs: undefined,
  },
  {
    what: "a machine that nobody may ask",
    variables: { AWS_EC2_METADATA_DISABLED: "true" },
    signs: undefined,
  },
  {
    what: "a machine that everybody may ask",
    variables: { AWS_EC2_METADATA_DISABLED: "false" },
    signs: "MACHINE in eu-west-1",
  },
  {
    what: "a machine without a role",
    answer: ({ url }) => (url.includes("/security-credentials/") ? { status: 404 } : undefined),
    signs: undefined,
  },
  {
    what: "a machine that answers with something else",
    answer: ({ url }) => (url.endsWith("/machine-role") ? { body: '{"Code":"Failed"}' } : undefined),
    signs: undefined,
  },
  {
    what: "a machine that answers with no JSON",
    answer: ({ url }) => (url.endsWith("/machine-role") ? { body: "fake-secret" } : undefined),
    signs: undefined,
  },
  {
    what: "a machine whose credentials have expired",
    answer: ({ url }) =>
      url.endsWith("/machine-role")
        ? {
            body: '{"Code":"Success","AccessKeyId":"STALE","SecretAccessKey":"x","Token":"t","Expiration":"2000-01-01T00:00:00Z"}',
          }
        : undefined,
    signs: "STALE in eu-west-1",
  },
];
