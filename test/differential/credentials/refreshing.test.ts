import { setTimeout as wait } from "node:timers/promises";
import { AmplifyBackendClient as OfficialClient } from "@aws-sdk/client-amplifybackend";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { AmplifyBackendClient } from "@tinsmith/amplifybackend";
import fc from "fast-check";
import { PROPERTY_TIMEOUT, propertySettings } from "../support/runs.js";
import { FakeAws } from "./support/fake-aws.js";
import { within } from "./support/situation.js";

jest.setTimeout(PROPERTY_TIMEOUT);

const CLIENTS = [OfficialClient, AmplifyBackendClient] as const;

/** Milliseconds. */
const MINUTE = 60_000;

/** One point in time at which somebody needs credentials. */
interface Step {
  /** Milliseconds since the step before. */
  readonly later: number;
  /** How many need them at once. */
  readonly callers: number;
  readonly forceRefresh: boolean;
  /** What happens if they are fetched: they live that many milliseconds, for ever (null), or cannot be had (0). */
  readonly lifetime: number | null;
}

const step: fc.Arbitrary<Step> = fc.record({
  later: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 * MINUTE })),
  callers: fc.integer({ min: 1, max: 4 }),
  forceRefresh: fc.boolean(),
  // Not less than five minutes: there the official client asks more often than it has to.
  lifetime: fc.oneof(fc.constant(null), fc.constant(0), fc.integer({ min: 5 * MINUTE, max: 90 * MINUTE })),
});

/** What everybody got, step by step, and how often credentials were fetched until then. */
async function play(Client: (typeof CLIENTS)[number], steps: readonly Step[]): Promise<unknown[]> {
  let now = Date.UTC(2030, 0);
  let fetched = 0;
  let current: Step | undefined;
  const clock = jest.spyOn(Date, "now").mockImplementation(() => now);
  const credentials = async () => {
    fetched++;
    const lifetime = current?.lifetime ?? null;
    if (lifetime === 0) throw new Error("no");
    const expiration = lifetime === null ? {} : { expiration: new Date(now + lifetime) };
    return { accessKeyId: `AK${fetched}`, secretAccessKey: "fake-secret", ...expiration };
  };
  const { config } = new Client({ region: "eu-west-1", credentials });
  const ask = () =>
    config.credentials(current?.forceRefresh ? { forceRefresh: true } : {}).then(
      ({ accessKeyId }) => accessKeyId,
      () => "none",
    );
  try {
    const seen: unknown[] = [];
    for (current of steps) {
      now += current.later;
      seen.push([...(await Promise.all(Array.from({ length: current.callers }, ask))), fetched]);
    }
    return seen;
  } finally {
    clock.mockRestore();
  }
}

describe("credentials that run out", () => {
  test("are fetched when the official client fetches them, once for all who wait", async () => {
    const settings = propertySettings(200);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        count += steps.length;
        const [official, ours] = [await play(OfficialClient, steps), await play(AmplifyBackendClient, steps)];
        expect(ours).toEqual(official);
      }),
      settings,
    );
    console.log(`credentials: ${settings.numRuns} lives of a client, ${count} points in time`);
  });
});

describe("credentials of a machine", () => {
  let aws: FakeAws;
  beforeAll(async () => {
    aws = await FakeAws.start();
  });
  afterAll(() => aws.close());

  /** The machine gives new keys each time, which live for four minutes. */
  const answerWithNewKeys = () => {
    let answers = 0;
    return ({ url }: { url: string }) => {
      if (!url.endsWith("/machine-role")) return undefined;
      const Expiration = new Date(Date.now() + 4 * MINUTE).toISOString();
      const keys = { AccessKeyId: `MACHINE${++answers}`, SecretAccessKey: "fake-secret", Token: "token" };
      return { body: JSON.stringify({ Code: "Success", ...keys, Expiration }) };
    };
  };

  /** Waits until the machine is asked no more. */
  const settle = async (): Promise<void> => {
    for (let before = -1; before !== aws.questions.length; ) {
      before = aws.questions.length;
      await wait(100);
    }
  };

  test("are fetched once for calls that need them at the same time, as by the official client", async () => {
    for (const Client of CLIENTS) {
      await within(aws, {}, async () => {
        const { config } = new Client({ region: "eu-west-1" });
        await Promise.all(Array.from({ length: 20 }, () => config.credentials()));
        // One for a token, one for the name of the role, one for its keys.
        expect([Client.name, aws.questions.length]).toEqual([Client.name, 3]);
      });
    }
  });

  test("that are about to run out are used while new ones are fetched behind the scenes, as by the official client", async () => {
    const keys: string[][] = [];
    for (const Client of CLIENTS) {
      await within(aws, { answer: answerWithNewKeys() }, async () => {
        const { config } = new Client({ region: "eu-west-1" });
        const seen: string[] = [];
        for (let index = 0; index < 3; index++) {
          seen.push((await config.credentials()).accessKeyId);
          await settle();
        }
        keys.push(seen);
      });
    }
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[0]).toEqual(["MACHINE1", "MACHINE1", "MACHINE2"]);
  });
});
