import { describe, expect, jest, test } from "@jest/globals";
import { takeSteps } from "../common/steps.js";
import { Client, type ClientConfig, type Endpoint, type ResolvedClientConfig } from "../index.js";
import { service } from "../testing/amplify.js";
import { startServer } from "../testing/local-server.js";
import { writeSharedFiles } from "../testing/shared-files.js";
import { userAgentHeaders } from "./user-agent.js";

const files = writeSharedFiles({
  config: [
    "[default]",
    "region = eu-central-1",
    "max_attempts = 5",
    "retry_mode = adaptive",
    "use_fips_endpoint = true",
    "[profile local]",
    "region = us-west-2",
    "use_dualstack_endpoint = true",
    "disable_clock_skew_correction = true",
    "defaults_mode = cross-region",
    "sdk-ua-app-id = c",
    "endpoint_url = http://localhost:1",
    "services = mine",
    "[profile ignoring]",
    "ignore_configured_endpoint_urls = true",
    "endpoint_url = http://localhost:1",
    "[profile lost]",
    "services = nowhere",
    "[profile broken]",
    "max_attempts = many",
    "use_fips_endpoint = yes",
    "[services mine]",
    "amplifybackend =",
    "  endpoint_url = http://localhost:2",
  ],
  credentials: ["[default]", "region = eu-north-1"],
});

function resolve(config: ClientConfig, variables: Record<string, string> = {}): ResolvedClientConfig {
  return new Client(service, { ...config, environment: { variables: { ...files.variables, ...variables } } })
    .config;
}

/** What a call asks. */
const endpointOf = (config: ResolvedClientConfig): Promise<Endpoint | undefined> =>
  config.endpoint?.() ?? config.configuredEndpoint();

type Key =
  | "region"
  | "maxAttempts"
  | "retryMode"
  | "useFipsEndpoint"
  | "useDualstackEndpoint"
  | "disableClockSkewCorrection"
  | "defaultsMode"
  | "userAgentAppId";

