import { afterAll, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { PROPERTY_TIMEOUT, propertySettings } from "../support/runs.js";
import { type Observation, observeBoth, type Situation, situationsObserved } from "./support/observe.js";
import { keepConsoleQuiet } from "./support/quiet-console.js";

jest.setTimeout(PROPERTY_TIMEOUT);
keepConsoleQuiet();

/** A record with some of the keys. */
const some = (model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(model, { requiredKeys: [] });

const oneOf = <Value>(...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

const flags = oneOf("true", "false");
const regions = oneOf("eu-west-1", "us-gov-west-1", "cn-north-1", "xx-new-1", "no region");
const attempts = oneOf("0", "1", "4", "07", "2.9");
const retryModes = oneOf("standard", "adaptive", "legacy");
const endpoints = oneOf("http://127.0.0.1:4566", "https://example.com/base", "no URL");

/** What a value and a function for it can both say. */
const provided = <Value>(...values: Value[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    oneOf(...values),
    oneOf(...values).map((value) => async () => value),
  );

const section = some({
  region: fc.oneof(regions, oneOf("fips-us-east-1")),
  max_attempts: attempts,
  retry_mode: retryModes,
  use_fips_endpoint: flags,
  use_dualstack_endpoint: flags,
  sdk_ua_app_id: oneOf("shop", "my shop"),
  endpoint_url: endpoints,
  services: oneOf("mine"),
  ignore_configured_endpoint_urls: flags,
  defaults_mode: oneOf("standard", "mobile", "In-Region"),
});

const services = ["[services mine]", "amplifybackend =", "  endpoint_url = http://services.example"];

const files = fc
  .record({
    config: fc.dictionary(oneOf("default", "profile default", "profile work", "work"), section),
    credentials: fc.dictionary(oneOf("default", "work", "profile work"), section),
  })
  .map(({ config, credentials }) => ({
    config: [...writeSections(config), ...services],
    credentials: writeSections(credentials),
  }));

const variables = some({
  AWS_REGION: regions,
  AWS_DEFAULT_REGION: regions,
  AWS_PROFILE: oneOf("work", "default", "lost"),
  AWS_MAX_ATTEMPTS: attempts,
  AWS_RETRY_MODE: retryModes,
  AWS_USE_FIPS_ENDPOINT: flags,
  AWS_USE_DUALSTACK_ENDPOINT: flags,
  AWS_SDK_UA_APP_ID: oneOf("blog"),
  AWS_ENDPOINT_URL: endpoints,
  AWS_ENDPOINT_URL_AMPLIFYBACKEND: endpoints,
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: flags,
  AWS_DEFAULTS_MODE: oneOf("legacy", "cross-region", "auto"),
});

const config = some({
  region: provided("eu-central-1", "us-east-1-fips", "no region"),
  endpoint: provided<unknown>("", "http://127.0.0.1:4566/x", { url: new URL("https://example.com") }),
  useFipsEndpoint: provided(true, false),
  useDualstackEndpoint: provided(true, false),
  maxAttempts: provided(0, 1, 5),
  retryMode: provided("standard", "adaptive"),
  userAgentAppId: provided("desk"),
  customUserAgent: oneOf("mine", "mine/1"),
  defaultsMode: provided("standard", "auto"),
  ignoreConfiguredEndpointUrls: fc.boolean(),
});

const situations = fc.record({ files, variables, config }) as fc.Arbitrary<Situation>;

function writeSections(sections: Record<string, Record<string, unknown>>): string[] {
  return Object.entries(sections).flatMap(([name, settings]) => [
    `[${name}]`,
    ...Object.entries(settings).map(([key, value]) => `${key} = ${value}`),
  ]);
}

/** Whether a call fails has to be the same; how errors are worded does not. */
const outcome = (observation: Observation): unknown => ("failure" in observation ? "failed" : observation);

test("any mixture of code, variables and files means the same as to the official client", async () => {
  const outcomes = { sent: 0, failed: 0 };
  await fc.assert(
    fc.asyncProperty(situations, async (situation) => {
      const { official, ours } = await observeBoth(situation);
      outcomes["failure" in official ? "failed" : "sent"]++;
      expect({ ours: outcome(ours) }).toEqual({ ours: outcome(official) });
    }),
    propertySettings(300),
  );
  expect(Math.min(outcomes.sent, outcomes.failed)).toBeGreaterThan(0);
});

afterAll(() => console.log(`configuration at random: ${situationsObserved()} situations compared`));
