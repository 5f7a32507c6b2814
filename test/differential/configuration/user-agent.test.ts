import { afterAll, describe, expect, jest, test } from "@jest/globals";
import { difference } from "../support/differences.js";
import { observeBoth, situationsObserved } from "./support/observe.js";
import { keepConsoleQuiet } from "./support/quiet-console.js";
import { type Row, testRows } from "./support/rows.js";

keepConsoleQuiet();

const region = "eu-west-1";
const files = {
  config: ["[default]", "sdk_ua_app_id = from-file", "[profile former]", "sdk-ua-app-id = former"],
};
const app = (userAgent: string) => ({ userAgent, shortUserAgent: "" });
const both = (userAgent: string) => ({ userAgent, shortUserAgent: userAgent });

describe("the name of the application", () => {
  const rows: Row[] = [
    ["by default", { config: { region } }, app("")],
    [
      "in code",
      { config: { region, userAgentAppId: "mine" }, variables: { AWS_SDK_UA_APP_ID: "env" } },
      app("app/mine"),
    ],
    ["by a function", { config: { region, userAgentAppId: async () => "mine" } }, app("app/mine")],
    [
      "by a function that knows none",
      { config: { region, userAgentAppId: async () => undefined }, files },
      app(""),
    ],
    ["by variable", { config: { region }, variables: { AWS_SDK_UA_APP_ID: "env" }, files }, app("app/env")],
    ["by file", { config: { region }, files }, app("app/from-file")],
    ["by file, under its former key", { config: { region, profile: "former" }, files }, app("app/former")],
    [
      "with what no header may have",
      { config: { region, userAgentAppId: "my app/1\r\nx: y" } },
      app("app/my-app-1--x--y"),
    ],
    ["that is long", { config: { region, userAgentAppId: "a".repeat(51) } }, app(`app/${"a".repeat(51)}`)],
    ["empty in code", { config: { region, userAgentAppId: "" }, files }, app("")],
  ];
  testRows(rows);
});

describe("the user agent", () => {
  const rows: Row[] = [
    ["with text of the user's own", { config: { region, customUserAgent: "mine/1" } }, both("mine/1")],
    [
      "with pairs of the user's own",
      { config: { region, customUserAgent: [["mine", "1"], ["bare"], ["a/b/c", "2"], ["empty", ""]] } },
      both("mine/1 bare a/b/c#2 empty"),
    ],
    [
      "with what no header may have",
      { config: { region, customUserAgent: "mine\r\nx: (y)" } },
      both("mine--x---y-"),
    ],
    [
      "with all of it",
      {
        config: { region, userAgentAppId: "app", customUserAgent: "mine" },
        variables: { AWS_EXECUTION_ENV: "AWS_ECS_FARGATE" },
      },
      { userAgent: "exec-env/AWS_ECS_FARGATE app/app mine", shortUserAgent: "mine" },
    ],
    [
      "of another SDK",
      {
        config: {
          region,
          defaultUserAgentProvider: async () => [["aws-sdk-mine", "1"], ["os/mine"]],
          customUserAgent: "own",
        },
      },
      { userAgent: "aws-sdk-mine/1 os/mine own", shortUserAgent: "aws-sdk-mine/1 own" },
    ],
  ];
  testRows(rows);
});

test(difference("console-warnings"), async () => {
  const onConsole: unknown[] = [];
  jest.spyOn(console, "warn").mockImplementation((...content: unknown[]) => void onConsole.push(...content));
  const config = { region, userAgentAppId: "a".repeat(51) };
  await observeBoth({ config });
  expect(onConsole.filter((text) => String(text).includes("userAgentAppId"))).not.toEqual([]);
  expect(onConsole.filter((text) => String(text).includes("longer than"))).toEqual([]);

  const logged: unknown[] = [];
  const ignore = (): void => {};
  const logger = {
    debug: ignore,
    info: ignore,
    error: ignore,
    warn: (text: unknown) => void logged.push(text),
  };
  await observeBoth({ config: { ...config, logger } });
  expect(logged.filter((text) => String(text).includes("exceeds")).length).toBeGreaterThan(1);
  expect(logged.filter((text) => String(text).includes("longer than"))).toHaveLength(1);
});

afterAll(() => console.log(`user agents: ${situationsObserved()} situations compared`));