const rows: [
  what: string,
  key: Key,
  config: ClientConfig,
  variables: Record<string, string>,
  expected: unknown,
][] = [
  ["region in code", "region", { region: "ap-south-1" }, { AWS_REGION: "us-east-2" }, "ap-south-1"],
  ["region by a function", "region", { region: async () => "ap-south-1" }, {}, "ap-south-1"],
  ["region by variable", "region", {}, { AWS_REGION: "us-east-2" }, "us-east-2"],
  ["region by credentials file before config file", "region", {}, {}, "eu-north-1"],
  ["region by AWS_PROFILE", "region", {}, { AWS_PROFILE: "local" }, "us-west-2"],
  ["region by profile in code", "region", { profile: "local" }, { AWS_PROFILE: "default" }, "us-west-2"],
  ["region with an empty variable", "region", {}, { AWS_REGION: "" }, "eu-north-1"],
  ["region out of its FIPS name", "region", { region: "fips-us-east-1" }, {}, "us-east-1"],
  ["attempts in code", "maxAttempts", { maxAttempts: 1 }, { AWS_MAX_ATTEMPTS: "9" }, 1],
  ["attempts by variable", "maxAttempts", {}, { AWS_MAX_ATTEMPTS: "9" }, 9],
  ["attempts by file", "maxAttempts", {}, {}, 5],
  ["attempts by default", "maxAttempts", { profile: "local" }, {}, 3],
  ["retry mode by variable", "retryMode", {}, { AWS_RETRY_MODE: "standard" }, "standard"],
  ["retry mode by file", "retryMode", {}, {}, "adaptive"],
  ["retry mode by default", "retryMode", { profile: "local" }, {}, "standard"],
  ["FIPS in code", "useFipsEndpoint", { useFipsEndpoint: false }, { AWS_USE_FIPS_ENDPOINT: "true" }, false],
  ["FIPS by variable", "useFipsEndpoint", {}, { AWS_USE_FIPS_ENDPOINT: "false" }, false],
  ["FIPS by file", "useFipsEndpoint", {}, {}, true],
  ["FIPS by region", "useFipsEndpoint", { region: "us-east-1-fips", useFipsEndpoint: false }, {}, true],
  ["FIPS by default", "useFipsEndpoint", { profile: "local" }, {}, false],
  ["dual-stack by a function", "useDualstackEndpoint", { useDualstackEndpoint: async () => true }, {}, true],
  ["dual-stack by variable", "useDualstackEndpoint", {}, { AWS_USE_DUALSTACK_ENDPOINT: "true" }, true],
  ["dual-stack by file", "useDualstackEndpoint", { profile: "local" }, {}, true],
  ["dual-stack by default", "useDualstackEndpoint", {}, {}, false],
  [
    "own time by a function",
    "disableClockSkewCorrection",
    { disableClockSkewCorrection: async () => true },
    {},
    true,
  ],
  [
    "own time by variable",
    "disableClockSkewCorrection",
    {},
    { AWS_DISABLE_CLOCK_SKEW_CORRECTION: "true" },
    true,
  ],
  ["own time by file", "disableClockSkewCorrection", { profile: "local" }, {}, true],
  ["own time by default", "disableClockSkewCorrection", {}, {}, false],
  ["mode in code", "defaultsMode", { defaultsMode: "mobile" }, { AWS_DEFAULTS_MODE: "legacy" }, "mobile"],
  ["mode by variable", "defaultsMode", {}, { AWS_DEFAULTS_MODE: "In-Region" }, "in-region"],
  ["mode by file", "defaultsMode", { profile: "local" }, {}, "cross-region"],
  ["mode by default", "defaultsMode", {}, {}, "legacy"],
  ["mode found out, where nobody knows", "defaultsMode", { defaultsMode: "auto" }, {}, "standard"],
  [
    "mode found out, in the region",
    "defaultsMode",
    { defaultsMode: "auto" },
    { AWS_EXECUTION_ENV: "x", AWS_REGION: "eu-west-1" },
    "in-region",
  ],
  ["application in code", "userAgentAppId", { userAgentAppId: "a" }, { AWS_SDK_UA_APP_ID: "b" }, "a"],
  ["application by variable", "userAgentAppId", {}, { AWS_SDK_UA_APP_ID: "b" }, "b"],
  ["application by file", "userAgentAppId", { profile: "local" }, {}, "c"],
  ["application by default", "userAgentAppId", {}, {}, undefined],
];

test.each(rows)("%s", async (_what, key, config, variables, expected) => {
  await expect(resolve(config, variables)[key]()).resolves.toBe(expected);
});

