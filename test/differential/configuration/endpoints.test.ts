import { afterAll, describe, expect, test } from "@jest/globals";
import { difference } from "../support/differences.js";
import { observeBoth, type Situation, situationsObserved } from "./support/observe.js";
import { keepConsoleQuiet } from "./support/quiet-console.js";
import { type Row, testRows } from "./support/rows.js";

keepConsoleQuiet();

const JOB = "/backend/app/job/dev/job";
const region = "eu-west-1";
const usual = {
  origin: "https://amplifybackend.eu-west-1.amazonaws.com",
  path: JOB,
  scope: "eu-west-1/amplifybackend",
};
const at = (origin: string, path = "") => ({ origin, path: `${path}${JOB}`, scope: usual.scope, query: {} });

/** An endpoint in code; the types of the official client leave out forms that it takes all the same. */
const inCode = (endpoint: unknown): Situation => ({ config: { region, endpoint: endpoint as string } });

describe("an endpoint in code", () => {
  const forms: Row[] = [
    ["as text", inCode("https://example.com"), at("https://example.com")],
    ["as text with a port", inCode("http://127.0.0.1:4566"), at("http://127.0.0.1:4566")],
    [
      "as text with the port that goes without saying",
      inCode("https://example.com:443"),
      at("https://example.com"),
    ],
    ["as text with a path", inCode("https://example.com/base/path"), at("https://example.com", "/base/path")],
    ["as text in capitals", inCode("HTTPS://EXAMPLE.com"), at("https://example.com")],
    ["as text with an IPv6 address", inCode("http://[::1]:4566"), at("http://[::1]:4566")],
    ["as text with a fragment", inCode("https://example.com/#part"), at("https://example.com")],
    ["as empty text", inCode(""), usual],
    ["as null", inCode(null), usual],
    [
      "as parts",
      inCode({ protocol: "http:", hostname: "example.com", port: 8080, path: "/base" }),
      at("http://example.com:8080", "/base"),
    ],
    [
      "as parts with the root",
      inCode({ protocol: "https:", hostname: "example.com", path: "/" }),
      at("https://example.com"),
    ],
    [
      "as parts with headers",
      inCode({ protocol: "https:", hostname: "parts.example", path: "/", headers: { "x-own-tenant": "a" } }),
      { ...at("https://parts.example"), headers: { "x-own-tenant": "a" } },
    ],
    [
      "of an endpoint rule",
      inCode({ url: new URL("https://example.com/base") }),
      at("https://example.com", "/base"),
    ],
    [
      "of an endpoint rule with headers",
      inCode({ url: new URL("https://rule.example"), headers: { "X-Own-Tenant": ["a", "b"] } }),
      { ...at("https://rule.example"), headers: { "x-own-tenant": "a, b" } },
    ],
    [
      "in parts, its port as text",
      inCode({ protocol: "http:", hostname: "example.com", port: "8080" as never, path: "/" }),
      at("http://example.com:8080"),
    ],
    ["as a function of text", inCode(() => "https://example.com"), at("https://example.com")],
    [
      "as a function of a promise of text",
      inCode(async () => "https://example.com"),
      at("https://example.com"),
    ],
    [
      "as a function of parts",
      inCode(async () => ({ protocol: "http:", hostname: "example.com", port: 1, path: "/" })),
      at("http://example.com:1"),
    ],
    [
      "as a function of an endpoint rule",
      inCode(async () => ({ url: new URL("https://example.com/base") })),
      at("https://example.com", "/base"),
    ],
    ["that is no URL", inCode("example.com"), { failure: /URL/ }],
    ["by a function that fails", inCode(() => Promise.reject(new Error("no"))), { failure: /./ }],
    [
      "together with FIPS",
      { config: { region, endpoint: "https://example.com", useFipsEndpoint: true } },
      { failure: /^Invalid Configuration: FIPS and custom endpoint are not supported$/ },
    ],
    [
      "together with dual-stack",
      { config: { region, endpoint: "https://example.com", useDualstackEndpoint: true } },
      { failure: /^Invalid Configuration: Dualstack and custom endpoint are not supported$/ },
    ],
    ["without a region", { config: { endpoint: "https://example.com" } }, { failure: /egion is missing/ }],
    ["without TLS", { config: { region, tls: false } }, usual],
    [
      "before all others",
      {
        config: { region, endpoint: "https://example.com" },
        variables: { AWS_ENDPOINT_URL: "http://all.example" },
      },
      at("https://example.com"),
    ],
  ];
  testRows(forms);
});

