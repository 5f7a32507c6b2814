import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { builtIn } from "./situations/built-in.js";
import { containers, machines } from "./situations/metadata.js";
import { roles } from "./situations/roles.js";
import { processes, singleSignOn, webIdentities } from "./situations/tokens.js";
import { FakeAws } from "./support/fake-aws.js";
import { callBoth } from "./support/situation.js";

/** Milliseconds: some of AWS's providers wait for seconds before they give up. */
jest.setTimeout(60_000);

let aws: FakeAws;
beforeAll(async () => {
  aws = await FakeAws.start();
});
beforeEach(() => {
  jest.spyOn(console, "warn").mockImplementation(() => {});
});
afterAll(() => aws.close());

const groups = {
  "what is built in": builtIn,
  roles,
  processes,
  "web identities": webIdentities,
  "single sign-on": singleSignOn,
  containers,
  machines,
};

describe.each(Object.entries(groups))("both clients sign with the same: %s", (_group, situations) => {
  test.each(situations)("$what", async ({ what: _, signs, ...situation }) => {
    const { official, ours } = await callBoth(aws, situation);
    expect({ ...ours, error: undefined }).toEqual({ ...official, error: undefined });
    expect(ours.signer).toBe(signs);
    expect([ours.error === undefined, official.error === undefined]).toEqual([
      signs !== undefined,
      signs !== undefined,
    ]);
  });
});

test("the table is long", () => {
  const count = Object.values(groups).flat().length;
  console.log(`credentials: ${count} situations, in each of which both clients made a call`);
  expect(count).toBeGreaterThan(20);
});
