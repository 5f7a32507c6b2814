import { describe, expect, test } from "@jest/globals";
import { foundInService } from "../../testing/model-text.js";
import { pagination, paginationTypes } from "./pagination.js";

/** A service and a listing operation with these values of `paginated`. */
const model = (onOperation: string, onService = ""): string => `
  Things: { type: service, version: "1", operations: [List], traits: { ${onService} } }
  List: { type: operation, input: In, output: Out, traits: { paginated: { ${onOperation} } } }
  In: { type: structure, members: { Token: String, Size: Integer, Must: { target: String, traits: { required: {} } } } }
  Out: { type: structure, members: { Token: String, Result: Result, Names: Names } }
  Result: { type: structure, members: { Names: Names, Token: String } }
  Names: { type: list, member: String }`;

describe("pagination", () => {
  test.each([
    [
      "inputToken: Token",
      'paginated: "outputToken" is missing → Name it here or in the service\'s paginated trait.',
    ],
    [
      "inputToken: Tokn, outputToken: Token",
      'paginated: "inputToken" names Tokn, but the input has no "Tokn" → Did you mean "Token"?',
    ],
    [
      "inputToken: Token, outputToken: Result.Tokn",
      'paginated: "outputToken" names Result.Tokn, but the output has no "Tokn" → Did you mean "Token"?',
    ],
    [
      "inputToken: Token, outputToken: Token, items: Result",
      'paginated: "items" names Result, which is of type structure → It must be one of: list, map.',
    ],
    [
      "inputToken: Must, outputToken: Token",
      'paginated: "inputToken" names Must, which is required, but not every page has it',
    ],
    [
      "inputToken: Token, outputToken: Names.Token",
      'paginated: "outputToken" names Names.Token, but the output has no "Token"',
    ],
  ])("%s", (value, message) => {
    const found = [pagination, paginationTypes].flatMap((rule) => foundInService(rule, model(value)));
    expect(found.map((line) => line.replace(/^\S+ \S+ /u, ""))).toEqual([message]);
  });

  test("the place is the name's, or the trait's where the service says it", () => {
    expect(foundInService(pagination, model("inputToken: X, outputToken: Token"))[0]).toMatch(
      /^model\.yaml:6:75 /u,
    );
    const inherited = foundInService(
      pagination,
      model("", "paginated: { inputToken: X, outputToken: Token }"),
    );
    expect(inherited[0]).toMatch(/^model\.yaml:6:62 com\.example#List /u);
  });

  test("a value of a wrong structure is told once, by whoever checks structures", () => {
    expect(foundInService(pagination, model("inputToke: Token"))).toEqual([]);
  });

  test("what fits is right, nested and inherited included", () => {
    const own = "items: Result.Names, outputToken: Result.Token";
    expect(
      foundInService(
        pagination,
        model(own, "paginated: { inputToken: Token, outputToken: Nope, pageSize: Size }"),
      ),
    ).toEqual([]);
  });
});
