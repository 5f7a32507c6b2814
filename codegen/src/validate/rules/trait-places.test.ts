import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { traitPlaces } from "./trait-places.js";

test("sensitive does not apply to members", () => {
  const model = "  A: { type: structure, members: { b: { target: String, traits: { sensitive: {} } } } }";
  expect(found(traitPlaces, model)).toEqual([
    'model.yaml:5:67 com.example#A$b the trait "sensitive" has no meaning on a structure member → Give the member a shape of its own, and mark that shape sensitive.',
  ]);
});

test("a trait on the wrong kind of shape names the right ones", () => {
  expect(found(traitPlaces, "  A: { type: structure, traits: { http: {}, httpLabel: {} } }")).toEqual([
    'model.yaml:5:35 com.example#A the trait "http" has no meaning on a structure → It belongs on: operation.',
    'model.yaml:5:45 com.example#A the trait "httpLabel" has no meaning on a structure → It belongs on: structure member.',
  ]);
});

test("right places are right", () => {
  const model = `
  A: { type: structure, members: { b: { target: List, traits: { required: {}, length: { min: 1 } } } }, traits: { sensitive: {}, documentation: d } }
  List: { type: list, member: { target: String, traits: { pattern: a } }, traits: { sparse: {} } }
  Enum: { type: enum, members: { A: { traits: { enumValue: a } } }, traits: { length: { min: 1 } } }`;
  expect(found(traitPlaces, model)).toEqual([]);
});

test("a trait on a member must suit what the member targets", () => {
  const model = `
  A:
    type: structure
    members:
      range: { target: String, traits: { range: { min: 1 } } }
      length: { target: Integer, traits: { length: { min: 1 } } }
      pattern: { target: Boolean, traits: { pattern: a } }
      time: { target: String, traits: { timestampFormat: date-time } }
      header: { target: B, traits: { httpHeader: X-B } }
      query: { target: B, traits: { httpQuery: b } }
      params: { target: String, traits: { httpQueryParams: {} } }
      prefix: { target: String, traits: { httpPrefixHeaders: x- } }
      code: { target: String, traits: { httpResponseCode: {} } }
      payload: { target: Integer, traits: { httpPayload: {} } }
      token: { target: Integer, traits: { idempotencyToken: {} } }
      right: { target: Integer, traits: { range: { min: 1 }, httpHeader: X-C } }
      unknown: { target: Nowhere, traits: { range: { min: 1 } } }
  B: { type: structure }`;
  expect(
    found(traitPlaces, model).map((line) =>
      line.replace(/^\S+ com\.example#A\$(\w+) .* on a (.*) → .*$/u, "$1: $2"),
    ),
  ).toEqual([
    "range: member of type string",
    "length: member of type integer",
    "pattern: member of type boolean",
    "time: member of type string",
    "header: member of type structure",
    "query: member of type structure",
    "params: member of type string",
    "prefix: member of type string",
    "code: member of type string",
    "payload: member of type integer",
    "token: member of type integer",
  ]);
});
