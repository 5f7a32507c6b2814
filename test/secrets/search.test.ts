import { expect, test } from "@jest/globals";
import { Search } from "./support/search.js";

const CANARY = "canary00007x";

const withHidden = (error: Error, key: string | symbol, value: unknown): Error =>
  Object.defineProperty(error, key, { value, enumerable: false });

/** An error whose class has the canary in a getter. */
class Inherited extends Error {
  get told(): string {
    return CANARY;
  }
}

test.each<[string, Error]>([
  ["its message", new Error(`no ${CANARY}`)],
  ["its stack", Object.assign(new Error("no"), { stack: `at ${CANARY}` })],
  ["a cause", new Error("no", { cause: new Error("no", { cause: CANARY }) })],
  ["one of several errors", new AggregateError([new Error(CANARY)], "no")],
  ["a property", Object.assign(new Error("no"), { deep: [{ down: { below: { here: CANARY } } }] })],
  ["a property that is not enumerable", withHidden(new Error("no"), "hidden", CANARY)],
  ["a property under a symbol", withHidden(new Error("no"), Symbol("hidden"), CANARY)],
  ["the name of a property", Object.assign(new Error("no"), { [CANARY]: 1 })],
  ["a getter of its class", new Inherited("no")],
  ["a map", Object.assign(new Error("no"), { map: new Map([[CANARY, 1]]) })],
  ["bytes", Object.assign(new Error("no"), { rawPacket: Buffer.from(`no ${CANARY}`) })],
  ["what its JSON is", Object.assign(new Error("no"), { toJSON: () => CANARY })],
])("the search finds a canary in %s of an error", (_where, error) => {
  const search = new Search();
  search.inError("error", error);
  expect([...search.found.keys()]).toEqual([CANARY]);
});

test("the search finds nothing where there is nothing, and counts where it looked", () => {
  const search = new Search();
  search.inError("error", new Error("canary"));
  expect(search.found.size).toBe(0);
  expect(search.places.size).toBeGreaterThan(8);
  expect(search.texts).toBeGreaterThan(10);
});
