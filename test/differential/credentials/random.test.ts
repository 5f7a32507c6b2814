import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { PROPERTY_TIMEOUT, propertySettings } from "../support/runs.js";
import { arbitrarySurroundings } from "./support/arbitrary-surroundings.js";
import { FakeAws } from "./support/fake-aws.js";
import { callBoth } from "./support/situation.js";

jest.setTimeout(PROPERTY_TIMEOUT);

let aws: FakeAws;
beforeAll(async () => {
  aws = await FakeAws.start();
  jest.spyOn(console, "warn").mockImplementation(() => {});
});
afterAll(() => aws.close());

test("in any surroundings both clients sign with the same, or with nothing", async () => {
  const settings = propertySettings(100);
  const signers = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(arbitrarySurroundings, async (surroundings) => {
      const { official, ours } = await callBoth(aws, surroundings);
      const signer = official.signer?.split(" ")[0] ?? "nobody";
      signers.set(signer, (signers.get(signer) ?? 0) + 1);
      expect({ ...ours, error: undefined }).toEqual({ ...official, error: undefined });
      expect(ours.error?.name).toBe(official.error && "CredentialsProviderError");
    }),
    settings,
  );
  const most = [...signers].sort(([, one], [, other]) => other - one);
  console.log(
    `credentials: ${settings.numRuns} random surroundings: ${most.map((entry) => entry.join(" ")).join(", ")}`,
  );
  // Were everything to fail, or to come from one place, nothing would be compared.
  expect(signers.size).toBeGreaterThan(5);
});
