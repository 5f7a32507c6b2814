import type { Situation } from "../support/situation.js";

const SOURCE = ["[source]", "aws_access_key_id = AKSOURCE", "aws_secret_access_key = fake-secret"];
const VARIABLES = { AWS_ACCESS_KEY_ID: "AKENV", AWS_SECRET_ACCESS_KEY: "fake-secret" };
const NO_MACHINE = { AWS_EC2_METADATA_DISABLED: "true" };

/** A profile that assumes a role. */
const role = (profile: string, ...lines: string[]): string[] => [
  `[profile ${profile}]`,
  `role_arn = arn:aws:iam::123456789012:role/${profile.toUpperCase()}`,
  ...lines,
];

/** Profiles that assume a role. */
export const roles: readonly Situation[] = [
  {
    what: "a role, from another profile",
    config: role("work", "source_profile = source"),
    credentials: SOURCE,
    client: () => ({ profile: "work" }),
    signs: "WORK-BY-AKSOURCE in eu-west-1",
  },
  {
    what: "a role by AWS_PROFILE, against variables",
    variables: { ...VARIABLES, AWS_PROFILE: "work" },
    config: role("work", "source_profile = source"),
    credentials: SOURCE,
    signs: "WORK-BY-AKSOURCE in eu-west-1",
  },
  {
    what: "a role in the default profile, from itself",
    credentials: [
      "[default]",
      "aws_access_key_id = AKSELF",
      "aws_secret_access_key = fake-secret",
      "role_arn = arn:aws:iam::123456789012:role/SELF",
      "source_profile = default",
    ],
    signs: "SELF-BY-AKSELF in eu-west-1",
  },
  {
    what: "a role with everything that can be said of one, in the profile's own region",
    config: role(
      "work",
      "source_profile = source",
      "external_id = external",
      "role_session_name = mine",
      "duration_seconds = 900",
      "region = ap-south-1",
    ),
    credentials: SOURCE,
    client: () => ({ profile: "work" }),
    signs: "WORK-BY-AKSOURCE in eu-west-1",
  },
  {
    what: "a region by the profile alone",
    config: role("work", "source_profile = source", "region = ap-south-1"),
    credentials: SOURCE,
    client: () => ({ profile: "work", region: undefined as never }),
    signs: "WORK-BY-AKSOURCE in ap-south-1",
  },
  {
    what: "a chain of roles",
    config: [...role("outer", "source_profile = inner"), ...role("inner", "source_profile = source")],
    credentials: SOURCE,
    client: () => ({ profile: "outer" }),
    signs: "OUTER-BY-INNER-BY-AKSOURCE in eu-west-1",
  },
  {
    what: "a circle of roles",
    variables: NO_MACHINE,
    config: [...role("one", "source_profile = two"), ...role("two", "source_profile = one")],
    client: () => ({ profile: "one" }),
    signs: undefined,
  },
  {
    what: "a role from a profile that is nowhere",
    variables: NO_MACHINE,
    config: role("work", "source_profile = missing"),
    client: () => ({ profile: "work" }),
    signs: undefined,
  },
  {
    what: "a role that takes a second factor",
    config: role("work", "source_profile = source", "mfa_serial = arn:aws:iam::123456789012:mfa/me"),
    credentials: SOURCE,
    client: () => ({ profile: "work" }),
    signs: undefined,
  },
  {
    what: "a role that is refused",
    variables: NO_MACHINE,
    config: role("work", "source_profile = source"),
    credentials: SOURCE,
    client: () => ({ profile: "work" }),
    answer: ({ body }) =>
      body.includes("AssumeRole")
        ? {
            status: 403,
            headers: { "content-type": "text/xml" },
            body: "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>",
          }
        : undefined,
    signs: undefined,
  },
  {
    what: "a role from variables",
    variables: { ...VARIABLES, AWS_PROFILE: "work" },
    config: role("work", "credential_source = Environment"),
    signs: "WORK-BY-AKENV in eu-west-1",
  },
  {
    what: "a role from the machine",
    config: role("work", "credential_source = Ec2InstanceMetadata"),
    client: () => ({ profile: "work" }),
    signs: "WORK-BY-MACHINE in eu-west-1",
  },
  {
    what: "a role from the container",
    variables: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "$URL/container" },
    config: role("work", "credential_source = EcsContainer"),
    client: () => ({ profile: "work" }),
    signs: "WORK-BY-CONTAINER in eu-west-1",
  },
  {
    what: "a role from a source that there is not",
    variables: NO_MACHINE,
    config: role("work", "credential_source = Anywhere"),
    client: () => ({ profile: "work" }),
    signs: undefined,
  },
  {
    what: "a role from a process",
    config: [
      ...role("work", "source_profile = process"),
      "[profile process]",
      `credential_process = echo '{"Version":1,"AccessKeyId":"AKPROCESS","SecretAccessKey":"fake-secret"}'`,
    ],
    client: () => ({ profile: "work" }),
    signs: "WORK-BY-AKPROCESS in eu-west-1",
  },
  {
    what: "STS by a services section",
    variables: { AWS_ENDPOINT_URL_STS: "", AWS_PROFILE: "work" },
    config: [
      ...role("work", "source_profile = source", "services = mine"),
      "[services mine]",
      "sts =",
      "  endpoint_url = $URL",
    ],
    credentials: SOURCE,
    signs: "WORK-BY-AKSOURCE in eu-west-1",
  },
  {
    what: "a client without a region",
    variables: NO_MACHINE,
    config: role("work", "source_profile = source"),
    credentials: SOURCE,
    client: () => ({ profile: "work", region: undefined as never }),
    signs: undefined,
  },
];
