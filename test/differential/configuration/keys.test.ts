import {
  type AmplifyBackendClientConfig,
  AmplifyBackendClient as OfficialClient,
} from "@aws-sdk/client-amplifybackend";
import { afterAll, describe, expect, test } from "@jest/globals";
import { SignatureV4 } from "@smithy/signature-v4";
import { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import { difference } from "../support/differences.js";
import { inspectTypes } from "./support/inspect-types.js";
import { GIVEN_KEYS, INTERNAL_KEYS, SHOWN_KEYS, SHOWN_WITH_OWN_TYPES } from "./support/keys.js";
import { type BothObservations, observeBoth, situationsObserved } from "./support/observe.js";
import { keepConsoleQuiet } from "./support/quiet-console.js";
import { inSurroundings } from "./support/surroundings.js";

keepConsoleQuiet();

const region = "eu-west-1";
const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };
const keysThatAre = (kind: string): string[] =>
  Object.keys(GIVEN_KEYS).filter((key) => GIVEN_KEYS[key] === kind);

/** Strategies of the first version are refused, and have no type. */
const typeOfGiven = (key: string): string =>
  key === "retryStrategy"
    ? 'Extract<OfficialGiven["retryStrategy"], { recordSuccess: unknown }>'
    : `OfficialGiven["${key}"]`;

const { problems, keysOf } = inspectTypes(
  [
    'import type { AmplifyBackendClient as OfficialClient, AmplifyBackendClientConfig as OfficialGiven } from "@aws-sdk/client-amplifybackend";',
    'import type { AmplifyBackendClient, AmplifyBackendClientConfig } from "@tinsmith/amplifybackend";',
    "export declare const officialGiven: OfficialGiven;",
    'export declare const officialShown: OfficialClient["config"];',
    'declare const shown: AmplifyBackendClient["config"];',
    "declare const given: <Value>() => Value;",
    ...[...keysThatAre("same"), ...keysThatAre("accepted")].map(
      (key) => `({ ${key}: given<${typeOfGiven(key)}>() }) satisfies AmplifyBackendClientConfig;`,
    ),
    ...SHOWN_KEYS.map((key) => `shown.${key} satisfies OfficialClient["config"]["${key}"];`),
    "shown satisfies AmplifyBackendClientConfig;",
    "({ ...officialShown, retryStrategy: undefined }) satisfies AmplifyBackendClientConfig;",
  ].join("\n"),
);

describe("the keys of the official client's configuration", () => {
  test("are all known", () => {
    expect(Object.keys(GIVEN_KEYS).sort()).toEqual(keysOf("officialGiven"));
    expect([...SHOWN_KEYS, ...SHOWN_WITH_OWN_TYPES, ...INTERNAL_KEYS].sort()).toEqual(
      keysOf("officialShown"),
    );
  });

  test("compile as the official client's types have them, given and shown", () => {
    expect(problems).toEqual([]);
  });

  test.each([
    ...["region", "endpoint", "useFipsEndpoint", "useDualstackEndpoint", "maxAttempts", "retryMode"],
    ...[
      "retryStrategy",
      "defaultsMode",
      "logger",
      "customUserAgent",
      "userAgentAppId",
      "profile",
      "serviceId",
    ],
    ...["tls", "disableHostPrefix", "signer", "signingRegion", "runtime", "apiVersion", "extensions"],
  ])("say nothing if they are null: %s", async (key) => {
    const variables = { AWS_REGION: region, AWS_MAX_ATTEMPTS: "2" };
    const { official, ours } = await observeBoth({ config: { [key]: null }, variables });
    // Some nulls of the official client's show in its `config`.
    const sent = ({ resolved: _, ...rest }: Record<string, unknown>): object => rest;
    expect({ ours: sent({ ...ours }) }).toEqual({ ours: sent({ ...official }) });
    expect(official).toMatchObject({ origin: `https://amplifybackend.${region}.amazonaws.com`, max: "2" });
  });

  test("may be missing altogether", () => {
    expect(() => new OfficialClient(null as never)).not.toThrow();
    expect(() => new AmplifyBackendClient(null as never)).not.toThrow();
  });

  test("that are refused have no type", () => {
    const program = keysThatAre("refused").map((key) => `({ ${key}: undefined }) satisfies Given;`);
    const head = 'import type { AmplifyBackendClientConfig as Given } from "@tinsmith/amplifybackend";';
    expect(inspectTypes([head, ...program].join("\n")).problems).toHaveLength(program.length);
  });
});

