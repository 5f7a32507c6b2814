import { createHmac } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { NodeSha256 } from "../platform/node-sha256.js";
import { signingKey } from "./signing-key.js";

const SCOPE = "20150830/us-east-1/iam/aws4_request";
const identity = () => ({
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
});
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** By the text of the specification. */
const derived = (secret: string, scope: string): string =>
  hex(
    scope
      .split("/")
      .reduce<string | Buffer>(
        (key, part) => createHmac("sha256", key).update(part).digest(),
        `AWS4${secret}`,
      ) as Buffer,
  );

describe("the key that signs", () => {
  test("is the one of AWS's documentation", async () => {
    expect(hex(await signingKey(NodeSha256, identity(), SCOPE))).toBe(
      "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9",
    );
  });

  test("is derived once for a day, a region and a secret", async () => {
    const mine = identity();
    const key = await signingKey(NodeSha256, mine, SCOPE);
    expect(await signingKey(NodeSha256, mine, SCOPE)).toBe(key);
    const tomorrow = SCOPE.replace("30", "31");
    expect(hex(await signingKey(NodeSha256, mine, tomorrow))).toBe(derived(mine.secretAccessKey, tomorrow));
    mine.secretAccessKey = "another";
    expect(hex(await signingKey(NodeSha256, mine, SCOPE))).toBe(derived("another", SCOPE));
  });
});
