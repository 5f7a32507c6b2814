import { execFile } from "node:child_process";
import { promisify } from "node:util";
import {
  type AmplifyBackendClientConfig,
  AmplifyBackendClient as OfficialClient,
  GetTokenCommand as OfficialCommand,
} from "@aws-sdk/client-amplifybackend";
import { afterAll, describe, expect, test } from "@jest/globals";
import { AmplifyBackendClient, GetTokenCommand } from "@tinsmith/amplifybackend";
import { difference } from "../support/differences.js";
import { observeBoth, type Situation, situationsObserved } from "./support/observe.js";
import { keepConsoleQuiet } from "./support/quiet-console.js";
import { type Row, testRows } from "./support/rows.js";
import { inSurroundings } from "./support/surroundings.js";

keepConsoleQuiet();

type DefaultsMode = Extract<AmplifyBackendClientConfig["defaultsMode"], string>;

const execute = promisify(execFile);

const region = "eu-west-1";
const resolved = (values: object) => ({ resolved: expect.objectContaining(values) });
const failing = { statuses: [500] };

const files = {
  config: [
    "[default]",
    "max_attempts = 2",
    "retry_mode = adaptive",
    "defaults_mode = mobile",
    "[profile work]",
    "max_attempts = 4",
    "retry_mode = standard",
    "defaults_mode = mobile",
  ],
};

describe("most attempts", () => {
  const rows: Row[] = [
    ["by default", { config: { region }, ...failing }, { attempts: 3, max: "3" }],
    [
      "in code",
      { config: { region, maxAttempts: 2 }, variables: { AWS_MAX_ATTEMPTS: "1" }, ...failing },
      { attempts: 2, max: "2" },
    ],
    [
      "by a function",
      { config: { region, maxAttempts: async () => 1 }, ...failing },
      { attempts: 1, max: "1" },
    ],
    [
      "by variable",
      { config: { region }, variables: { AWS_MAX_ATTEMPTS: "1" }, files, ...failing },
      { attempts: 1, max: "1" },
    ],
    ["by file", { config: { region }, files, ...failing }, { attempts: 2, max: "2" }],
    ["by the profile in code", { config: { region, profile: "work" }, files }, { max: "4" }],
    ["by AWS_PROFILE", { config: { region }, variables: { AWS_PROFILE: "work" }, files }, { max: "4" }],
    [
      "by a variable that goes on after the number",
      { config: { region }, variables: { AWS_MAX_ATTEMPTS: "2 or so" }, ...failing },
      { attempts: 2 },
    ],
    ["zero, which is one", { config: { region, maxAttempts: 0 }, ...failing }, { attempts: 1, max: "0" }],
    [
      "zero by variable, which is one",
      { config: { region }, variables: { AWS_MAX_ATTEMPTS: "0" }, ...failing },
      { attempts: 1, max: "0" },
    ],
    ["as many as it takes", { config: { region }, statuses: [500, 200] }, { attempts: 2, max: "3" }],
  ];
  testRows(rows);
});

describe("the retry mode", () => {
  const rows: Row[] = [
    ["by default", { config: { region } }, resolved({ retryMode: "standard" })],
    ["in code", { config: { region, retryMode: "adaptive" } }, resolved({ retryMode: "adaptive" })],
    [
      "by a function",
      { config: { region, retryMode: async () => "adaptive" } },
      resolved({ retryMode: "adaptive" }),
    ],
    [
      "by variable",
      { config: { region }, variables: { AWS_RETRY_MODE: "standard" }, files },
      resolved({ retryMode: "standard" }),
    ],
    ["by file", { config: { region }, files }, resolved({ retryMode: "adaptive" })],
    [
      "by the profile in code",
      { config: { region, profile: "work" }, files },
      resolved({ maxAttempts: 4, retryMode: "standard" }),
    ],
    [
      "legacy, which other SDKs know",
      { config: { region }, variables: { AWS_RETRY_MODE: "legacy" }, ...failing },
      { attempts: 3, ...resolved({ retryMode: "legacy" }) },
    ],
  ];
  testRows(rows);
});

