import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { waiters } from "./waiters.js";

const model = (matcher: string): string => `
  Get:
    type: operation
    output: Out
    traits:
      smithy.waiters#waitable:
        Done:
          acceptors:
            - state: success
              matcher: { ${matcher} }
  Out: { type: structure, members: { Status: String } }`;

const path = (text: string): string => `path: "${text}", comparator: stringEquals, expected: X`;

test("the output has what a waiter looks at", () => {
  expect(found(waiters, model(`output: { ${path("Statsu")} }`))).toEqual([
    'model.yaml:13:36 com.example#Get waitable: the path "Statsu" begins with Statsu, which the output does not have → Did you mean "Status"?',
  ]);
  expect(found(waiters, model(`inputOutput: { ${path("Status")} }`))).toEqual([
    'model.yaml:13:41 com.example#Get waitable: the path "Status" must begin with input or output',
  ]);
});

test("functions, filters and matching names are left alone", () => {
  for (const text of ["Status", "Status.x[0]", "length(Status)", "[].x", "@"]) {
    expect(found(waiters, model(`output: { ${path(text)} }`))).toEqual([]);
  }
  expect(found(waiters, model(`inputOutput: { ${path("output.Status")} }`))).toEqual([]);
  expect(found(waiters, model("success: true"))).toEqual([]);
});
