import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { httpCollections } from "./http-collections.js";

const SHAPES = `
  S: { type: structure }
  Structures: { type: list, member: S }
  Texts: { type: list, member: String }
  TextMap: { type: map, key: String, value: String }
  ListMap: { type: map, key: String, value: Texts }
  NumberMap: { type: map, key: String, value: Integer }
  Numbers: { type: list, member: Integer }
  NumbersMap: { type: map, key: String, value: Numbers }
  A:
    type: structure
    members:`;

const told = (...members: readonly string[]): string[] =>
  found(
    httpCollections,
    `${SHAPES}\n${members.map((member, at) => `      m${at}: ${member}`).join("\n")}`,
  ).map((line) => line.replaceAll("com.example#", "").replace(/^\S+ /u, ""));

test("collections outside of the body hold what can be written there", () => {
  expect(
    told(
      "{ target: Structures, traits: { httpHeader: X-A } }",
      "{ target: Structures, traits: { httpQuery: a } }",
      "{ target: NumberMap, traits: { httpPrefixHeaders: x- } }",
      "{ target: ListMap, traits: { httpPrefixHeaders: x- } }",
      "{ target: NumberMap, traits: { httpQueryParams: {} } }",
      "{ target: NumbersMap, traits: { httpQueryParams: {} } }",
    ),
  ).toEqual([
    'A$m0 the trait "httpHeader" cannot be on a collection of S, of type structure',
    'A$m1 the trait "httpQuery" cannot be on a collection of S, of type structure',
    'A$m2 the trait "httpPrefixHeaders" cannot be on a collection of smithy.api#Integer, of type integer',
    'A$m3 the trait "httpPrefixHeaders" cannot be on a collection of Texts, of type list',
    'A$m4 the trait "httpQueryParams" cannot be on a collection of smithy.api#Integer, of type integer',
    'A$m5 the trait "httpQueryParams" cannot be on a collection of Numbers, of type list',
  ]);
});

test("those that do, and those in the body, are right", () => {
  expect(
    told(
      "{ target: Texts, traits: { httpHeader: X-A } }",
      "{ target: Numbers, traits: { httpQuery: a } }",
      "{ target: TextMap, traits: { httpPrefixHeaders: x- } }",
      "{ target: ListMap, traits: { httpQueryParams: {} } }",
      "{ target: TextMap, traits: { httpQueryParams: {} } }",
      "Structures",
      "{ target: Integer, traits: { httpHeader: X-B } }",
    ),
  ).toEqual([]);
});