describe("an endpoint outside the code", () => {
  const files = {
    config: [
      "[default]",
      "endpoint_url = http://profile.example:1",
      "[profile services]",
      "endpoint_url = http://profile.example:2",
      "services = mine",
      "[profile others]",
      "services = others",
      "endpoint_url = http://profile.example:3",
      "[profile ignoring]",
      "endpoint_url = http://profile.example:4",
      "ignore_configured_endpoint_urls = true",
      "[services mine]",
      "s3 =",
      "  endpoint_url = http://s3.example",
      "amplifybackend =",
      "  endpoint_url = http://section.example",
      "[services others]",
      "s3 =",
      "  endpoint_url = http://s3.example",
    ],
  };
  const outside = (
    variables: Record<string, string>,
    config: Situation["config"] = { region },
  ): Situation => ({
    config,
    variables,
    files,
  });
  const rows: Row[] = [
    [
      "by the service's variable, before the one for all",
      outside({
        AWS_ENDPOINT_URL_AMPLIFYBACKEND: "http://own.example",
        AWS_ENDPOINT_URL: "http://all.example",
      }),
      at("http://own.example"),
    ],
    [
      "by the variable for all services, before files",
      outside({ AWS_ENDPOINT_URL: "http://all.example/x" }),
      at("http://all.example", "/x"),
    ],
    [
      "not by another service's variable",
      outside({ AWS_ENDPOINT_URL_S3: "http://s3.example" }),
      at("http://profile.example:1"),
    ],
    [
      "by the variable of the `serviceId` in code",
      outside({ AWS_ENDPOINT_URL_MY_OWN: "http://own.example" }, { region, serviceId: "My Own" }),
      at("http://own.example"),
    ],
    ["by the profile", outside({}), at("http://profile.example:1")],
    [
      "by a services section, before the profile",
      outside({ AWS_PROFILE: "services" }),
      at("http://section.example"),
    ],
    [
      "by the profile, where the services section has other services",
      outside({ AWS_PROFILE: "others" }),
      at("http://profile.example:3"),
    ],
    [
      "by the credentials file",
      {
        config: { region },
        files: { credentials: ["[default]", "endpoint_url = http://credentials.example"] },
      },
      at("http://credentials.example"),
    ],
    ["ignored by the profile", outside({ AWS_PROFILE: "ignoring" }), usual],
    [
      "ignored by variable",
      outside({ AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true", AWS_ENDPOINT_URL: "http://all.example" }),
      usual,
    ],
    [
      "ignored by the profile, but not by variable",
      outside({ AWS_PROFILE: "ignoring", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "false" }),
      at("http://profile.example:4"),
    ],
    [
      "ignored in code",
      outside({ AWS_ENDPOINT_URL: "http://all.example" }, { region, ignoreConfiguredEndpointUrls: true }),
      usual,
    ],
    [
      "ignored in variables, but not in code",
      outside({ AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" }, { region, endpoint: "https://example.com" }),
      at("https://example.com"),
    ],
    [
      "for all services, where the code has empty text",
      outside({ AWS_ENDPOINT_URL: "http://all.example" }, { region, endpoint: "" }),
      at("http://all.example"),
    ],
    [
      "together with FIPS",
      outside({ AWS_ENDPOINT_URL: "http://all.example", AWS_USE_FIPS_ENDPOINT: "true" }),
      { failure: /FIPS and custom endpoint/ },
    ],
    ["that is no URL", outside({ AWS_ENDPOINT_URL: "all.example" }), { failure: /URL/ }],
    [
      "in an empty variable",
      outside({ AWS_ENDPOINT_URL: "", AWS_ENDPOINT_URL_AMPLIFYBACKEND: "" }),
      at("http://profile.example:1"),
    ],
  ];
  testRows(rows);
});

describe("FIPS and dual-stack", () => {
  const fips = { origin: "https://amplifybackend-fips.eu-west-1.amazonaws.com" };
  const dual = { origin: "https://amplifybackend.eu-west-1.api.aws" };
  const files = {
    config: ["[default]", "use_fips_endpoint = true", "[profile dual]", "use_dualstack_endpoint = true"],
  };
  const rows: Row[] = [
    ["FIPS in code", { config: { region, useFipsEndpoint: true } }, fips],
    ["FIPS by a function", { config: { region, useFipsEndpoint: async () => true } }, fips],
    ["FIPS by variable", { config: { region }, variables: { AWS_USE_FIPS_ENDPOINT: "true" } }, fips],
    ["FIPS by file", { config: { region }, files }, fips],
    [
      "FIPS by file, not by variable",
      { config: { region }, variables: { AWS_USE_FIPS_ENDPOINT: "false" }, files },
      usual,
    ],
    ["FIPS by file, not in code", { config: { region, useFipsEndpoint: false }, files }, usual],
    ["dual-stack in code", { config: { region, useDualstackEndpoint: true } }, dual],
    [
      "dual-stack by variable",
      { config: { region }, variables: { AWS_USE_DUALSTACK_ENDPOINT: "true" } },
      dual,
    ],
    ["dual-stack by the profile in code", { config: { region, profile: "dual" }, files }, dual],
    [
      "both",
      { config: { region, useFipsEndpoint: true, useDualstackEndpoint: async () => true } },
      { origin: "https://amplifybackend-fips.eu-west-1.api.aws" },
    ],
    [
      "in China",
      { config: { region: "cn-north-1", useDualstackEndpoint: true } },
      { origin: "https://amplifybackend.cn-north-1.api.amazonwebservices.com.cn" },
    ],
  ];
  testRows(rows);
});

describe("what differs", () => {
  test(difference("endpoint-trailing-slash"), async () => {
    const { official, ours } = await observeBoth(inCode("https://example.com/base/"));
    expect({ official, ours }).toMatchObject({
      official: { path: `/base/${JOB}` },
      ours: { path: `/base${JOB}` },
    });
  });

  test.each([
    ["a/../base", `/base${JOB}`],
    ["base/.", `/base/${JOB}`],
    ["base//", `/base//${JOB}`],
  ])(`${difference("endpoint-segments")}: %s`, async (path, sent) => {
    const { official, ours } = await observeBoth(inCode(`https://example.com/${path}`));
    expect(official).toMatchObject({ path: sent });
    expect(ours).toEqual({ failure: 'The endpoint has a path with empty, "." or ".." segments.' });
  });

  test(difference("endpoint-query"), async () => {
    const { official, ours } = await observeBoth(inCode("https://example.com/?stage=dev"));
    expect({ official, ours }).toMatchObject({
      official: { query: {} },
      ours: { query: { stage: ["dev"] } },
    });
  });

  test(difference("endpoint-forms"), async () => {
    const asUrl = await observeBoth(inCode(new URL("https://example.com/base")));
    expect(asUrl).toMatchObject({
      official: { origin: "https://example.comundefined", path: JOB },
      ours: at("https://example.com", "/base"),
    });
    const withoutColon = await observeBoth(inCode({ protocol: "https", hostname: "example.com", path: "/" }));
    expect(withoutColon).toMatchObject({
      official: { failure: "Invalid URL" },
      ours: at("https://example.com"),
    });
    const withoutPath = await observeBoth(inCode({ protocol: "https:", hostname: "example.com" } as never));
    expect(withoutPath).toMatchObject({
      official: { origin: "https://example.comundefined" },
      ours: at("https://example.com"),
    });
  });

  test(difference("endpoint-user"), async () => {
    const { official, ours } = await observeBoth(inCode("https://user:password@example.com"));
    expect(official).toMatchObject(at("https://example.com"));
    expect(ours).toEqual({ failure: "The endpoint holds a user name or password." });
  });

  test(difference("endpoint-headers"), async () => {
    const url = new URL("https://leak.example");
    await observeBoth(inCode({ url, headers: { "x-own-tenant": ["a"] } }));
    const { official, ours } = await observeBoth(inCode({ url }));
    expect(official).toMatchObject({ headers: { "x-own-tenant": "a" } });
    expect(ours).toMatchObject({ headers: {} });
  });

  test(difference("profile-in-code"), async () => {
    const { official, ours } = await observeBoth({
      config: { region, profile: "work" },
      files: {
        config: [
          "[default]",
          "endpoint_url = http://default.example",
          "[profile work]",
          "endpoint_url = http://work.example",
          "defaults_mode = mobile",
        ],
      },
    });
    const found = (origin: string, defaultsMode: string) => ({ ...at(origin), resolved: { defaultsMode } });
    expect(official).toMatchObject(found("http://default.example", "legacy"));
    expect(ours).toMatchObject(found("http://work.example", "mobile"));
  });

  test.each<[string, Situation, RegExp]>([
    [
      "AWS_USE_FIPS_ENDPOINT",
      { variables: { AWS_USE_FIPS_ENDPOINT: "TRUE" } },
      /AWS_USE_FIPS_ENDPOINT must be true or false/,
    ],
    [
      "use_dualstack_endpoint",
      { files: { config: ["[default]", "use_dualstack_endpoint = 1"] } },
      /use_dualstack_endpoint in profile "default" must be true or false/,
    ],
    [
      "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
      { variables: { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "1" } },
      /must be true or false/,
    ],
    [
      "a services section",
      { files: { config: ["[default]", "services = lost"] } },
      /"lost", which is not in the config file/,
    ],
  ])(`${difference("unreadable-setting")}: %s`, async (_what, situation, message) => {
    const { official, ours } = await observeBoth({ config: { region }, ...situation });
    expect(official).toMatchObject(usual);
    expect(ours).toEqual({ failure: expect.stringMatching(message) });
  });
});

afterAll(() => console.log(`endpoints: ${situationsObserved()} situations compared`));
