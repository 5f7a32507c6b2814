import { expect, test } from "@jest/globals";
import { ANYTHING_UNREAD } from "../../model/unread.js";
import { found, modelOf, tell } from "../../testing/model-text.js";
import { unknownTraits } from "./unknown-traits.js";

test("in smithy.api and tinsmith every unknown trait is an error, each time", () => {
  const model = `
  A: { type: structure, members: { b: { target: String, traits: { requird: {} } } }, traits: { tinsmith#startJob: {} } }
  B: { type: string, traits: { requird: {}, zzzzzzzzz: {} } }`;
  expect(found(unknownTraits, model)).toEqual([
    'model.yaml:5:96 com.example#A there is no trait tinsmith#startJob → Did you mean "tinsmith#startsJob"?',
    'model.yaml:5:67 com.example#A$b there is no trait smithy.api#requird → Did you mean "smithy.api#required"?',
    'model.yaml:6:32 com.example#B there is no trait smithy.api#requird → Did you mean "smithy.api#required"?',
    "model.yaml:6:45 com.example#B there is no trait smithy.api#zzzzzzzzz → Correct the name; or, if it is the end of a text within { … }, quote that text: it has a comma.",
  ]);
});

test("of other namespaces each is a warning, once; those of AWS and Smithy are known", () => {
  const model = `
  A: { type: string, traits: { other#one: {}, aws.api#arn: {}, smithy.rules#endpointTests: {} } }
  B: { type: string, traits: { other#one: {}, other#two: {} } }`;
  expect(found(unknownTraits, model)).toEqual([
    "warning: model.yaml:5:32 com.example#A the trait other#one is unknown and has no effect → Reported once, however often it stands in the model.",
    "warning: model.yaml:6:47 com.example#B the trait other#two is unknown and has no effect → Reported once, however often it stands in the model.",
  ]);
});

test("a trait that the model defines is known", () => {
  expect(
    found(
      unknownTraits,
      "  mine: { type: structure, traits: { trait: {} } }\n  A: { type: string, traits: { mine: {} } }",
    ),
  ).toEqual([]);
});

test("what cannot be a name is told as what it is: the end of a text that was not quoted", () => {
  expect(
    found(unknownTraits, "  A: { type: string, traits: { documentation: One, and two: 2, 'a#': {} } }"),
  ).toEqual([
    'model.yaml:5:52 com.example#A "and two" cannot be the name of a trait → A text within { … } must be quoted if it has a comma.',
    'model.yaml:5:64 com.example#A "" cannot be the name of a trait → A text within { … } must be quoted if it has a comma.',
  ]);
});

test("a misspelt trait of AWS's is a warning that names the right one", () => {
  const told = found(
    unknownTraits,
    "  A: { type: service, traits: { aws.auth#sigv: {}, aws.auth#sigv4a: {}, aws.api#data: 1 } }",
  );
  expect(told).toEqual([
    'warning: model.yaml:5:33 com.example#A the trait aws.auth#sigv is unknown and has no effect → Did you mean "aws.auth#sigv4"?',
  ]);
});

test("a trait that stands in what could not be read is not taken for unknown", () => {
  const model = modelOf("  A: { type: string, traits: { a.b#mine: {}, smithy.api#zzzzz: {} } }");
  expect(tell(unknownTraits(model, ANYTHING_UNREAD))).toEqual([
    expect.stringContaining("there is no trait smithy.api#zzzzz"),
  ]);
});