describe("client.config", () => {
  const shownByBoth = [...SHOWN_KEYS, ...SHOWN_WITH_OWN_TYPES];

  test.each<[string, Omit<AmplifyBackendClientConfig, "retryStrategy">]>([
    ["with nothing in code", {}],
    [
      "with much of it in code",
      {
        region,
        credentials,
        endpoint: "https://example.com",
        profile: "work",
        maxAttempts: 2,
        customUserAgent: "mine",
        userAgentAppId: "app",
        useFipsEndpoint: false,
        useDualstackEndpoint: false,
        tls: false,
        disableHostPrefix: true,
        logger: console,
        systemClockOffset: 5,
        ignoreConfiguredEndpointUrls: true,
      },
    ],
  ])("has values and functions where the official client has them, %s", async (_what, config) => {
    const [official, ours] = await inSurroundings({}, async () =>
      [new OfficialClient(config), new AmplifyBackendClient(config)].map((client) => client.config as object),
    );
    const formsOf = (shown: object = {}) =>
      shownByBoth.map((key) => `${key}: ${typeof Reflect.get(shown, key)}`);
    expect(formsOf(ours)).toEqual(formsOf(official));
  });

  test("answers with the same credentials, endpoint and retry strategy", async () => {
    const config = {
      region,
      credentials,
      endpoint: "http://example.com:8080/base?a=1",
      retryMode: "adaptive",
    };
    const { official, ours } = {
      official: new OfficialClient(config).config,
      ours: new AmplifyBackendClient(config).config,
    };
    expect(await ours.credentials()).toMatchObject(credentials);
    expect(await official.credentials()).toMatchObject(credentials);
    const { query, ...endpoint } = (await official.endpoint?.()) ?? {};
    expect(await ours.endpoint?.()).toMatchObject(endpoint);
    expect(endpoint).toMatchObject({ protocol: "http:", hostname: "example.com", port: 8080, path: "/base" });
    expect(query).toEqual({ a: "1" });
    expect(await official.retryStrategy()).toMatchObject({ mode: "adaptive" });
    expect(await ours.retryStrategy()).toMatchObject({ mode: "adaptive" });
  });

  test(difference("config-internals"), () => {
    const { official, ours } = {
      official: new OfficialClient({ region }).config,
      ours: new AmplifyBackendClient({ region }).config,
    };
    const shown = (config: object) => INTERNAL_KEYS.filter((key) => Reflect.get(config, key) !== undefined);
    expect(shown(official)).toEqual(INTERNAL_KEYS.filter((key) => key !== "cacheMiddleware"));
    expect(shown(ours).filter((key) => key !== "signer")).toEqual([]);
  });
});

describe("a configuration", () => {
  const send = async (config: object): Promise<BothObservations> => observeBoth({ config });

  test("may be frozen, and stays as it is", async () => {
    const config = Object.freeze({
      region,
      maxAttempts: 2,
      endpoint: "https://example.com",
      customUserAgent: "mine",
    });
    const { official, ours } = await send(config);
    expect(ours).toMatchObject({ origin: "https://example.com", max: "2" });
    expect({ ours }).toEqual({ ours: official });
    expect(config).toEqual({
      region,
      maxAttempts: 2,
      endpoint: "https://example.com",
      customUserAgent: "mine",
    });
  });

  test("may be left out", () => {
    expect(new OfficialClient().config.serviceId).toBe("AmplifyBackend");
    expect(new AmplifyBackendClient().config.serviceId).toBe("AmplifyBackend");
  });

  test("may have keys that nobody knows", async () => {
    const { official, ours } = await send({ region, nobodyKnows: true });
    expect(ours).toMatchObject({ scope: "eu-west-1/amplifybackend" });
    expect({ ours }).toEqual({ ours: official });
  });

  test.each<[string, unknown]>([
    ["endpointProvider", () => ({ url: new URL("https://example.com") })],
    ["extensions", [{ configure: () => {} }]],
    ["httpAuthSchemeProvider", () => [{ schemeId: "aws.auth#sigv4" }]],
    ["httpAuthSchemes", new OfficialClient({ region }).config.httpAuthSchemes],
    ["protocol", new OfficialClient({ region }).config.protocol],
    ["protocolSettings", new OfficialClient({ region }).config.protocolSettings],
    ["signerConstructor", SignatureV4],
  ])(`${difference("refused-keys")}: %s`, async (key, value) => {
    const { official, ours } = await send({ region, [key]: value });
    expect(official).not.toHaveProperty("failure", expect.stringContaining("is a key of"));
    expect(ours).toEqual({ failure: expect.stringContaining(`\`${key}\` is a key of AWS's own clients`) });
  });

  test("may have an empty list of extensions", async () => {
    const { official, ours } = await send({ region, extensions: [] });
    expect({ ours }).toEqual({ ours: official });
  });

  test(difference("own-parts"), async () => {
    const asked: string[] = [];
    const note = (key: string) => () => {
      asked.push(key);
      throw new Error(`${key} was asked.`);
    };
    const accepted = Object.fromEntries(keysThatAre("accepted").map((key) => [key, note(key)]));
    const { official, ours } = await send({ region, ...accepted, runtime: "mine" });
    expect(ours).toMatchObject({ scope: "eu-west-1/amplifybackend", resolved: { runtime: "node" } });
    expect({ official, asked }).toMatchObject({
      official: { failure: expect.stringMatching(/was asked/) },
      asked: [expect.anything()],
    });
  });
});

afterAll(() =>
  console.log(
    `keys: ${keysOf("officialGiven").length} given, ${keysOf("officialShown").length} shown, ${situationsObserved()} situations compared`,
  ),
);