describe("the defaults mode", () => {
  const mode = (defaultsMode: string) => resolved({ defaultsMode, retryMode: "standard" });
  const lambda = { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
  const rows: Row[] = [
    ["by default", { config: { region } }, mode("legacy")],
    [
      "in code",
      { config: { region, defaultsMode: "in-region" }, variables: { AWS_DEFAULTS_MODE: "mobile" } },
      mode("in-region"),
    ],
    [
      "in code, in capitals",
      { config: { region, defaultsMode: "IN-Region" as DefaultsMode } },
      mode("in-region"),
    ],
    [
      "by a function",
      { config: { region, defaultsMode: async () => "cross-region" as const } },
      mode("cross-region"),
    ],
    [
      "by variable",
      { config: { region }, variables: { AWS_DEFAULTS_MODE: "standard" }, files },
      resolved({ defaultsMode: "standard" }),
    ],
    ["by file", { config: { region }, files }, resolved({ defaultsMode: "mobile" })],
    ["auto, outside of AWS", { config: { region, defaultsMode: "auto" } }, mode("standard")],
    [
      "auto, in its own region",
      { config: { region, defaultsMode: "auto" }, variables: { ...lambda, AWS_REGION: region } },
      mode("in-region"),
    ],
    [
      "auto, in another region",
      { config: { region, defaultsMode: "auto" }, variables: { ...lambda, AWS_REGION: "us-east-1" } },
      mode("cross-region"),
    ],
    [
      "auto, by AWS_DEFAULT_REGION",
      { config: { region, defaultsMode: "auto" }, variables: { ...lambda, AWS_DEFAULT_REGION: region } },
      mode("in-region"),
    ],
    [
      "that there is not",
      { config: { region, defaultsMode: "fast" as DefaultsMode } },
      { failure: /defaultsMode/ },
    ],
  ];
  testRows(rows);

  const timeouts: [mode: DefaultsMode, milliseconds: number][] = [
    ["standard", 3100],
    ["in-region", 1100],
    ["cross-region", 3100],
    ["mobile", 30_000],
  ];
  test.each(timeouts)("%s gives a connection %d ms", async (defaultsMode, milliseconds) => {
    await expect(connectionTimeouts({ defaultsMode })).resolves.toEqual({
      official: milliseconds,
      ours: milliseconds,
    });
  });

  test("gives nothing where the handler is set up in code", async () => {
    const config = { defaultsMode: "in-region" as const, requestHandler: { connectionTimeout: 4321 } };
    await expect(connectionTimeouts(config)).resolves.toEqual({ official: 4321, ours: 4321 });
  });

  test(difference("connect-limit"), async () => {
    await expect(connectionTimeouts({})).resolves.toEqual({ official: undefined, ours: 10_000 });
    const config = { defaultsMode: "in-region", requestHandler: { requestTimeout: 5000 } };
    await expect(connectionTimeouts(config)).resolves.toEqual({ official: undefined, ours: 1100 });
  });
});

test.each<[string, Situation, RegExp, string]>([
  [
    "AWS_MAX_ATTEMPTS",
    { variables: { AWS_MAX_ATTEMPTS: "many" } },
    /AWS_MAX_ATTEMPTS must be a whole number/,
    "3",
  ],
  [
    "max_attempts",
    { files: { config: ["[default]", "max_attempts = many"] } },
    /max_attempts in profile "default"/,
    "3",
  ],
])(`${difference("unreadable-setting")}: %s`, async (_what, situation, message, max) => {
  const { official, ours } = await observeBoth({ ...situation, config: { region } });
  expect(official).toMatchObject({ max });
  expect(ours).toEqual({ failure: expect.stringMatching(message) });
});

test.each([["fast"], ["auto"]])(`${difference("defaults-mode-crash")}: %s`, async (defaultsMode) => {
  // Without a region, there is nothing that "auto" could find out.
  const config = { defaultsMode: defaultsMode as DefaultsMode };
  const program = `
    const { AmplifyBackendClient } = require("@aws-sdk/client-amplifybackend");
    new AmplifyBackendClient(${JSON.stringify(config)});
    setTimeout(() => console.log("alive"), 100);`;
  await inSurroundings({}, async () => {
    await expect(execute(process.execPath, ["-e", program])).rejects.toMatchObject({ code: 1, stdout: "" });
    const failure = new AmplifyBackendClient(config).send(
      new GetTokenCommand({ AppId: "a", SessionId: "b" }),
    );
    await expect(failure).rejects.toMatchObject({ name: "ConfigurationError" });
  });
});

test(difference("auto-region"), async () => {
  const { official, ours } = await observeBoth({
    config: { defaultsMode: "auto" },
    variables: { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x", AWS_DEFAULT_REGION: region },
    files: {
      config: ["[default]", "region = us-east-1"],
      credentials: ["[default]", `region = ${region}`],
    },
  });
  expect(official).toMatchObject(resolved({ region, defaultsMode: "cross-region" }));
  expect(ours).toMatchObject(resolved({ region, defaultsMode: "in-region" }));
});

test(difference("bad-attempts"), async () => {
  const { official, ours } = await observeBoth({ config: { region, maxAttempts: -1 }, ...failing });
  expect(official).toMatchObject({ attempts: 1, max: "-1" });
  expect(ours).toEqual({ failure: "maxAttempts must be a whole number, not -1." });
  const text = await observeBoth({ config: { region, maxAttempts: "2" as never }, ...failing });
  expect(text.official).toMatchObject({ attempts: 2, max: "2" });
  expect(text.ours).toEqual({ failure: 'maxAttempts must be a whole number, not "2".' });
});

test(difference("bad-retry-mode"), async () => {
  const { official, ours } = await observeBoth({ config: { region, retryMode: "adaptiv" }, ...failing });
  expect(official).toMatchObject({ attempts: 3, ...resolved({ retryMode: "adaptiv" }) });
  expect(ours).toEqual({ failure: expect.stringContaining('"adaptiv"') });
});

/** Milliseconds that both clients' own handlers give a connection: they find out when they connect, here to nobody. */
async function connectionTimeouts(config: object): Promise<{ official: unknown; ours: unknown }> {
  const settings = {
    region,
    credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
    endpoint: "http://127.0.0.1:1",
    maxAttempts: 1,
    ...config,
  };
  const input = { AppId: "app", SessionId: "session" };
  return inSurroundings({}, async () => {
    const official = new OfficialClient(settings);
    const ours = new AmplifyBackendClient(settings);
    await expect(official.send(new OfficialCommand(input))).rejects.toThrow(/ECONNREFUSED/);
    await expect(ours.send(new GetTokenCommand(input))).rejects.toThrow();
    return { official: timeoutOf(official), ours: timeoutOf(ours) };
  });
}

function timeoutOf({ config }: { readonly config: { readonly requestHandler: object } }): unknown {
  const { requestHandler } = config as { requestHandler: { httpHandlerConfigs(): Record<string, unknown> } };
  return requestHandler.httpHandlerConfigs()["connectionTimeout"];
}

afterAll(() => console.log(`attempts and defaults: ${situationsObserved()} situations compared`));
