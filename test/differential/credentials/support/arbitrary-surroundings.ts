import fc from "fast-check";
import type { Situation } from "./situation.js";

/** Lines of a section by their keys; keys that are absent are left out. */
type Section = Readonly<Record<string, string | undefined>>;

const PROFILES = ["default", "work", "other"] as const;

const PROCESSES = [`echo '{"Version":1,"AccessKeyId":"AKPROCESS","SecretAccessKey":"fake-secret"}'`, "false"];

const weighted = <Value>(arbitrary: fc.Arbitrary<Value>, absent: number): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: absent, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary });

/** There or not. */
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => weighted(arbitrary, 2);

/** Mostly not there: a profile with everything in it would always end at the same place. */
const seldom = <Value>(arbitrary: fc.Arbitrary<Value>) => weighted(arbitrary, 8);

const section = (profile: string): fc.Arbitrary<Section> => {
  const name = profile.toUpperCase();
  return fc.record({
    aws_access_key_id: maybe(fc.constant(`AK${name}`)),
    aws_secret_access_key: maybe(fc.constant("fake-secret")),
    aws_session_token: seldom(fc.constant("token")),
    role_arn: maybe(fc.constant(`arn:aws:iam::123456789012:role/${name}`)),
    source_profile: maybe(fc.constantFrom(...PROFILES, "missing")),
    credential_source: seldom(
      fc.constantFrom("Environment", "Ec2InstanceMetadata", "EcsContainer", "Anywhere"),
    ),
    // No `mfa_serial`: where the source of such a role fails, too, AWS's chain leaves a rejection behind that nobody handles.
    web_identity_token_file: seldom(fc.constantFrom("$FOLDER/token", "$FOLDER/missing")),
    credential_process: seldom(fc.constantFrom(...PROCESSES)),
    sso_start_url: seldom(fc.constant("https://start")),
    region: seldom(fc.constant("ap-south-1")),
  });
};

const variables: fc.Arbitrary<Section> = fc.record({
  AWS_ACCESS_KEY_ID: maybe(fc.constant("AKENV")),
  AWS_SECRET_ACCESS_KEY: maybe(fc.constant("fake-secret")),
  AWS_SESSION_TOKEN: seldom(fc.constant("token")),
  AWS_PROFILE: maybe(fc.constantFrom("", "work", "other", "missing")),
  AWS_WEB_IDENTITY_TOKEN_FILE: seldom(fc.constantFrom("$FOLDER/token", "$FOLDER/missing")),
  AWS_ROLE_ARN: seldom(fc.constant("arn:aws:iam::123456789012:role/WEB")),
  AWS_CONTAINER_CREDENTIALS_FULL_URI: seldom(fc.constant("$URL/container")),
  AWS_EC2_METADATA_DISABLED: seldom(fc.constantFrom("true", "false")),
});

const present = (entries: Section): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

const linesOf = (head: string, entries: Section): string[] => [
  `[${head}]`,
  ...Object.entries(present(entries)).map(([key, value]) => `${key} = ${value}`),
];

/** A file with some of the profiles. */
const file = (head: (profile: string) => string): fc.Arbitrary<readonly string[]> =>
  fc
    .tuple(
      ...PROFILES.map((profile) => maybe(section(profile).map((entries) => linesOf(head(profile), entries)))),
    )
    .map((sections) => sections.flatMap((lines) => lines ?? []));

/** Any mixture of what AWS's chain of providers looks at. */
export const arbitrarySurroundings: fc.Arbitrary<Omit<Situation, "what" | "signs">> = fc
  .record({
    variables: variables.map(present),
    config: file((profile) => (profile === "default" ? profile : `profile ${profile}`)),
    credentials: file((profile) => profile),
    profile: maybe(fc.constantFrom("", "default", "work", "missing")),
  })
  .map(({ profile, ...surroundings }) => ({
    ...surroundings,
    files: { token: "web-token" },
    client: () => (profile === undefined ? {} : { profile }),
  }));
