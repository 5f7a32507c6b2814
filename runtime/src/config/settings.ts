import type { Setting } from "./setting.js";

/** Names and forms as in AWS's clients. @see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html */

export const REGION: Setting<string> = {
  variable: "AWS_REGION",
  key: "region",
  preferredFile: "credentials",
  parse: (text) => text,
  expected: "a region",
};

export const MAX_ATTEMPTS: Setting<number> = {
  variable: "AWS_MAX_ATTEMPTS",
  key: "max_attempts",
  parse: parseCount,
  expected: "a whole number of at least 1",
};

export const RETRY_MODE: Setting<string> = {
  variable: "AWS_RETRY_MODE",
  key: "retry_mode",
  parse: (text) => text,
  expected: "standard or adaptive",
};

export const USE_FIPS: Setting<boolean> = {
  variable: "AWS_USE_FIPS_ENDPOINT",
  key: "use_fips_endpoint",
  parse: parseBoolean,
  expected: "true or false",
};

export const USE_DUAL_STACK: Setting<boolean> = {
  variable: "AWS_USE_DUALSTACK_ENDPOINT",
  key: "use_dualstack_endpoint",
  parse: parseBoolean,
  expected: "true or false",
};

export const IGNORE_ENDPOINT_URLS: Setting<boolean> = {
  variable: "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
  key: "ignore_configured_endpoint_urls",
  parse: parseBoolean,
  expected: "true or false",
};

function parseCount(text: string): number | undefined {
  const count = Number.parseInt(text, 10);
  return count >= 1 ? count : undefined;
}

function parseBoolean(text: string): boolean | undefined {
  if (text === "true") return true;
  return text === "false" ? false : undefined;
}
