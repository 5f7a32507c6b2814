import { describe, expect, test } from "@jest/globals";
import { LocatedTraits, locateTrait } from "../../model/located-traits.js";
import { membersOf } from "../../model/lookup.js";
import type { Shape } from "../../model/model.js";
import { modelOf, modelText, outcomeOfText, tell } from "../../testing/model-text.js";
import { buildModel } from "../load-model.js";
import { sameMeaning, sameValue } from "./same.js";

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

  test("must be of the shape's own type, and agree with it about members", () => {
    expect(
      told(`
  A: { type: structure, mixins: [M, U], members: { m: Integer } }
  M: { type: structure, members: { m: String, n: String }, traits: { mixin: {} } }
  U: { type: union, members: { u: String }, traits: { mixin: {} } }`),
    ).toEqual([
      "model.yaml:5:37 com.example#A the mixin com.example#U is of type union, the shape of type structure",
      "model.yaml:5:52 com.example#A$m targets smithy.api#Integer, but smithy.api#String in the mixin com.example#M → Give both the same target, or one another name.",
    ]);
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
  const MODEL = `
  A: { type: structure, mixins: [M], members: { b: { target: L, traits: { since: one, tags: [in] } } } }
  M: { type: structure, members: { m: { target: String, traits: { since: one } } }, traits: { mixin: {} } }
  L: { type: list, member: String }
  K: { type: map, key: String, value: String }
  A$m: { type: apply, traits: { tags: [x], since: two } }
  L$member: { type: apply, traits: { tags: [y] } }
  K$key: { type: apply, traits: { since: k } }
  K$value: { type: apply, traits: { since: v } }
  A$b: { type: apply, traits: { since: one, required: {}, tags: [out] } }`;

  test("adds to a shape, a member, a list's member, a map's key and value", () => {
    expect(traits(shape(MODEL, "A"), "b")).toEqual({ since: "one", required: {}, tags: ["in", "out"] });
    expect(traits(shape(MODEL, "L"), "member")).toEqual({ tags: ["y"] });
    expect(traits(shape(MODEL, "K"), "key")).toEqual({ since: "k" });
    expect(traits(shape(MODEL, "K"), "value")).toEqual({ since: "v" });
  });

  test("goes before what a mixin brought", () => {
    expect(traits(shape(MODEL, "A"), "m")).toEqual({ tags: ["x"], since: "two" });
  });

  test("of a value that is another already is told with both places, whoever said it", () => {
    const since = (name: string, value: string): string =>
      `  ${name}: { type: apply, traits: { since: ${value} } }\n`;
    const { diagnostics } = buildModel([
      {
        file: "a.yaml",
        text: modelText("  A: { type: string, traits: { since: one } }\n  B: { type: string }"),
      },
      { file: "b.yaml", text: modelText(since("A", "two") + since("B", "b")) },
      { file: "c.yaml", text: modelText(since("B", "c")) },
    ]);
    const help = "Only lists are joined: say any other trait once.";
    expect(tell(diagnostics)).toEqual([
      `c.yaml:5:31 com.example#B the trait smithy.api#since has another value at b.yaml:6:31 → ${help}`,
      `b.yaml:5:31 com.example#A the trait smithy.api#since has another value at a.yaml:5:32 → ${help}`,
    ]);
  });

  test("of a list keeps the place of each of its items", () => {
    const found = shape(
      `
  A: { type: string, traits: { tags: [one] } }
  com.example#A: { type: apply, traits: { tags: [two, three] } }`,
      "A",
    );
    expect(traits(found)).toEqual({ tags: ["one", "two", "three"] });
    const places = [0, 1, 2].map((index) =>
      locateTrait(found.traits, "smithy.api#tags", [index], found.location),
    );
    expect(places.map(({ line, column }) => [line, column])).toEqual([
      [5, 39],
      [6, 50],
      [6, 55],
    ]);
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
  test("the word location is one like any other within a trait or metadata", () => {
    const trait = (location: number) =>
      new LocatedTraits([
        { id: "a#b", value: { location }, locate: () => ({ file: "", line: 1, column: 1 }) },
      ]);
    expect(sameMeaning(trait(1), trait(1))).toBe(true);
    expect(sameMeaning(trait(1), trait(2))).toBe(false);
    expect(sameValue({ location: 1 }, { location: 2 })).toBe(false);
  });

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
