import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import { difference } from "../support/differences.js";
import { Programs } from "./support/programs.js";

jest.setTimeout(60_000);

const CHAIN = "@aws-sdk/credential-provider-node";
const programs = new Programs();
afterAll(() => programs[Symbol.dispose]());

/** A program that makes a call without credentials, and prints the name of its error, and what it says. */
const program = (from: string): string => `
  import { AmplifyBackendClient, GetBackendJobCommand } from ${JSON.stringify(from)};
  const client = new AmplifyBackendClient({ region: "eu-west-1", endpoint: "http://127.0.0.1:1", maxAttempts: 1 });
  const command = new GetBackendJobCommand({ AppId: "a", BackendEnvironmentName: "b", JobId: "c" });
  await client.send(command).catch(({ name, message, code }) => console.log(name + ": " + message, code ?? ""));
`;
const OURS = "@tinsmith/amplifybackend";
const OFFICIAL = "@aws-sdk/client-amplifybackend";

/** A machine without credentials, but for a profile that asks for a role. */
const variables = (home: string): Record<string, string> => {
  mkdirSync(join(programs.folder, home, ".aws"), { recursive: true });
  const role = ["[profile work]", "role_arn = arn:aws:iam::1:role/ROLE", "credential_source = Environment"];
  writeFileSync(join(programs.folder, home, ".aws/config"), role.join("\n"));
  return { HOME: join(programs.folder, home), AWS_EC2_METADATA_DISABLED: "true" };
};

describe("where AWS's chain of providers is not installed", () => {
  test(difference("credentials-chain"), async () => {
    const path = await programs.bundle("without-chain", program(OURS), "node", [CHAIN]);
    const nothing = await programs.run(path, variables("home"));
    expect(nothing).toMatch(/^CredentialsProviderError: There are no credentials\. Looked for: /);
    expect(nothing).toContain(`not installed: npm install ${CHAIN}. Or pass \`credentials\``);
    const role = await programs.run(path, { ...variables("home"), AWS_PROFILE: "work" });
    expect(role).toMatch(
      /profile "work" .*\(the profile asks for an assumed role: role_arn\)\. .*npm install/,
    );
    const official = await programs.bundle("official", program(OFFICIAL), "node");
    expect(await programs.run(official, variables("home"))).toMatch(
      /^CredentialsProviderError: Could not load/,
    );
  });

  test("keys that are built in are used all the same", async () => {
    const path = await programs.bundle("with-keys", program(OURS), "node", [CHAIN]);
    const keys = { AWS_ACCESS_KEY_ID: "AKENV", AWS_SECRET_ACCESS_KEY: "fake-secret" };
    expect(await programs.run(path, { ...variables("home"), ...keys })).toMatch(
      /^NetworkError: .*ECONNREFUSED$/s,
    );
  });

  test("applications can be bundled", async () => {
    const path = await programs.bundle("to-bundle", program(OURS), "node", [CHAIN]);
    expect(await programs.bundleAgain(path)).toEqual([]);
  });

  test("a chain that cannot be loaded is told apart from one that is missing", async () => {
    const path = await programs.bundle("broken-chain", program(OURS), "node", [CHAIN]);
    const folder = join(programs.folder, "node_modules", CHAIN);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "index.js"), 'require("@aws-sdk/credential-provider-ini");');
    expect(await programs.run(path, variables("home"))).toMatch(
      /which cannot be loaded: Cannot find module '@aws-sdk\/credential-provider-ini'/,
    );
  });
});

test(difference("credentials-browser"), async () => {
  const ours = await programs.bundle("browser-ours", program(OURS), "web");
  expect(await programs.run(ours)).toMatch(
    /^CredentialsProviderError: There are no credentials\. Pass `credentials` to the client/,
  );
  const official = await programs.bundle("browser-official", program(OFFICIAL), "web");
  expect(await programs.run(official)).toBe("Error: Credential is missing");
});
