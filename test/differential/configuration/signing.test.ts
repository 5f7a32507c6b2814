import { createHash, createHmac } from "node:crypto";
import type { AmplifyBackendClientConfig } from "@aws-sdk/client-amplifybackend";
import { afterAll, describe, expect, test } from "@jest/globals";
import { observeBoth, situationsObserved } from "./support/observe.js";
import { keepConsoleQuiet } from "./support/quiet-console.js";
import { type Row, testRows } from "./support/rows.js";

keepConsoleQuiet();

const region = "eu-west-1";
const HOUR = 3_600_000;

/** Signs as a test may: with the names of what it is told. */
const signer = {
  sign: async (request: object, options: Readonly<Record<string, unknown>> = {}) => {
    const { headers, ...rest } = request as { headers: Record<string, string> };
    const told = Object.keys(options).filter((key) => options[key] !== undefined);
    return { ...rest, headers: { ...headers, "x-own-signature": told.join() } };
  },
} as unknown as Exclude<AmplifyBackendClientConfig["signer"], undefined>;

describe("signing", () => {
  const rows: Row[] = [
    ["with the clock of this machine", { config: { region } }, { hoursAhead: 0 }],
    ["with a clock that is ahead", { config: { region, systemClockOffset: 2 * HOUR } }, { hoursAhead: 2 }],
    [
      "with a clock that nobody may set",
      { config: { region, systemClockOffset: 2 * HOUR, disableClockSkewCorrection: true } },
      { hoursAhead: 0 },
    ],
    [
      "with a clock that nobody may set, by a function",
      { config: { region, systemClockOffset: 2 * HOUR, disableClockSkewCorrection: async () => true } },
      { hoursAhead: 0 },
    ],
    [
      "for another region",
      { config: { region, signingRegion: "us-east-1" } },
      { origin: "https://amplifybackend.eu-west-1.amazonaws.com", scope: "us-east-1/amplifybackend" },
    ],
    [
      "with a session token",
      {
        config: {
          region,
          credentials: { accessKeyId: "AKIDTEMP", secretAccessKey: "s", sessionToken: "token" },
        },
      },
      { accessKeyId: "AKIDTEMP", sessionToken: "token" },
    ],
    [
      "with a signer of the user's own that fails",
      { config: { region, signer: { sign: () => Promise.reject(new Error("no")) } } },
      { failure: /./ },
    ],
  ];
  testRows(rows);

  test.each([
    ["as an object", signer],
    ["as a function", async () => signer],
  ])("with a signer of the user's own, %s", async (_form, own) => {
    const { official, ours } = await observeBoth({ config: { region, signer: own as typeof signer } });
    expect(ours).toMatchObject({ scope: "", headers: { "x-own-signature": "signingDate" } });
    expect({ ours }).toEqual({ ours: official });
  });

  test.each([
    [undefined, "/backend/app/job/dev/job%252F1"],
    [false, "/backend/app/job/dev/job%2F1"],
  ])(
    "hashes with the user's own SHA-256 what signingEscapePath %p asks for",
    async (signingEscapePath, path) => {
      const hashed: string[][] = [];
      const situation = () => {
        const texts: string[] = [];
        hashed.push(texts);
        return {
          region,
          sha256: recordingSha256(texts),
          ...(signingEscapePath === undefined ? {} : { signingEscapePath }),
        };
      };
      const both = await observeBoth({ config: situation, input: { JobId: "job/1" } });
      expect(both.ours).toEqual(both.official);
      const paths = hashed.map((texts) => texts.find((text) => text.startsWith("GET\n"))?.split("\n")[1]);
      expect(paths).toEqual([path, path]);
    },
  );
});

/** A SHA-256 that notes what it is given. */
function recordingSha256(texts: string[]): Exclude<AmplifyBackendClientConfig["sha256"], undefined> {
  return class {
    readonly #hash;
    constructor(secret?: string | Uint8Array) {
      this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", secret);
    }
    update(data: string | Uint8Array): void {
      texts.push(Buffer.from(data).toString());
      this.#hash.update(data);
    }
    async digest(): Promise<Uint8Array> {
      return this.#hash.digest();
    }
    reset(): void {}
  } as unknown as Exclude<AmplifyBackendClientConfig["sha256"], undefined>;
}

afterAll(() => console.log(`signing: ${situationsObserved()} situations compared`));
