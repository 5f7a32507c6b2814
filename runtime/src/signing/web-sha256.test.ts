import { createHash, createHmac } from "node:crypto";
import { afterEach, describe, expect, jest, test } from "@jest/globals";
import * as fc from "fast-check";
import { WebSha256 } from "./web-sha256.js";

afterEach(() => {
  jest.restoreAllMocks();
});

const chunks = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 4 });

describe("SHA-256 by WebCrypto", () => {
  test("is Node's", async () => {
    await fc.assert(
      fc.asyncProperty(chunks, async (parts) => {
        const [ours, nodes] = [new WebSha256(), createHash("sha256")];
        for (const part of parts) {
          ours.update(part);
          nodes.update(part);
        }
        expect(Buffer.from(await ours.digest())).toEqual(nodes.digest());
      }),
      { seed: 1 },
    );
  });

  test("with a secret is Node's HMAC", async () => {
    const secrets = fc.oneof(fc.string({ minLength: 1 }), fc.uint8Array({ minLength: 1, maxLength: 100 }));
    await fc.assert(
      fc.asyncProperty(secrets, chunks, async (secret, parts) => {
        const [ours, nodes] = [new WebSha256(secret), createHmac("sha256", secret)];
        for (const part of parts) {
          ours.update(part);
          nodes.update(part);
        }
        expect(Buffer.from(await ours.digest())).toEqual(nodes.digest());
      }),
      { seed: 1 },
    );
  });

  test("keeps what it was given, whatever becomes of it", async () => {
    const data = Uint8Array.of(1, 2, 3);
    const hash = new WebSha256();
    hash.update(data);
    data.fill(0);
    expect(Buffer.from(await hash.digest())).toEqual(
      createHash("sha256")
        .update(Uint8Array.of(1, 2, 3))
        .digest(),
    );
  });

  test("says what is missing on a page that is not secure", async () => {
    jest.spyOn(globalThis.crypto, "subtle", "get").mockReturnValue(undefined as never);
    await expect(new WebSha256().digest()).rejects.toMatchObject({
      name: "ConfigurationError",
      message: expect.stringMatching(/crypto\.subtle.*https or on localhost.*pass `sha256`/),
    });
  });
});
