import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { ValidationIssue } from "@tinsmith/amplifybackend";
import { difference } from "../support/differences.js";
import { officialOperations } from "../support/official-operations.js";
import { type Outcome, type OutcomePair, PairRecorder, sent } from "../support/pair-recorder.js";
import { requestFacts } from "../support/request-facts.js";
import { PROPERTY_TIMEOUT } from "../support/runs.js";
import { inputWith, type Site, sitesOf, valueAt } from "./support/sites.js";

jest.setTimeout(PROPERTY_TIMEOUT);

let pair: PairRecorder;
/** Ours without the constraints that can be switched off one by one. */
let unconstrained: PairRecorder;
beforeAll(async () => {
  pair = await PairRecorder.open();
  const validation = { min: false, max: false, enum: false };
  unconstrained = await PairRecorder.open({ ours: { validation } });
});
afterAll(() => Promise.all([pair.close(), unconstrained.close()]));

const sites = officialOperations.flatMap(sitesOf);
const bodySites = sites.filter(({ kind }) => kind !== "label");

const bodyOf = (outcome: Outcome): unknown => JSON.parse(sent(outcome).body);

/** The only problem that our client finds with an input; it has sent nothing. */
const issueOf = ({ ours }: OutcomePair): Partial<ValidationIssue> => {
  const { name, issues = [] } = ours.error as Error & { issues?: readonly ValidationIssue[] };
  expect([name, issues.length]).toEqual(["InputValidationError", 1]);
  return { path: issues[0]?.path ?? "", code: issues[0]?.code ?? "custom" };
};

/** Puts a value in each of the places, one at a time. */
const tryEach = async (
  places: readonly Site[],
  valueFor: (site: Site) => unknown,
  check: (site: Site, outcomes: OutcomePair, value: unknown) => Promise<void> | void,
): Promise<void> => {
  expect(places).not.toHaveLength(0);
  for (const site of places) {
    const value = valueFor(site);
    await check(site, await pair.record(site.operation.name, inputWith(site, value)), value);
  }
};

/** Both clients send the same where the constraint is switched off. */
const expectSentUnconstrained = async (site: Site, value: unknown): Promise<void> => {
  const { ours, official } = await unconstrained.record(site.operation.name, inputWith(site, value));
  expect(requestFacts(sent(ours))).toEqual(requestFacts(sent(official)));
};

/** What the official client sends for an input without what is in a place. */
const bodyWithout = async (site: Site): Promise<unknown> =>
  bodyOf((await pair.record(site.operation.name, inputWith(site, undefined))).official);

describe("refused before it is sent", () => {
  test(difference("invalid-type"), async () => {
    const wrong = { string: 5, number: "5", integer: 1.5, boolean: "true", structure: "text", list: "text" };
    await tryEach(
      bodySites,
      ({ shape }) => wrong[shape.kind === "number" && shape.integer ? "integer" : shape.kind],
      (site, outcomes, value) => {
        expect(issueOf(outcomes).path).toBe(site.path);
        expect(valueAt(bodyOf(outcomes.official), site.wireKeys)).toBe(value);
      },
    );
  });

  test(difference("invalid-null"), async () => {
    const optional = bodySites.filter(({ kind }) => kind === "optional");
    await tryEach(
      optional,
      () => null,
      async (site, outcomes) => {
        expect(issueOf(outcomes).path).toBe(site.path);
        expect(bodyOf(outcomes.official)).toEqual(await bodyWithout(site));
      },
    );
    const items = bodySites.filter(({ kind }) => kind === "item");
    await tryEach(
      items,
      () => null,
      (site, outcomes) => {
        expect(issueOf(outcomes).path).toBe(site.path);
        expect(valueAt(bodyOf(outcomes.official), site.wireKeys.slice(0, -1))).toEqual([]);
      },
    );
  });

  test(difference("invalid-missing"), async () => {
    const required = bodySites.filter(({ kind }) => kind === "required");
    await tryEach(
      required,
      () => undefined,
      (site, outcomes) => {
        expect(issueOf(outcomes)).toEqual({ path: site.path, code: "missing" });
        expect(valueAt(bodyOf(outcomes.official), site.wireKeys)).toBeUndefined();
      },
    );
  });

  test(difference("invalid-enum"), async () => {
    const enums = bodySites.filter(({ shape }) => shape.kind === "string" && shape.values !== undefined);
    await tryEach(
      enums,
      () => "NO_SUCH_VALUE",
      async (site, outcomes, value) => {
        expect(issueOf(outcomes)).toEqual({ path: site.path, code: "invalid_value" });
        expect(valueAt(bodyOf(outcomes.official), site.wireKeys)).toBe(value);
        await expectSentUnconstrained(site, value);
      },
    );
  });

  test.each([0, -1, 26, 9999])(`${difference("invalid-range")}: %d`, async (number) => {
    const ranged = bodySites.filter(({ shape }) => shape.kind === "number" && shape.max !== undefined);
    await tryEach(
      ranged,
      () => number,
      async (site, outcomes) => {
        expect(issueOf(outcomes).path).toBe(site.path);
        expect(valueAt(bodyOf(outcomes.official), site.wireKeys)).toBe(number);
        await expectSentUnconstrained(site, number);
      },
    );
  });

  test(difference("invalid-unknown"), async () => {
    const structures = bodySites.filter(({ shape }) => shape.kind === "structure");
    await tryEach(
      structures,
      () => ({ NoSuchMember: "x" }),
      async (site, { ours, official }) => {
        // What stands in a sensitive structure may be secret, and the name of a member, too.
        expect(String(ours.error)).toMatch(/\.NoSuchMember|\["\*{3}SensitiveInformation\*{3}"\]/);
        expect(String(ours.error)).toContain(site.path);
        expect(valueAt(bodyOf(official), site.wireKeys)).toEqual({});
      },
    );
    for (const { name } of officialOperations) {
      const input = {
        AppId: "a",
        BackendEnvironmentName: "b",
        JobId: "c",
        SessionId: "d",
        NoSuchMember: "x",
      };
      const { ours, official } = await pair.record(name, input);
      expect(String(ours.error)).toContain("NoSuchMember");
      expect(sent(official).body).not.toContain("oSuchMember");
    }
  });
});
