import { DEFAULTS_MODES, type DefaultsMode } from "./defaults-mode.js";
import type { Setting } from "./setting.js";

// Names and forms as in AWS's clients, see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html

/** The region that requests are signed for. Unlike other settings, the credentials file goes before the config file. */
export const REGION: Setting<string> = {
  variable: "AWS_REGION",
  preferredFile: "credentials",
  parse: (text) => text,
  expected: "a region",
};

/** Most attempts of one call. */
export const MAX_ATTEMPTS: Setting<number> = {
  variable: "AWS_MAX_ATTEMPTS",
  parse: parseCount,
  expected: "a whole number",
};

/** The retry strategy. */
export const RETRY_MODE: Setting<string> = {
  variable: "AWS_RETRY_MODE",
  parse: (text) => text,
  expected: "standard or adaptive",
};

/** Whether to use endpoints validated under FIPS 140. */
export const USE_FIPS: Setting<boolean> = {
  variable: "AWS_USE_FIPS_ENDPOINT",
  parse: parseBoolean,
  expected: "true or false",
};

/** Whether to use endpoints that IPv6 reaches, too. */
export const USE_DUAL_STACK: Setting<boolean> = {
  variable: "AWS_USE_DUALSTACK_ENDPOINT",
  parse: parseBoolean,
  expected: "true or false",
};

/** Whether requests are signed with this machine's own time, whatever the service's clock says. */
export const DISABLE_CLOCK_SKEW_CORRECTION: Setting<boolean> = {
  variable: "AWS_DISABLE_CLOCK_SKEW_CORRECTION",
  parse: parseBoolean,
  expected: "true or false",
};

/** Whether endpoints that are configured outside the code are passed over. */
export const IGNORE_ENDPOINT_URLS: Setting<boolean> = {
  variable: "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
  parse: parseBoolean,
  expected: "true or false",
};

/** Name of the application. */
export const USER_AGENT_APP_ID: Setting<string> = {
  variable: "AWS_SDK_UA_APP_ID",
  formerKey: "sdk-ua-app-id",
  parse: (text) => text,
  expected: "text",
};

/** The set of defaults. */
export const DEFAULTS_MODE: Setting<DefaultsMode> = {
  variable: "AWS_DEFAULTS_MODE",
  parse: (text) =>
    DEFAULTS_MODES.includes(text.toLowerCase()) ? (text.toLowerCase() as DefaultsMode) : undefined,
  expected: `one of ${DEFAULTS_MODES.join(", ")}`,
};

function parseCount(text: string): number | undefined {
  const count = Number.parseInt(text, 10);
  return count >= 0 ? count : undefined;
}

function parseBoolean(text: string): boolean | undefined {
  if (text === "true") return true;
  return text === "false" ? false : undefined;
}
