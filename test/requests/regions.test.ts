import { afterAll, describe, expect, jest, test } from "@jest/globals";
import {
  AmplifyBackendClient,
  type AmplifyBackendClientConfig,
  GetBackendCommand,
} from "@tinsmith/amplifybackend";
import fc from "fast-check";
import { partitionOf } from "../../runtime/src/endpoint/partitions.js";
import { startServer } from "../../runtime/src/testing/local-server.js";
import { inSurroundings, type Surroundings } from "../differential/configuration/support/surroundings.js";
import { propertySettings } from "../differential/support/runs.js";
import { describeWithServiceData } from "../support/service-data.js";

/** What must never get into a host, and why somebody may try. */
const HOSTILE: readonly (readonly [what: string, region: string])[] = [
  ["another host before a path", "evil.com/"],
  ["another host before a query", "evil.com?"],
  ["another host before a fragment", "evil.com#"],
  ["another host before a backslash", "evil.com\\"],
  ["another host and port", "evil.com:443/"],
  ["user information", "x@evil.com"],
  ["two labels", "a.b"],
  ["a dot", "."],
  ["two dots", ".."],
  ["a dot at the end", "us-east-1."],
  ["an ideographic full stop", "us-east-1。evil"],
  ["a full-width dot", "a．b"],
  ["a blank within", "us east 1"],
  ["a line break", "us-east-1\r\nx: y"],
  ["a null character", "us-east-1\0.evil.com"],
  ["percent-encoding", "us-east-1%2eevil"],
  ["punycode", "xn--80ak6aa92e"],
  ["letters that look alike", "us-eаst-1"],
  ["full-width letters", "ｕｓ-east-1"],
  ["64 characters", "a".repeat(64)],
  ["a hyphen before", "-us-east-1"],
  ["a hyphen behind", "us-east-1-"],
  ["an underscore", "us_east_1"],
  ["a star", "*"],
  ["an IPv6 address", "[::1]"],
  ["a template", "{Region}"],
  ["FIPS and nothing else", "fips-"],
  ["nothing before FIPS", "-fips"],
  ["a host marked as FIPS", "fips-evil.com/"],
  ["a host with FIPS behind", "evil.com/-fips"],
];

const handle = jest.fn(async (_request: { hostname: string }) => ({
  response: { statusCode: 200, headers: {}, body: "{}" },
}));

/** What a call under a configuration ends in: the host that it goes to, or the name of an error. */
const outcomeOf = async (config: AmplifyBackendClientConfig, around: Surroundings = {}): Promise<string> => {
  handle.mockClear();
  return inSurroundings(around, async () => {
    const client = new AmplifyBackendClient({
      credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example-secret" },
      requestHandler: { handle },
      maxAttempts: 1,
      ...config,
    });
    const result = await client.safeSend(new GetBackendCommand({ AppId: "app" }));
    return result.success ? (handle.mock.calls[0]?.[0].hostname ?? "") : result.error.name;
  });
};

let refused = 0;
afterAll(() => console.log(`regions: ${refused} refused before anything was sent`));
const expectRefusal = async (config: AmplifyBackendClientConfig, around?: Surroundings): Promise<void> => {
  expect(await outcomeOf(config, around)).toBe("ConfigurationError");
  expect(handle).not.toHaveBeenCalled();
  refused++;
};

describe.each(HOSTILE)("a region with %s is refused", (_what, region) => {
  test("in code", () => expectRefusal({ region }));
  test("from a function", () => expectRefusal({ region: async () => region }));
  test("for FIPS, or for both stacks", async () => {
    await expectRefusal({ region, useFipsEndpoint: true });
    await expectRefusal({ region, useDualstackEndpoint: true });
    await expectRefusal({ region, useFipsEndpoint: true, useDualstackEndpoint: true });
  });
  test("of the signature", async () => {
    await expectRefusal({ region: "us-east-1", signingRegion: region });
    await expectRefusal({ region, endpoint: "https://example.com" });
  });
  test("in the environment", async () => {
    // The system's own variables end at a null character.
    await expectRefusal({}, { variables: { AWS_REGION: region.replace("\0", "") } });
  });
  test("in a profile", async () => {
    // A line break ends the setting, and `#` may begin a comment.
    const lines = ["[default]", `region = ${region.replace("#", "/").replaceAll(/[\r\n]/g, "_")}`];
    await expectRefusal({}, { files: { config: lines } });
  });
});

