import { beforeAll, describe, expect, test } from "@jest/globals";
import { findForeignClients } from "./clients/find-clients.js";
import { connectOurs } from "./clients/our-client.js";
import { type PlayedStory, playStory } from "./play-story.js";
import { PAGE, SPELLINGS, spell } from "./spelling.js";
import { STORY } from "./story.js";

const clients = findForeignClients();
for (const { name, absent } of clients) {
  if (absent !== undefined) console.warn(`SKIPPED: the story of ${name}: ${absent}`);
}
const titles = STORY.map((step) => [step.title, step] as const);

let ours: PlayedStory;
beforeAll(async () => {
  ours = await playStory(connectOurs);
});

describe("to our client, the local service says what it should:", () => {
  test.each(titles)("%s", (title, { gives, fails }) => {
    const outcome = ours.outcomes.get(title);
    expect(outcome).toMatchObject(fails === undefined ? { output: gives ?? {} } : { failure: fails });
  });

  test("models are a module of JavaScript", () => {
    expect(ours.outcomes.get("models are a module, no JSON")).toMatchObject({
      output: { Models: expect.stringMatching(/^export const schema = \{.*\};\s*$/s) },
    });
  });
});

const named = clients.map((client) => [`${client.name} ${client.version ?? "(absent)"}`, client] as const);

describe.each(named)("to %s, it says the same:", (_name, { name, version, absent, connect }) => {
  const spelling = SPELLINGS[name] ?? { tells: [], page: {} };
  const testIfThere = version === undefined ? test.skip : test;
  const reason = absent === undefined ? "" : ` (${name} is ${absent})`;
  let theirs: PlayedStory;

  beforeAll(async () => {
    if (version !== undefined) theirs = await playStory(connect);
    // A second for each call of the command, and many on a machine that has else to do.
  }, 600_000);

  testIfThere.each(titles)(`%s${reason}`, (title) => {
    const [expected, found] = [ours, theirs].map(({ outcomes }) => outcomes.get(title) ?? { output: {} });
    if (expected === undefined || found === undefined) throw new Error(`Nothing came of ${title}`);
    if (title === PAGE) expect(found).toMatchObject({ failure: spelling.page });
    else expect(spell(spelling, found)).toEqual(spell(spelling, expected));
  });

  testIfThere(`and does the same, no more and no less${reason}`, () => {
    expect(theirs.executed).toEqual(ours.executed);
    expect(ours.executed.length).toBeGreaterThan(20);
  });
});
