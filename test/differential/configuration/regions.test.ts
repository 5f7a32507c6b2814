import { afterAll, describe, expect, test } from "@jest/globals";
import { startServer } from "../../../runtime/src/testing/local-server.js";
import { difference } from "../support/differences.js";
import { observeBoth, situationsObserved } from "./support/observe.js";
import { keepConsoleQuiet } from "./support/quiet-console.js";
import { type Row, testRows } from "./support/rows.js";

keepConsoleQuiet();

const sent = (region: string) => ({
  origin: `https://amplifybackend.${region}.amazonaws.com`,
  scope: `${region}/amplifybackend`,
});

const both = {
  config: ["[default]", "region = eu-south-1", "[profile work]", "region = eu-south-2"],
  credentials: ["[default]", "region = eu-north-1"],
};

const rows: Row[] = [
  [
    "in code",
    { config: { region: "ap-south-1" }, variables: { AWS_REGION: "us-east-2" } },
    sent("ap-south-1"),
  ],
  ["by a function", { config: { region: async () => "ap-south-1" } }, sent("ap-south-1")],
  ["by AWS_REGION", { variables: { AWS_REGION: "us-east-2" }, files: both }, sent("us-east-2")],
  [
    "not by AWS_DEFAULT_REGION",
    { variables: { AWS_DEFAULT_REGION: "us-east-2" } },
    { failure: /egion is missing/ },
  ],
  [
    "by AWS_DEFAULT_REGION only in name, where the profile has one",
    { variables: { AWS_DEFAULT_REGION: "us-east-2" }, files: both },
    sent("eu-north-1"),
  ],
  ["out of the config file", { files: { config: both.config } }, sent("eu-south-1")],
  ["out of the credentials file, before the config file", { files: both }, sent("eu-north-1")],
  ["nowhere", {}, { failure: /egion is missing/ }],
  ["empty in code", { config: { region: "" }, files: both }, { failure: /egion is missing/ }],
  ["out of the profile in code", { config: { profile: "work" }, files: both }, sent("eu-south-2")],
  ["out of AWS_PROFILE", { variables: { AWS_PROFILE: "work" }, files: both }, sent("eu-south-2")],
  [
    "out of the profile in code, before AWS_PROFILE",
    { config: { profile: "default" }, variables: { AWS_PROFILE: "work" }, files: both },
    sent("eu-north-1"),
  ],
  [
    "of a profile that is nowhere",
    { config: { profile: "lost" }, files: both },
    { failure: /egion is missing/ },
  ],
  ["with an old FIPS name in front", { config: { region: "fips-us-east-1" } }, fips("us-east-1")],
  [
    "with an old FIPS name behind",
    { variables: { AWS_REGION: "us-gov-west-1-fips" } },
    fips("us-gov-west-1"),
  ],
  ["with the FIPS name of registries", { config: { region: "fips-dkr-us-west-2" } }, fips("us-west-2")],
  ["aws-fips", { config: { region: "aws-fips" } }, fips("us-east-1")],
  [
    "with an old FIPS name, though FIPS is switched off",
    { config: { region: "fips-us-east-1", useFipsEndpoint: false } },
    fips("us-east-1"),
  ],
  [
    "in capitals",
    { config: { region: "EU-WEST-1" } },
    { origin: "https://amplifybackend.eu-west-1.amazonaws.com", scope: "EU-WEST-1/amplifybackend" },
  ],
  ["that nobody knows yet", { config: { region: "xx-new-1" } }, sent("xx-new-1")],
  ["that is no host label", { config: { region: "evil.example/" } }, { failure: /evil\.example/ }],
  [
    "by a function that fails",
    { config: { region: () => Promise.reject<string>(new Error("no")) } },
    { failure: /./ },
  ],
];

function fips(region: string) {
  return {
    origin: `https://amplifybackend-fips.${region}.amazonaws.com`,
    scope: `${region}/amplifybackend`,
    resolved: expect.objectContaining({ region, useFipsEndpoint: true }),
  };
}

describe("a region", () => testRows(rows));

