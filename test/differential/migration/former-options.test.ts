import { AmplifyBackendClient as OfficialClient } from "@aws-sdk/client-amplifybackend";
import { describe, expect, test } from "@jest/globals";
import { AmplifyBackendClient, ConfigurationError } from "@tinsmith/amplifybackend";
import { difference } from "../support/differences.js";

const FORMER: readonly [name: string, value: unknown, successor: string][] = [
  ["accessKeyId", "AKIDEXAMPLE", "`credentials`"],
  ["secretAccessKey", "canary", "`credentials`"],
  ["sessionToken", "canary", "`credentials`"],
  ["credentialProvider", {}, "`credentials`"],
  ["maxRetries", 0, "`maxAttempts`"],
  ["httpOptions", { timeout: 1000 }, "`requestHandler`"],
  ["paramValidation", false, "`validation`"],
  ["sslEnabled", true, "`endpoint`, which has the protocol"],
  ["hostPrefixEnabled", false, "`disableHostPrefix`"],
];
const own = {
  credentials: { accessKeyId: "own", secretAccessKey: "own" },
  maxAttempts: 2,
  region: "eu-west-1",
};

describe(difference("sdk-v2-options"), () => {
  test.each(FORMER)("%s", async (name, value, successor) => {
    const config = { ...own, [name]: value };
    const official = new OfficialClient(config);
    expect(await official.config.credentials()).toMatchObject({ accessKeyId: "own" });
    expect(await official.config.maxAttempts()).toBe(2);

    const construct = () => new AmplifyBackendClient(config);
    expect(construct).toThrow(ConfigurationError);
    expect(construct).toThrow(`\`${name}\` is a key of AWS's own clients: pass ${successor}`);
    expect(construct).not.toThrow(/canary/);
  });

  test("but not where it is undefined", () => {
    const config = { ...own, ...Object.fromEntries(FORMER.map(([name]) => [name, undefined])) };
    expect(() => new AmplifyBackendClient(config)).not.toThrow();
  });
});