describe("the endpoint", () => {
  test.each<[string, ClientConfig, Record<string, string>, number | undefined]>([
    ["in code", { endpoint: "http://localhost:9" }, { AWS_ENDPOINT_URL: "http://localhost:8" }, 9],
    ["by a function", { endpoint: async () => "http://localhost:9" }, {}, 9],
    [
      "by the service's variable",
      {},
      { AWS_ENDPOINT_URL: "http://localhost:8", AWS_ENDPOINT_URL_AMPLIFYBACKEND: "http://localhost:7" },
      7,
    ],
    ["by the variable for all services", { profile: "local" }, { AWS_ENDPOINT_URL: "http://localhost:8" }, 8],
    ["by a services section", { profile: "local" }, {}, 2],
    ["nowhere", {}, {}, undefined],
    [
      "ignored by variable",
      { profile: "local" },
      { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true", AWS_ENDPOINT_URL: "http://localhost:8" },
      undefined,
    ],
    ["ignored by profile", { profile: "ignoring" }, {}, undefined],
    [
      "ignored in code",
      { ignoreConfiguredEndpointUrls: true },
      { AWS_ENDPOINT_URL: "http://localhost:8" },
      undefined,
    ],
    ["empty in code", { endpoint: "" }, { AWS_ENDPOINT_URL: "http://localhost:8" }, 8],
  ])("%s", async (_name, config, variables, port) => {
    expect((await endpointOf(resolve(config, variables)))?.port).toBe(port);
  });

  test("of a services section that is missing is an error", async () => {
    const lost = resolve({ profile: "lost" });
    await expect(endpointOf(lost)).rejects.toThrow(/"nowhere", which is not in the config file/);
  });
});

describe("what cannot work", () => {
  test.each<
    [string, (config: ResolvedClientConfig) => Promise<unknown>, ClientConfig, Record<string, string>, RegExp]
  >([
    [
      "no region",
      ({ region }) => region(),
      { profile: "ignoring" },
      {},
      /Pass `region`.*profile "ignoring"\.$/,
    ],
    [
      "no region, but AWS_DEFAULT_REGION",
      ({ region }) => region(),
      { profile: "ignoring" },
      { AWS_DEFAULT_REGION: "x" },
      /do not read it/,
    ],
    [
      "a region that is no host label",
      ({ region }) => region(),
      { region: "a.b/c" },
      {},
      /cannot be part of a host name/,
    ],
    [
      "a region function that fails",
      ({ region }) => region(),
      { region: () => Promise.reject(new Error("x")) },
      {},
      /`region` is set to has failed/,
    ],
    [
      "attempts that are no number",
      ({ maxAttempts }) => maxAttempts(),
      { profile: "broken" },
      {},
      /max_attempts in profile "broken" must be a whole number/,
    ],
    [
      "attempts below zero",
      ({ maxAttempts }) => maxAttempts(),
      { maxAttempts: -1 },
      {},
      /whole number, not -1/,
    ],
    [
      "FIPS that is neither true nor false",
      ({ useFipsEndpoint }) => useFipsEndpoint(),
      { profile: "broken" },
      {},
      /true or false/,
    ],
    [
      "a variable that is neither",
      ({ useFipsEndpoint }) => useFipsEndpoint(),
      {},
      { AWS_USE_FIPS_ENDPOINT: "1" },
      /AWS_USE_FIPS_ENDPOINT must be true or false/,
    ],
    [
      "a retry mode that there is not",
      ({ retryStrategy }) => retryStrategy(),
      { retryMode: "fast" },
      {},
      /"fast" is neither/,
    ],
  ])("is named: %s", async (_name, look, config, variables, message) => {
    await expect(look(resolve(config, variables))).rejects.toMatchObject({
      name: "ConfigurationError",
      message: expect.stringMatching(message),
    });
  });
});

test("looks nothing up before a call needs it, and then once", async () => {
  const region = jest.fn(async () => "eu-west-1");
  const config = resolve({ region });
  expect(region).not.toHaveBeenCalled();
  expect(await config.retryStrategy()).toBe(await config.retryStrategy());
});

test("without anything else, the process's own variables count", async () => {
  const before = process.env["AWS_REGION"];
  process.env["AWS_REGION"] = "il-central-1";
  try {
    await expect(new Client(service).config.region()).resolves.toBe("il-central-1");
  } finally {
    if (before === undefined) delete process.env["AWS_REGION"];
    else process.env["AWS_REGION"] = before;
  }
});

test("user agents name client, platform and user, and hold nothing that a header may not", async () => {
  const config = resolve({ customUserAgent: [["my app/1", "2 (x)"], ["plain\r\nevil: 1"], ["bare", ""]] });
  const headers = await takeSteps(userAgentHeaders(service, config), undefined);
  expect(headers["user-agent"]).toMatch(
    /^tinsmith-amplifybackend\/0\.1\.0 ua\/2\.1 os\/\S+ lang\/js md\/nodejs#\d+\.\d+\.\d+ api\/amplifybackend#0\.1\.0 /,
  );
  expect(headers["x-amz-user-agent"]).toBe(
    "tinsmith-amplifybackend/0.1.0 my-app/1#2--x- plain--evil--1 bare",
  );
});

test("a region that the machine did not know is asked for again", async () => {
  let known = false;
  await using server = await startServer(() => (known ? { body: "eu-west-3" } : { status: 404 }));
  const { variables: quiet } = writeSharedFiles({ config: [], credentials: [] });
  const variables = {
    ...quiet,
    AWS_EC2_METADATA_DISABLED: "",
    AWS_EC2_METADATA_SERVICE_ENDPOINT: server.url,
  };
  const { config } = new Client(service, { environment: { variables } });
  await expect(config.region()).rejects.toThrow("The region is missing.");
  known = true;
  jest.spyOn(Date, "now").mockReturnValue(Date.now() + 61_000);
  await expect(config.region()).resolves.toBe("eu-west-3");
  jest.restoreAllMocks();
});
