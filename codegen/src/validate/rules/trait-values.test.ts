import { describe, expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { traitValues } from "./trait-values.js";

/** What is said of one trait on a shape; the place and the shape are left out. */
const said = (trait: string, type = "string"): string[] =>
  found(traitValues, `  A: { type: ${type}, traits: { ${trait} } }`).map((line) =>
    line.replace(/^\S+ \S+ /u, ""),
  );

describe("traitValues", () => {
  test("a problem has the place within the value", () => {
    const model = `
  A:
    type: operation
    traits:
      http:
        method: GET
        uri: 7
        cod: 200`;
    expect(found(traitValues, model)).toEqual([
      'model.yaml:10:9 com.example#A the trait "http" at uri: expected string, found 7',
      'model.yaml:11:9 com.example#A the trait "http": unknown key "cod" → Did you mean "code"?',
    ]);
  });

  test("an annotation without a value, and one that is no annotation", () => {
    expect(said("sensitive: ")).toEqual([
      'the trait "sensitive": expected object, found null → Write it as {}, or leave it out.',
    ]);
    expect(said("sensitive: { a: 1 }")).toEqual(['the trait "sensitive": unknown key "a"']);
    expect(said("documentation: true")).toEqual(['the trait "documentation": expected string, found true']);
  });

  test.each([
    ["http: { method: get, uri: /, code: 99 }", "operation"],
    ["http: { uri: / }", "operation"],
    ["http: { method: GET, uri: /, code: 200.5 }", "operation"],
    ["error: cleint", "structure"],
    ["httpError: 200", "structure"],
    ["httpError: '404'", "structure"],
    ["retryable: { throtling: true }", "structure"],
    ["range: { }", "integer"],
    ["range: { min: 2, max: 1 }", "integer"],
    ["length: { min: -1 }", "string"],
    ["length: { max: 1.5 }", "string"],
    ["jsonName: ''", "string"],
    ["jsonName: 1", "string"],
    ["httpHeader: 'a b'", "string"],
    ["timestampFormat: epoch", "timestamp"],
    ["paginated: { inputtoken: a }", "operation"],
    ["endpoint: {}", "operation"],
    ["documentation: {}", "string"],
    ["deprecated: yes", "string"],
    ["required: { a: 1 }", "string"],
    ["examples: { title: a }", "operation"],
    ["examples: [{ title: a, output: {}, error: { shapeId: a#B } }]", "operation"],
    ["tinsmith#startsJob: { followdBy: Get }", "operation"],
    ["smithy.waiters#waitable: { Done: { acceptors: [] } }", "operation"],
    [
      "smithy.waiters#waitable: { done: { acceptors: [{ state: success, matcher: { success: true } }] } }",
      "operation",
    ],
    [
      "smithy.waiters#waitable: { Done: { acceptors: [{ state: retry, matcher: { success: true } }] } }",
      "operation",
    ],
    ["smithy.waiters#waitable: { Done: { acceptors: [{ state: success, matcher: {} }] } }", "operation"],
    [
      "smithy.waiters#waitable: { Done: { minDelay: 9, maxDelay: 2, acceptors: [{ state: success, matcher: { success: true } }] } }",
      "operation",
    ],
    ["aws.api#service: {}", "service, version: ''"],
    ["aws.api#service: { sdkId: '123' }", "service, version: ''"],
    ["aws.api#service: { sdkId: 'a\"; b' }", "service, version: ''"],
    ["enum: []", "string"],
    ["enum: [{ value: a, name: X }, { value: b, name: X }]", "string"],
    ["enum: [{ value: a }, { value: a }]", "string"],
    [
      "smithy.waiters#waitable: { Done: { acceptors: [{ state: success, matcher: { output: { path: a, expected: yes, comparator: booleanEquals } } }] } }",
      "operation",
    ],
  ])("%s is wrong", (trait, type) => {
    const lines = said(trait, type);
    expect(lines.length).toBeGreaterThan(0);
    // In our words, not in those of the library.
    for (const line of lines) expect(line).toMatch(/^the trait "[\w.#]+"(?! .*(?:Invalid|Too small|>=))/u);
  });

  test.each([
    ["http: { method: GET, uri: /, code: 200 }", "operation"],
    ["error: client, httpError: 404, retryable: { throttling: true }", "structure"],
    ["range: { min: 1.5, max: 1.5 }", "double"],
    ["length: { min: 0 }, pattern: a, jsonName: x", "string"],
    ["paginated: { inputToken: a, items: b.c }", "operation"],
    ["deprecated: { message: m, since: s }", "string"],
    ["examples: [{ title: a, documentation: d, input: { any: [1] } }]", "operation"],
    ["tinsmith#startsJob: { followedBy: Get }", "operation"],
    ["aws.api#service: { sdkId: API Gateway 2, more: 1 }", "service, version: ''"],
    ["unheard#of: 1", "string"],
  ])("%s is right", (trait, type) => {
    expect(said(trait, type)).toEqual([]);
  });
});
