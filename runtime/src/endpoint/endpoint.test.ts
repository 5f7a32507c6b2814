import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readSharedData } from "../testing/shared-data.js";
import type { EndpointInput } from "./endpoint.js";
import { parseEndpoint } from "./parse-endpoint.js";
import { PARTITIONS, partitionOf } from "./partitions.js";
import { readRegion } from "./region.js";
import { resolveEndpoint } from "./resolve-endpoint.js";

interface EndpointCase {
  readonly documentation: string;
  readonly params?: {
    readonly Region?: string;
    readonly UseFIPS?: boolean;
    readonly UseDualStack?: boolean;
    readonly Endpoint?: string;
  };
  readonly expect: { readonly endpoint?: { readonly url: string }; readonly error?: string };
}

interface PartitionsFile {
  readonly partitions: readonly {
    readonly id: string;
    readonly regionRegex: string;
    readonly regions: Readonly<Record<string, unknown>>;
    readonly outputs: {
      readonly dnsSuffix: string;
      readonly dualStackDnsSuffix: string;
      readonly supportsDualStack: boolean;
      readonly supportsFIPS: boolean;
    };
  }[];
}

const cases = readSharedData("amplifybackend.endpoint-tests.json") as
  | { testCases: EndpointCase[] }
  | undefined;
const facts = readSharedData("partitions.json") as PartitionsFile | undefined;

function urlFor({ params = {} }: EndpointCase): string {
  const { protocol, hostname, path } = resolveEndpoint({
    endpointPrefix: "amplifybackend",
    region: params.Region,
    useFips: params.UseFIPS,
    useDualStack: params.UseDualStack,
    endpoint: params.Endpoint === undefined ? undefined : parseEndpoint(params.Endpoint),
  });
  return `${protocol}//${hostname}${path === "/" ? "" : path}`;
}

(cases === undefined ? describe.skip : describe)("AWS's own endpoint cases", () => {
  test("are all here", () => {
    expect(cases?.testCases).toHaveLength(37);
  });

  test.each((cases?.testCases ?? []).map((each) => [each.documentation, each] as const))(
    "%s",
    (_name, each) => {
      if (each.expect.error !== undefined) expect(() => urlFor(each)).toThrow(each.expect.error);
      else expect(urlFor(each)).toBe(each.expect.endpoint?.url);
    },
  );
});

(facts === undefined ? describe.skip : describe)("AWS's own partitions", () => {
  test("are ours, in all their facts", () => {
    const mine = PARTITIONS.map((each) => ({
      id: each.id,
      regionRegex: each.regions.source,
      dnsSuffix: each.dnsSuffix,
      dualStackDnsSuffix: each.dualStackDnsSuffix,
      // There is no code for a partition that lacks one of them.
      supportsFIPS: true,
      supportsDualStack: true,
    }));
    const theirs = facts?.partitions.map(({ id, regionRegex, outputs }) => ({
      id,
      regionRegex: new RegExp(regionRegex.replaceAll("\\-", "-")).source,
      dnsSuffix: outputs.dnsSuffix,
      dualStackDnsSuffix: outputs.dualStackDnsSuffix,
      supportsFIPS: outputs.supportsFIPS,
      supportsDualStack: outputs.supportsDualStack,
    }));
    expect(mine).toEqual(theirs);
  });

  test("hold every known region", () => {
    for (const { id, regions } of facts?.partitions ?? []) {
      for (const region of Object.keys(regions))
        expect([region, partitionOf(region).id]).toEqual([region, id]);
    }
  });
});

test("a region that nobody knows yet is commercial", () => {
  expect(partitionOf("xx-new-1").id).toBe("aws");
});

describe("a region", () => {
  test.each([
    ["us-east-1", { region: "us-east-1", fips: false }],
    ["fips-us-east-1", { region: "us-east-1", fips: true }],
    ["us-gov-west-1-fips", { region: "us-gov-west-1", fips: true }],
    ["fips-dkr-us-west-2", { region: "us-west-2", fips: true }],
    ["aws-fips", { region: "us-east-1", fips: true }],
  ])("%s is understood", (value, expected) => {
    expect(readRegion(value)).toEqual(expected);
  });

  test.each([undefined, "", null, 5, {}])("%p is refused", (value) => {
    expect(() => readRegion(value)).toThrow('The region is missing: it must be text, such as "eu-west-1".');
  });

  test.each(["evil.com/", "a.b", "x@evil.com", "-a", "a-", "a b", "a\n", "a#", "a".repeat(64), "é"])(
    "%j never becomes part of a host",
    (value) => {
      expect(() => readRegion(value)).toThrow(/cannot be part of a host name/);
    },
  );

  test("that is accepted stays one label of the host", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let region: string;
        try {
          ({ region } = readRegion(text));
        } catch {
          return;
        }
        const { hostname } = resolveEndpoint({ endpointPrefix: "amplifybackend", region });
        expect(new URL(`https://${hostname}/`).hostname).toBe(hostname.toLowerCase());
        expect(hostname.split(".")).toHaveLength(4);
      }),
    );
  });
});