describe("AWS's shared files", () => {
  const elsewhere = { AWS_CONFIG_FILE: undefined, AWS_SHARED_CREDENTIALS_FILE: undefined };
  testRows([
    ["in ~/.aws", { variables: elsewhere, files: { "home/.aws/config": both.config } }, sent("eu-south-1")],
    [
      "of another home",
      {
        variables: { ...elsewhere, HOME: "$FOLDER/other" },
        files: { "home/.aws/config": both.config, "other/.aws/credentials": both.credentials },
      },
      sent("eu-north-1"),
    ],
    [
      "where AWS_CONFIG_FILE says",
      {
        variables: { AWS_CONFIG_FILE: "$FOLDER/here" },
        files: { ...both, here: ["[default]", "region = eu-west-2"], credentials: [] },
      },
      sent("eu-west-2"),
    ],
    [
      "where AWS_SHARED_CREDENTIALS_FILE says",
      {
        variables: { AWS_SHARED_CREDENTIALS_FILE: "$FOLDER/here" },
        files: { ...both, here: ["[default]", "region = eu-west-2"] },
      },
      sent("eu-west-2"),
    ],
    [
      "with ~ in a path",
      { variables: { AWS_CONFIG_FILE: "~/here" }, files: { "home/here": both.config } },
      sent("eu-south-1"),
    ],
    [
      "with [x] for [profile x] in the config file: not read",
      { config: { profile: "work" }, files: { config: ["[work]", "region = eu-south-2"] } },
      { failure: /egion is missing/ },
    ],
    [
      "with [profile default]",
      { files: { config: ["[profile default]", "region = eu-south-2"] } },
      sent("eu-south-2"),
    ],
    [
      "with [default] and [profile default]",
      { files: { config: ["[profile default]", "region = eu-south-2", "[default]", "region = eu-south-1"] } },
      sent("eu-south-2"),
    ],
    [
      "with [profile x] in the credentials file: not read",
      { config: { profile: "work" }, files: { credentials: ["[profile work]", "region = eu-south-2"] } },
      { failure: /egion is missing/ },
    ],
    [
      "with a name in quotes",
      { config: { profile: "work" }, files: { config: ['[profile "work"]', "region = eu-south-2"] } },
      sent("eu-south-2"),
    ],
    [
      "with comments, blanks and Windows' line ends",
      { files: { config: ["# mine\r", "[default]\r", "  region=eu-south-2 ; here\r", "\r"] } },
      sent("eu-south-2"),
    ],
    [
      "with a name that no object may have",
      { files: { config: ["[__proto__]", "region = eu-south-2"] } },
      { failure: /egion is missing/ },
    ],
  ]);
});

describe("the region of the machine", () => {
  const metadata = (url: string) => ({
    variables: { AWS_EC2_METADATA_DISABLED: undefined, AWS_EC2_METADATA_SERVICE_ENDPOINT: url },
  });

  test("is asked for where nothing else says one", async () => {
    await using server = await startServer(({ url }) => ({
      body: url.endsWith("token") ? "t" : "eu-west-3",
    }));
    const { official, ours } = await observeBoth(metadata(server.url));
    expect(official).toMatchObject(sent("eu-west-3"));
    expect(ours).toEqual(official);
    const asked = server.requests.map(({ method, url }) => `${method} ${url}`);
    expect(asked.slice(asked.length / 2)).toEqual(asked.slice(0, asked.length / 2));
  });

  test("is not asked for where something does", async () => {
    await using server = await startServer();
    const { official, ours } = await observeBoth({ ...metadata(server.url), files: both });
    expect(official).toMatchObject(sent("eu-north-1"));
    expect(ours).toEqual(official);
    expect(server.requests).toEqual([]);
  });

  // The last one: from here on the official client asks nobody for a minute.
  test("is missing where the machine does not know it", async () => {
    await using server = await startServer(() => ({ status: 404 }));
    const { official, ours } = await observeBoth(metadata(server.url));
    expect(official).toEqual({ failure: expect.stringMatching(/egion is missing/) });
    expect(ours).toEqual({ failure: expect.stringMatching(/egion is missing/) });
    expect(server.requests).toHaveLength(2);
  });
});

test(difference("empty-variable"), async () => {
  const { official, ours } = await observeBoth({ variables: { AWS_REGION: "" }, files: both });
  expect(official).toEqual({ failure: expect.stringContaining('region=""') });
  expect(ours).toMatchObject(sent("eu-north-1"));
});

test.each(["*", "xn--80ak6aa92e"])(`${difference("region-star")}: %s`, async (region) => {
  const { official, ours } = await observeBoth({ config: { region } });
  expect(official).toMatchObject({ origin: `https://amplifybackend.${region}.amazonaws.com` });
  expect(ours).toEqual({ failure: expect.stringContaining("cannot be part of a host name") });
});

test(difference("signing-region"), async () => {
  const config = { region: "eu-west-1", signingRegion: "a.b/../c" };
  const { official, ours } = await observeBoth({ config });
  expect(official).toMatchObject({ scope: "a.b/../c/amplifybackend" });
  expect(ours).toEqual({ failure: expect.stringContaining("cannot be part of a host name") });
});

afterAll(() => console.log(`regions and shared files: ${situationsObserved()} situations compared`));