test("a region of the machine is refused as any other", async () => {
  for (const [, region] of HOSTILE) {
    await using server = await startServer(({ url }) => ({ body: url.endsWith("token") ? "t" : region }));
    const variables = {
      AWS_EC2_METADATA_DISABLED: undefined,
      AWS_EC2_METADATA_SERVICE_ENDPOINT: server.url,
    };
    await expectRefusal({}, { variables });
  }
});

test.each([
  [""],
  [undefined],
  [null],
  [5],
  [["us-east-1"]],
  [{ toString: () => "us-east-1" }],
  [new String("us-east-1")],
])("%p is no region", async (region) => {
  await expectRefusal({ region: (async () => region) as never });
  if (region != null) await expectRefusal({ region: "us-east-1", signingRegion: region as never });
});

test("a name for the service that is none changes no host", async () => {
  for (const serviceId of ["evil.com/", "..", "a b", "__proto__"])
    expect(await outcomeOf({ region: "us-east-1", serviceId })).toBe(
      "amplifybackend.us-east-1.amazonaws.com",
    );
});

test.each([
  ["EU-WEST-1", {}, "amplifybackend.eu-west-1.amazonaws.com"],
  ["fips-us-gov-west-1", {}, "amplifybackend-fips.us-gov-west-1.amazonaws.com"],
  ["us-east-1-fips", { useDualstackEndpoint: true }, "amplifybackend-fips.us-east-1.api.aws"],
  ["cn-north-1", { useFipsEndpoint: true }, "amplifybackend-fips.cn-north-1.amazonaws.com.cn"],
])("%s under %j goes to %s", async (region, config, host) => {
  expect(await outcomeOf({ region, ...config })).toBe(host);
});

test("whatever the region is, the host is the service's of some partition, or none", async () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.string({
      unit: fc.constantFrom(..."a1-.@/:#?\\%_ ", "fips-", "-fips", "us-east-1", "xn--"),
      maxLength: 6,
    }),
  );
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.boolean(),
      fc.boolean(),
      async (region, useFipsEndpoint, useDualstackEndpoint) => {
        const outcome = await outcomeOf({
          region: async () => region,
          useFipsEndpoint,
          useDualstackEndpoint,
        });
        if (outcome === "ConfigurationError") return expect(handle).not.toHaveBeenCalled();
        const [service = "", label = "", ...suffix] = outcome.split(".");
        expect(service).toMatch(/^amplifybackend(-fips)?$/);
        expect(label).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
        const { dnsSuffix, dualStackDnsSuffix } = partitionOf(label);
        expect(suffix.join(".")).toBe(useDualstackEndpoint ? dualStackDnsSuffix : dnsSuffix);
        expect(new URL(`https://${outcome}/`).hostname).toBe(outcome);
        sent++;
      },
    ),
    propertySettings(300),
  );
  expect(sent).toBeGreaterThan(10);
});

interface Partitions {
  readonly partitions: readonly {
    readonly regions: Readonly<Record<string, unknown>>;
    readonly outputs: { readonly dnsSuffix: string; readonly dualStackDnsSuffix: string };
  }[];
}

describeWithServiceData<Partitions>("AWS's own regions", "partitions.json", ({ partitions }) => {
  test("are all accepted, and lead to hosts of their partition", async () => {
    let regions = 0;
    for (const { regions: names, outputs } of partitions) {
      for (const region of Object.keys(names)) {
        const host = `amplifybackend.${region}`;
        expect(await outcomeOf({ region })).toBe(`${host}.${outputs.dnsSuffix}`);
        const dualStack = await outcomeOf({ region, useDualstackEndpoint: true });
        expect(dualStack).toBe(`${host}.${outputs.dualStackDnsSuffix}`);
        regions++;
      }
    }
    expect(regions).toBeGreaterThan(40);
  });
});
