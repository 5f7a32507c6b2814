import { expect, test } from "@jest/globals";
import { furtherScenarios } from "./support/further-scenarios.js";
import { runScenarios } from "./support/scenario.js";

test("no secret shows in anything that comes out of a client", async () => {
  const { canaries, search, calls } = await runScenarios(furtherScenarios);
  const leaks = [...search.found].map(([canary, places]) =>
    [canaries.planted.get(canary), ...places].join(" | "),
  );
  expect(leaks).toEqual([]);
  const { planted } = canaries;
  console.log(
    `Secrets: ${planted.size} canaries planted, ${calls} calls, ${search.places.size} kinds of places and ${search.texts} texts searched, ${search.found.size} found.`,
  );
}, 300_000);
