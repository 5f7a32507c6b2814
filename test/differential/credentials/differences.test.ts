import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { openOurClient } from "../support/clients.js";
import { difference } from "../support/differences.js";
import { FakeAws } from "./support/fake-aws.js";
import { call, callBoth, type Situation, within } from "./support/situation.js";

let aws: FakeAws;
beforeAll(async () => {
  aws = await FakeAws.start();
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => aws.close());

const KEYS = { accessKeyId: "AKCODE", secretAccessKey: "fake-secret" };
const VARIABLES = { AWS_ACCESS_KEY_ID: "AKENV", AWS_SECRET_ACCESS_KEY: "fake-secret" };
const ROLE = {
  config: [
    "[profile work]",
    "role_arn = arn:aws:iam::123456789012:role/ROLE",
    "credential_source = Environment",
  ],
  variables: { ...VARIABLES, AWS_PROFILE: "work" },
};

/** Both clients with these credentials in code, which types may forbid. */
const withCredentials = (credentials: unknown, more: Omit<Situation, "what" | "signs"> = {}) =>
  callBoth(aws, { client: () => ({ credentials: credentials as never }), ...more });

describe("credentials", () => {
  // The first test: the official client warns once in a process.
  test(difference("credentials-console"), async () => {
    const warn = jest.spyOn(console, "warn").mockImplementation(() => {});
    const surroundings = {
      variables: { ...VARIABLES, AWS_PROFILE: "work" },
      credentials: ["[work]", "aws_access_key_id = AKWORK", "aws_secret_access_key = fake-secret"],
    };
    const open = () => openOurClient({ endpoint: aws.url, credentials: undefined });
    const { signer } = await within(aws, surroundings, () => call(aws, open()));
    expect(signer).toBe("AKWORK in eu-west-1");
    expect(warn).not.toHaveBeenCalled();
    await callBoth(aws, surroundings);
    expect(warn.mock.calls).toEqual([[expect.stringContaining("Multiple credential sources detected")]]);
  });

  test(difference("credentials-error"), async () => {
    const refuse: Situation["answer"] = ({ body }) =>
      body.includes("AssumeRole")
        ? {
            status: 403,
            headers: { "content-type": "text/xml" },
            body: "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>",
          }
        : undefined;
    const refused = await callBoth(aws, { ...ROLE, answer: refuse });
    expect(refused.official.error).toMatchObject({ name: "AccessDenied" });
    expect(refused.ours.error).toMatchObject({
      name: "CredentialsProviderError",
      message: expect.stringMatching(/"work".*asks for an assumed role: role_arn.*ended with: no$/),
      cause: { name: "AccessDenied" },
    });
    const invalid = await withCredentials({ accessKeyId: "AKCODE" });
    expect(invalid.official.error).toMatchObject({ name: "Error" });
    expect(invalid.ours.error).toMatchObject({
      name: "CredentialsProviderError",
      message: "The credentials have no secretAccessKey.",
    });
  });

  test(difference("credentials-quoted"), async () => {
    const answer: Situation["answer"] = ({ url }) =>
      url.endsWith("/machine-role") ? { body: "fake-secret" } : undefined;
    const { official, ours } = await callBoth(aws, { answer });
    expect(official.error?.message).toContain("fake-secret");
    expect(inspect(ours.error, { depth: 9 })).not.toContain("fake-secret");
    expect(ours.error?.message).toMatch(/an answer cannot be parsed/);
  });

  test(difference("credentials-log"), async () => {
    const lines: string[][] = [];
    const client = () => {
      const written: string[] = [];
      lines.push(written);
      const write = (...content: unknown[]): void => void written.push(inspect(content, { depth: 9 }));
      return { logger: { debug: write, info: write, warn: write, error: write } };
    };
    const { ours } = await callBoth(aws, { ...ROLE, client });
    expect(ours.sessionToken).toBe("token-of-ROLE-BY-AKENV");
    const [official, mine] = lines.map((written) => written.join("\n"));
    expect(official).toContain("token-of-ROLE-BY-AKENV");
    expect(mine).not.toContain("token-of-ROLE-BY-AKENV");
    // Which provider was asked is told by both.
    for (const written of [official, mine]) expect(written).toContain("resolveAssumeRoleCredentials");
  });

  test(difference("credentials-null"), async () => {
    const { official, ours } = await withCredentials(null, { variables: VARIABLES });
    expect(official.signer).toBe("AKENV in eu-west-1");
    expect(ours.error).toMatchObject({ name: "CredentialsProviderError" });
    expect(ours.signer).toBeUndefined();
  });

  test(difference("credentials-characters"), async () => {
    const { official, ours } = await withCredentials({ ...KEYS, secretAccessKey: "fake-secret\n" });
    expect(official.signer).toBe("AKCODE in eu-west-1");
    expect(ours.signer).toBeUndefined();
    expect(ours.error).toMatchObject({
      name: "CredentialsProviderError",
      message: expect.stringMatching(/line breaks/),
    });
    const empty = await withCredentials({ accessKeyId: "", secretAccessKey: "" });
    expect(empty.official).toMatchObject({ signer: "nobody" });
    expect(empty.official.error).toBeUndefined();
    expect(empty.ours.error).toMatchObject({ name: "CredentialsProviderError" });
  });

  test(difference("credentials-expiration"), async () => {
    const { official, ours } = await withCredentials({ ...KEYS, expiration: new Date("tomorrow") });
    expect(official.signer).toBe("AKCODE in eu-west-1");
    expect(ours.error).toMatchObject({
      name: "CredentialsProviderError",
      message: expect.stringMatching(/no valid Date/),
    });
  });

  test(difference("credentials-short-lived"), async () => {
    const functions: jest.Mock[] = [];
    const client = () => {
      const expiration = new Date(Date.now() + 60_000);
      functions.push(jest.fn(async () => ({ ...KEYS, expiration })));
      return { credentials: functions.at(-1) as never };
    };
    const { official, ours } = await callBoth(aws, { client });
    expect([official.signer, ours.signer]).toEqual(["AKCODE in eu-west-1", "AKCODE in eu-west-1"]);
    const [asked, askedByUs] = functions.map(({ mock }) => mock.calls.length);
    expect(asked).toBeGreaterThan(1);
    expect(askedByUs).toBe(1);
  });
});
