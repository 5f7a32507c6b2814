import { DEFAULTS_MODES, type DefaultsMode } from "./defaults-mode.js";
import type { Setting } from "./setting.js";
import type { SettingName, SettingValues } from "./surroundings.js";

/**
 * Where settings are made outside the code, with names and forms as in AWS's clients.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 */
export const SETTINGS: { readonly [Name in SettingName]: Setting<SettingValues[Name]> } = {
  region: {
    variable: "AWS_REGION",
    // For all other settings, the file `config` wins.
    preferredFile: "credentials",
    parse: (text) => text,
    expected: "a region",
  },
  maxAttempts: { variable: "AWS_MAX_ATTEMPTS", parse: parseCount, expected: "a whole number" },
  retryMode: { variable: "AWS_RETRY_MODE", parse: (text) => text, expected: "standard or adaptive" },
  useFipsEndpoint: switchBy("AWS_USE_FIPS_ENDPOINT"),
  useDualstackEndpoint: switchBy("AWS_USE_DUALSTACK_ENDPOINT"),
  disableClockSkewCorrection: switchBy("AWS_DISABLE_CLOCK_SKEW_CORRECTION"),
  ignoreConfiguredEndpointUrls: switchBy("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"),
  userAgentAppId: {
    variable: "AWS_SDK_UA_APP_ID",
    formerKey: "sdk-ua-app-id",
    parse: (text) => text,
    expected: "text",
  },
  defaultsMode: {
    variable: "AWS_DEFAULTS_MODE",
    parse: (text) =>
      DEFAULTS_MODES.includes(text.toLowerCase()) ? (text.toLowerCase() as DefaultsMode) : undefined,
    expected: `one of ${DEFAULTS_MODES.join(", ")}`,
  },
};

function switchBy(variable: string): Setting<boolean> {
  return { variable, parse: parseBoolean, expected: "true or false" };
}

function parseCount(text: string): number | undefined {
  const count = Number.parseInt(text, 10);
  return count >= 0 ? count : undefined;
}

function parseBoolean(text: string): boolean | undefined {
  if (text === "true") return true;
  return text === "false" ? false : undefined;
}
