import { beforeAll, expect, test } from "@jest/globals";
import { membersOf, shapeName } from "../../codegen/src/model/lookup.js";
import type { Shape } from "../../codegen/src/model/model.js";
import { serviceOperations } from "../../codegen/src/model/service-operations.js";
import { clientBodyMembers } from "./client-facts.js";
import { reachable, serviceOf } from "./model-facts.js";
import { load, OUR_MODEL } from "./official-model.js";

let structures: readonly Shape[];
beforeAll(async () => {
  const model = await load(OUR_MODEL);
  const inputs = serviceOperations(model, serviceOf(model)).map(({ input }) => input.target);
  structures = reachable(model, inputs).filter(({ type }) => type === "structure");
});

const bodyMembers = (structure: Shape): readonly string[] =>
  membersOf(structure)
    .filter(({ traits }) => !traits.has("smithy.api#httpLabel"))
    .map(({ name }) => name);

// JSON does not care, but whoever compares captured requests, or signatures over them, does.
test("what is sent has its members in the order in which the official client writes them", () => {
  const official = clientBodyMembers();
  const names = structures.map(({ id }) => shapeName(id));
  expect(names.length).toBeGreaterThan(31);
  expect(structures.map((structure) => [shapeName(structure.id), bodyMembers(structure)])).toEqual(
    names.map((name) => [name, official.get(name)]),
  );
});