describe("an endpoint", () => {
  test.each<[EndpointInput, object]>([
    ["http://localhost:4566", { protocol: "http:", hostname: "localhost", port: 4566, path: "/" }],
    ["https://example.com/", { protocol: "https:", hostname: "example.com", port: undefined, path: "/" }],
    ["https://example.com/a%20b/c.d/...", { hostname: "example.com", path: "/a%20b/c.d/..." }],
    ["  https://example.com/ü\n", { hostname: "example.com", path: "/%C3%BC" }],
    ["https://example.com/base/path/", { protocol: "https:", hostname: "example.com", path: "/base/path" }],
    ["http://[::1]:80", { protocol: "http:", hostname: "[::1]", port: undefined, path: "/" }],
    [new URL("https://example.com/?a=1&a=2"), { hostname: "example.com", query: { a: ["1", "2"] } }],
    [
      { protocol: "http", hostname: "localhost", port: 1, path: "" },
      { protocol: "http:", hostname: "localhost", port: 1, path: "/" },
    ],
    [
      { protocol: "https:", hostname: "EXAMPLE.com", port: 443, path: "base" },
      { hostname: "example.com", port: undefined, path: "/base" },
    ],
    [{ protocol: "https:", hostname: "example.com" } as EndpointInput, { path: "/" }],
    [{ url: new URL("https://example.com/base") }, { hostname: "example.com", path: "/base" }],
    [
      { url: new URL("https://example.com"), headers: { "X-Tenant": ["a", "b"] } },
      { hostname: "example.com", headers: { "x-tenant": "a, b" } },
    ],
    [
      { protocol: "https:", hostname: "example.com", path: "/", headers: { "x-tenant": "a" } },
      { headers: { "x-tenant": "a" } },
    ],
  ])("%p is understood", (input, expected) => {
    expect(parseEndpoint(input)).toMatchObject(expected);
  });

  test.each<[unknown, RegExp]>([
    ["example.com", /no URL/],
    ["", /no URL/],
    ["ftp://example.com", /neither http nor https/],
    ["https://example.com/a/../secret", /segments/],
    ["https://example.com/secret/..", /segments/],
    ["https://example.com/.?a#b", /segments/],
    ["https://example.com/a/%2e%2E/secret", /segments/],
    ["https://example.com/a\\..\\secret", /segments/],
    ["https://example.com/a//secret", /segments/],
    ["https://example.com/a\n/secret", /segments/],
    ["https://example.com/a/..%2fsecret", /segments/],
    ["https:example.com/a/../secret", /segments/],
    ["https://example.com/it's-secret", /encoded/],
    [{ protocol: "https:", hostname: "a", path: "/a|secret" }, /encoded/],
    ["https:\\\\example.com\\..\\secret", /segments/],
    ["https://user:secret@example.com", /user name or password/],
    [{ protocol: "https:", hostname: "a/b", path: "/" }, /no host/],
    [{ protocol: "https:", hostname: "evil.com#", path: "/" }, /no host/],
    [{ protocol: "https:", hostname: "a", path: "/x/../y" }, /segments/],
    [{ protocol: "https:", hostname: "a", path: "/x//y" }, /segments/],
    [{ protocol: "https:", hostname: "a", path: "/x?y=1" }, /encoded/],
    [{ protocol: "https:", hostname: "a", path: "/x#y" }, /encoded/],
    [{ protocol: "https:", hostname: "a", path: "/x y" }, /encoded/],
    [{ protocol: "https:", hostname: "a", path: "/ü" }, /encoded/],
    [{ protocol: "https:", hostname: "a", path: "/%2e%2e" }, /segments/],
    [{ protocol: "https:", hostname: "a", path: "/", port: "80/secret" }, /port/],
    [{ protocol: "https:", hostname: "a", path: "/", port: 70_000 }, /no URL/],
    [{ protocol: "https:", hostname: "a", path: 5 }, /text/],
    [{}, /text/],
    [{ url: null }, /neither text nor an object/],
    [{ url: new URL("https://a"), headers: { "x-a": ["secret\r\nx-b: 1"] } }, /header/],
    [{ url: new URL("https://a"), headers: { "x a": ["1"] } }, /header/],
    [{ protocol: "https:", hostname: "a", path: "/", headers: { "x-a": 5 } }, /header/],
    ["https://..", /no host/],
    [5, /neither text nor an object/],
    [null, /neither text nor an object/],
  ])("%p is refused, and not quoted", (input, message) => {
    const parse = () => parseEndpoint(input as EndpointInput);
    expect(parse).toThrow(message);
    expect(parse).not.toThrow(/secret/);
  });
});
