import { beforeAll, describe, expect, test } from "@jest/globals";
import { clientFacts, inTermsOfClient, isKnownToClient } from "./client-facts.js";
import { DIFFERENCES, type Difference, explains } from "./differences.js";
import { type Disagreement, disagreements, type Facts } from "./facts.js";
import { modelFacts } from "./model-facts.js";
import { load, OUR_MODEL, officialModel } from "./official-model.js";

const official = officialModel();

let ours: Facts;
beforeAll(async () => {
  ours = modelFacts(await load(OUR_MODEL));
});

const unexplained = (found: readonly Disagreement[], table: readonly Difference[]): readonly Disagreement[] =>
  found.filter((disagreement) => !table.some((difference) => explains(difference, disagreement)));

/** How often each row of the table is met: to be compared with how often it says it is. */
const met = (found: readonly Disagreement[], table: readonly Difference[]): readonly [string, number][] =>
  table.map((row) => [row.fact, found.filter((each) => explains(row, each)).length]);

const foreseen = (table: readonly Difference[]): readonly [string, number][] =>
  table.map(({ fact, times }) => [fact, times]);

describe("wire facts", () => {
  if (official.path === undefined) {
    test.skip(`equal AWS's model (${official.missing})`, () => {});
  } else {
    const { path } = official;
    let found: readonly Disagreement[];
    beforeAll(async () => {
      found = disagreements(ours, modelFacts(await load(path)));
    });

    test("equal AWS's model, but for the differences in the table", () => {
      expect(unexplained(found, DIFFERENCES)).toEqual([]);
    });

    test("differ from AWS's model as often as the table says", () => {
      expect(met(found, DIFFERENCES)).toEqual(foreseen(DIFFERENCES));
    });
  }

  const known = DIFFERENCES.filter(({ fact }) => isKnownToClient(fact));

  test("equal the official client's schemas, but for the differences in the table", () => {
    const found = disagreements(inTermsOfClient(ours), clientFacts());
    expect(unexplained(found, known)).toEqual([]);
    expect(met(found, known)).toEqual(foreseen(known));
  });

  test("are facts of 31 operations", () => {
    expect([...ours.keys()].filter((key) => /^operation \w+ uri$/u.test(key))).toHaveLength(31);
  });
});

describe("the table", () => {
  test("gives a reason for each row", () => {
    expect(DIFFERENCES.filter(({ reason }) => reason.length < 10)).toEqual([]);
  });

  test("has no two rows for one fact", () => {
    const facts = DIFFERENCES.map(({ fact }) => fact);
    expect(new Set(facts).size).toBe(facts.length);
  });
});
