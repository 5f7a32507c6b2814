import { describe, expect, test } from "@jest/globals";
import { buildModel } from "../../codegen/src/load/load-model.js";
import { explains } from "./differences.js";
import { disagreements, type Facts } from "./facts.js";
import { modelFacts } from "./model-facts.js";

const MODEL = `
smithy: "2.0"
namespace: example.pets
shapes:
  Pets:
    type: service
    version: "2020-01-01"
    operations: [Feed]
    errors: [Bitten]
    traits: { aws.protocols#restJson1: {}, aws.api#service: { sdkId: Pets }, aws.auth#sigv4: { name: pets } }
  Feed:
    type: operation
    input: FeedRequest
    output: FeedResponse
    traits: { http: { method: POST, uri: "/pets/{Name}", code: 200 } }
  FeedRequest:
    type: structure
    members:
      Name: { target: String, traits: { required: {}, httpLabel: {} } }
      Spoons: { target: Integer, traits: { jsonName: spoons, range: { min: 1, max: 9 } } }
      Foods: { target: Foods, traits: { jsonName: foods } }
      Chip: { target: Chip, traits: { jsonName: chip } }
  FeedResponse: { type: structure, members: { Left: Foods } }
  Foods: { type: list, member: Food }
  Food: { type: enum, members: { HAY: {}, MICE: {} } }
  Chip: { type: string, traits: { sensitive: {} } }
  Bitten: { type: structure, traits: { error: client, httpError: 409 } }
`;

const factsOf = (text: string): Facts => {
  const outcome = buildModel([{ file: "pets.yaml", text }]);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return modelFacts(outcome.value);
};

const changed = (from: string, to: string): readonly (readonly unknown[])[] => {
  if (!MODEL.includes(from)) throw new Error(`nothing to change: ${from}`);
  const text = MODEL.replaceAll(from, to);
  return disagreements(factsOf(text), factsOf(MODEL)).map(({ fact, ours, theirs }) => [fact, ours, theirs]);
};

describe("the facts of a model", () => {
  test.each([
    ["sdkId: Pets", "sdkId: Cats", [["service sdkId", "Cats", "Pets"]]],
    ["name: pets", "name: cats", [["service signing name", "cats", "pets"]]],
    ["restJson1", "restXml", [["service protocols", "aws.protocols#restXml", "aws.protocols#restJson1"]]],
    ["method: POST", "method: PUT", [["operation Feed method", "PUT", "POST"]]],
    ["/pets/", "/cats/", [["operation Feed uri", "/cats/{Name}", "/pets/{Name}"]]],
    ["code: 200", "code: 201", [["operation Feed code", "201", "200"]]],
    ["required: {}, ", "", [["FeedRequest.Name is required", undefined, "yes"]]],
    [
      "jsonName: spoons",
      "jsonName: s",
      [["FeedRequest.Spoons travels", "in the body as s", "in the body as spoons"]],
    ],
    [
      "jsonName: spoons",
      "httpQuery: s",
      [["FeedRequest.Spoons travels", "httpQuery", "in the body as spoons"]],
    ],
    ["target: Integer", "target: Long", [["FeedRequest.Spoons type", "long", "integer"]]],
    ["max: 9", "max: 8", [["FeedRequest.Spoons must have range", '{"min":1,"max":8}', '{"min":1,"max":9}']]],
    ["traits: { sensitive: {} }", "traits: {}", [["FeedRequest.Chip is sensitive", undefined, "yes"]]],
    [
      "MICE: {}",
      "FISH: {}",
      [
        ["FeedRequest.Foods type", "list of enum Food: FISH, HAY", "list of enum Food: HAY, MICE"],
        ["FeedResponse.Left type", "list of enum Food: FISH, HAY", "list of enum Food: HAY, MICE"],
      ],
    ],
    [
      "MICE: {}",
      "MICE: {}, CORN: {}",
      [
        ["FeedRequest.Foods type", "list of enum Food: CORN, HAY, MICE", "list of enum Food: HAY, MICE"],
        ["FeedResponse.Left type", "list of enum Food: CORN, HAY, MICE", "list of enum Food: HAY, MICE"],
      ],
    ],
    [
      "required: {}, httpLabel: {}",
      "required: {}",
      [["FeedRequest.Name travels", "in the body as Name", "in the path"]],
    ],
    [
      "members: { Left: Foods }",
      "members: { Left: Foods, More: String }",
      [
        ["FeedResponse.More travels", "in the body as More", undefined],
        ["FeedResponse.More type", "string", undefined],
      ],
    ],
    [
      "members: { Left: Foods }",
      "members: {}",
      [
        ["FeedResponse.Left travels", undefined, "in the body as Left"],
        ["FeedResponse.Left type", undefined, "list of enum Food: HAY, MICE"],
      ],
    ],
    ["error: client", "sensitive: {}, error: client", [["Bitten is sensitive", "yes", undefined]]],
    [
      "error: client",
      "error: server",
      [
        ["Bitten is an error", "409 server", "409 client"],
        ["operation Feed throws Bitten", "409 server", "409 client"],
      ],
    ],
    [
      "httpError: 409",
      "httpError: 400",
      [
        ["Bitten is an error", "400 client", "409 client"],
        ["operation Feed throws Bitten", "400 client", "409 client"],
      ],
    ],
    [
      "errors: [Bitten]",
      "errors: []",
      [
        ["Bitten is an error", undefined, "409 client"],
        ["operation Feed throws Bitten", undefined, "409 client"],
        ["structure Bitten", undefined, "exists"],
      ],
    ],
  ])("%s is not %s", (from, to, expected) => {
    expect(changed(from, to)).toEqual(expected);
  });

  test("an operation that is gone takes all its facts along", () => {
    const facts = changed("operations: [Feed]", "operations: []").map(([fact]) => fact);
    expect(facts).toEqual(
      expect.arrayContaining(["operation Feed uri", "operation Feed input", "structure FeedRequest"]),
    );
  });

  test.each([
    [
      "Foods: { type: list",
      "Meals: { type: list",
      "target: Foods",
      "target: Meals",
      "Left: Foods",
      "Left: Meals",
    ],
    ["Chip: { type: string", "Tag: { type: string", "target: Chip", "target: Tag"],
  ])("leave names out that never travel: %s", (...replacements) => {
    let text = MODEL;
    for (let index = 0; index < replacements.length; index += 2) {
      text = text.replace(String(replacements[index]), String(replacements[index + 1]));
    }
    expect(text).not.toBe(MODEL);
    expect(disagreements(factsOf(text), factsOf(MODEL))).toEqual([]);
  });
});

describe("a row of the table", () => {
  const row = {
    fact: "*Response.Left is required",
    times: 1,
    except: ["PlayResponse"],
    ours: "yes",
    theirs: undefined,
    reason: "",
  };

  test.each([
    ["another member", { fact: "FeedResponse.Right is required", ours: "yes", theirs: undefined }],
    ["the other way round", { fact: "FeedResponse.Left is required", ours: undefined, theirs: "yes" }],
    ["a shape that it excepts", { fact: "PlayResponse.Left is required", ours: "yes", theirs: undefined }],
    [
      "more than the name of a shape",
      { fact: "a b.FeedResponse.Left is required", ours: "yes", theirs: undefined },
    ],
  ])("does not explain %s", (_, disagreement) => {
    expect(explains(row, disagreement)).toBe(false);
  });

  test("explains what it says, of any shape that fits", () => {
    expect(explains(row, { fact: "FeedResponse.Left is required", ours: "yes", theirs: undefined })).toBe(
      true,
    );
  });
});
