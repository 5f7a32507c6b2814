import { beforeAll, describe, expect, test } from "@jest/globals";
import {
  type BrowserClient,
  type FetchedRequest,
  officialBrowserClient,
  ourBrowserClient,
} from "../support/browser-client.js";
import { difference } from "../support/differences.js";

let ours: BrowserClient;
let official: BrowserClient;
beforeAll(async () => {
  [ours, official] = await Promise.all([ourBrowserClient(), officialBrowserClient()]);
}, 60_000);

const INPUT = { AppId: "app", BackendEnvironmentName: "dev", JobId: "job" };

/** What a configuration decides of a request. */
function decided({ origin, url, headers }: FetchedRequest): object {
  const [, accessKeyId, scope] =
    /Credential=([^/]+)\/\d+\/(.+)\/aws4_request/.exec(headers["authorization"] ?? "") ?? [];
  return {
    to: origin + url,
    accessKeyId,
    scope,
    token: headers["x-amz-security-token"],
    attempts: headers["amz-sdk-request"],
    tenant: headers["x-own-tenant"],
    userAgent: String(headers["x-amz-user-agent"])
      .replace(/^.* api\/\S+/, "")
      .replace(/ m\/\S*/, ""),
    hour: String(headers["x-amz-date"]).slice(0, 11),
  };
}

describe("without files and environment variables, keys do the same as in the official client", () => {
  test.each<[string, object, object]>([
    [
      "nothing",
      {},
      {
        to: "https://amplifybackend.eu-west-1.amazonaws.com/backend/app/job/dev/job",
        attempts: "attempt=1; max=3",
      },
    ],
    ["a region", { region: async () => "us-east-2" }, { scope: "us-east-2/amplifybackend" }],
    [
      "an endpoint",
      { endpoint: "https://example.com/base" },
      { to: "https://example.com/base/backend/app/job/dev/job" },
    ],
    [
      "an endpoint with headers",
      { endpoint: { url: new URL("https://headers.example"), headers: { "x-own-tenant": ["a"] } } },
      { tenant: "a" },
    ],
    ["FIPS", { useFipsEndpoint: true }, { to: expect.stringContaining("amplifybackend-fips.") }],
    ["dual-stack", { useDualstackEndpoint: async () => true }, { to: expect.stringContaining(".api.aws/") }],
    ["attempts", { maxAttempts: 5, retryMode: "adaptive" }, { attempts: "attempt=1; max=5" }],
    [
      "an application",
      { userAgentAppId: "app", customUserAgent: "mine/1" },
      { userAgent: " app/app mine/1" },
    ],
    [
      "temporary credentials",
      { credentials: async () => ({ accessKeyId: "TEMP", secretAccessKey: "s", sessionToken: "token" }) },
      { accessKeyId: "TEMP", token: "token" },
    ],
    ["another clock", { systemClockOffset: 86_400_000 }, {}],
    ["another region for signatures", { signingRegion: "us-east-1" }, { scope: "us-east-1/amplifybackend" }],
    ["a defaults mode", { defaultsMode: "mobile" }, {}],
    ["a profile, which is nowhere", { profile: "work" }, { scope: "eu-west-1/amplifybackend" }],
  ])("%s", async (_what, config, expected) => {
    const request = decided(await ours.requestOf("GetBackendJob", INPUT, config));
    expect(request).toMatchObject(expected);
    expect({ ours: request }).toEqual({
      ours: decided(await official.requestOf("GetBackendJob", INPUT, config)),
    });
  });

  test("no credentials fails", async () => {
    const config = { credentials: undefined };
    await expect(ours.requestOf("GetBackendJob", INPUT, config)).rejects.toThrow(/no credentials/);
    await expect(official.requestOf("GetBackendJob", INPUT, config)).rejects.toThrow("Credential is missing");
  });

  test(difference("browser-region"), async () => {
    const config = { region: undefined };
    await expect(ours.requestOf("GetBackendJob", INPUT, config)).rejects.toThrow(/region is missing/);
    await expect(official.requestOf("GetBackendJob", INPUT, config)).rejects.toBe("Region is missing");
  });
});
