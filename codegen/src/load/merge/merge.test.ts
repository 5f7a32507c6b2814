import { describe, expect, test } from "@jest/globals";
import { membersOf } from "../../model/lookup.js";
import type { Shape } from "../../model/model.js";
import { modelOf, outcomeOfText, tell } from "../../testing/model-text.js";
import { sameMeaning } from "./same.js";

const told = (shapes: string): string[] => tell(outcomeOfText(shapes).diagnostics);

const shape = (shapes: string, name: string): Shape => {
  const found = modelOf(shapes).shapes.get(`com.example#${name}`);
  if (found === undefined) throw new Error(`${name} is not in the model`);
  return found;
};

const traits = (found: Shape, member?: string): unknown =>
  Object.fromEntries(
    [
      ...(member === undefined ? found : (membersOf(found).find(({ name }) => name === member) ?? found))
        .traits,
    ].map(([id, value]) => [id.replace("smithy.api#", ""), value]),
  );

describe("mixins", () => {
  const MODEL = `
  First: { type: structure, members: { a: String, b: { target: String, traits: { since: first } } }, traits: { mixin: {}, tags: [first], title: first } }
  Second: { type: structure, mixins: [Base], members: { c: String }, traits: { mixin: { localTraits: [smithy.api#internal] }, internal: {}, title: second } }
  Base: { type: structure, members: { base: String }, traits: { mixin: {} } }
  Own: { type: structure, mixins: [First, Second], members: { d: String, b: { target: String, traits: { required: {} } } }, traits: { since: own } }`;

  test("bring their members first, in order, those of their own mixins included", () => {
    expect(membersOf(shape(MODEL, "Own")).map(({ name }) => name)).toEqual(["a", "b", "base", "c", "d"]);
  });

  test("bring their traits, a later one's before an earlier one's, and never their local ones", () => {
    expect(traits(shape(MODEL, "Own"))).toEqual({ tags: ["first"], title: "second", since: "own" });
  });

  test("a member that is said again has the traits of both", () => {
    expect(traits(shape(MODEL, "Own"), "b")).toEqual({ since: "first", required: {} });
  });

  test("can be of operations, services and resources", () => {
    const found = shape(
      `
  Common: { type: operation, errors: [Gone], traits: { mixin: {}, readonly: {} } }
  Get: { type: operation, mixins: [Common], errors: [Other, Gone] }
  Gone: { type: structure, traits: { error: client } }
  Other: { type: structure, traits: { error: client } }`,
      "Get",
    );
    expect(found.type === "operation" && found.errors.map(({ target }) => target)).toEqual([
      "com.example#Other",
      "com.example#Gone",
    ]);
    expect(traits(found)).toEqual({ readonly: {} });
  });

  test("that do not exist, are none, or mix themselves in", () => {
    expect(
      told(`
  A: { type: structure, mixins: [Mixn] }
  B: { type: structure, mixins: [A] }
  Mixin: { type: structure, mixins: [Other], traits: { mixin: {} } }
  Other: { type: structure, mixins: [Mixin], traits: { mixin: {} } }`).sort(),
    ).toEqual([
      'model.yaml:5:34 com.example#A the mixin com.example#Mixn does not exist → Did you mean "com.example#Mixin"?',
      'model.yaml:6:34 com.example#B com.example#A is no mixin: it lacks the trait "mixin"',
      expect.stringMatching(/^model\.yaml:[78]:38 .* mixes itself in/u),
    ]);
  });
});

describe("apply", () => {
  test("adds to a shape, a member, a list's member and a member that a mixin brought, before what they say", () => {
    const model = `
  A: { type: structure, mixins: [M], members: { b: { target: L, traits: { since: inside } } } }
  M: { type: structure, members: { m: String }, traits: { mixin: {} } }
  L: { type: list, member: String }
  A$b: { type: apply, traits: { since: outside, required: {} } }
  A$m: { type: apply, traits: { tags: [x] } }
  L$member: { type: apply, traits: { tags: [y] } }`;
    expect(traits(shape(model, "A"), "b")).toEqual({ since: "outside", required: {} });
    expect(traits(shape(model, "A"), "m")).toEqual({ tags: ["x"] });
    expect(traits(shape(model, "L"), "member")).toEqual({ tags: ["y"] });
  });

  test("to a mixin reaches the shapes that mix it in", () => {
    const model = `
  A: { type: structure, mixins: [M] }
  M: { type: structure, members: { m: String }, traits: { mixin: {} } }
  M$m: { type: apply, traits: { required: {} } }`;
    expect(traits(shape(model, "A"), "m")).toEqual({ required: {} });
  });

  test("to a shape or member that does not exist", () => {
    expect(
      told(`
  Thing: { type: structure, members: { name: String } }
  Thign$x: { type: apply, traits: {} }
  Thing$nane: { type: apply, traits: {} }`),
    ).toEqual([
      'model.yaml:6:3 com.example#Thign$x traits are applied to com.example#Thign$x, which does not exist → Did you mean "com.example#Thing"?',
      'model.yaml:7:3 com.example#Thing$nane com.example#Thing has no member "nane" → Did you mean "name"?',
    ]);
  });
});

describe("sameMeaning", () => {
  test("leaves places aside, and nothing else", () => {
    expect(
      sameMeaning(
        { a: [1, new Map([["b", null]])], location: 1 },
        { location: 2, a: [1, new Map([["b", null]])] },
      ),
    ).toBe(true);
    for (const [one, other] of [
      [{ a: 1 }, { a: 2 }],
      [{ a: 1 }, { a: 1, b: undefined }],
      [[1], { 0: 1 }],
      [new Map([["a", 1]]), new Map([["a", 2]])],
      [new Map([["a", 1]]), new Map([["b", 1]])],
      [null, {}],
    ]) {
      expect(sameMeaning(one, other)).toBe(false);
      expect(sameMeaning(other, one)).toBe(false);
    }
  });
});
