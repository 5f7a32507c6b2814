import { describe, expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { waiters } from "./waiters.js";

const model = (matcher: string): string => `
  Get:
    type: operation
    input: In
    output: Out
    traits:
      smithy.waiters#waitable:
        Done:
          acceptors:
            - state: success
              matcher: { ${matcher} }
  In: { type: structure, members: { Id: String } }
  Out: { type: structure, members: { Status: String, Jobs: Jobs, Tags: Tags, Any: Document } }
  Job: { type: structure, members: { State: String, Steps: Steps } }
  Jobs: { type: list, member: Job }
  Steps: { type: list, member: String }
  Tags: { type: map, key: String, value: Job }
  Gone: { type: structure, traits: { error: client } }`;

const quoted = (text: string): string => `path: '${text}', comparator: stringEquals, expected: X`;

/** What is said of a path into the output, its beginning left out. */
const saidOf = (path: string): string[] =>
  found(waiters, model(`output: { ${quoted(path)} }`)).map((line) =>
    line.replace(/^.* the path ".*": /u, ""),
  );

describe("the output has what a waiter looks at", () => {
  test("a problem has its place", () => {
    expect(found(waiters, model(`output: { ${quoted("Statsu")} }`))).toEqual([
      'model.yaml:14:36 com.example#Get waitable: the path "Statsu": com.example#Out has no member Statsu → Did you mean "Status"?',
    ]);
  });

  test.each([
    ["Status.Deeper", "smithy.api#String is of type string, which has no member Deeper"],
    ["Jobs.State", "com.example#Jobs is of type list, which has no member State"],
    ["Status[0]", "smithy.api#String is of type string, and no list"],
    ["Jobs[].Stat", 'com.example#Job has no member Stat → Did you mean "State"?'],
    ["Jobs[*].Stat", 'com.example#Job has no member Stat → Did you mean "State"?'],
    ["Jobs[0].Stat", 'com.example#Job has no member Stat → Did you mean "State"?'],
    ["Jobs[0:2].Stat", 'com.example#Job has no member Stat → Did you mean "State"?'],
    ["Jobs[?Stat == `1`].State", 'com.example#Job has no member Stat → Did you mean "State"?'],
    ["Jobs[].Steps[].More", "smithy.api#String is of type string, which has no member More"],
    ["Jobs | [0].Stat", 'com.example#Job has no member Stat → Did you mean "State"?'],
    ["length(Job)", 'com.example#Out has no member Job → Did you mean "Jobs"?'],
    ["Status == Statsu", 'com.example#Out has no member Statsu → Did you mean "Status"?'],
    ["Job || Status", 'com.example#Out has no member Job → Did you mean "Jobs"?'],
    ["Tags.any.Stat", 'com.example#Job has no member Stat → Did you mean "State"?'],
    ["(Jobs[].Steps).x", "a list has no field x"],
  ])("%s does not", (path, said) => {
    expect(saidOf(path)).toEqual([said]);
  });

  test.each(["Status[", "a b", "[[", "Status.", "foo("])("%s is no expression", (path) => {
    expect(saidOf(path)).toEqual([expect.stringMatching(/^it is no JMESPath expression \(.+\)$/u)]);
  });

  test.each([
    "Status",
    "Jobs[].State",
    "Jobs[].Steps[]",
    "Jobs[?State == `1`] | [0].State",
    "length(Jobs[?!(State == `1`)]) == `0`",
    "sort_by(Jobs, &Whatever)",
    "Tags.anything.State",
    "Tags.*.State",
    "Any.thing.at[0].all",
    "{ a: Status, b: Jobs[0] }",
    "keys(@)",
  ])("%s does", (path) => {
    expect(saidOf(path)).toEqual([]);
  });
});

test("a path into both begins with input or output", () => {
  const said = (path: string): string[] => found(waiters, model(`inputOutput: { ${quoted(path)} }`));
  expect(said("Status")).toEqual([
    'model.yaml:14:41 com.example#Get waitable: the path "Status": it must begin with input or output, not with Status',
  ]);
  expect(said("input.Idd == output.Status")).toHaveLength(1);
  expect(said("input.Id == output.Status")).toEqual([]);
});

test("an error that the model does not have is a warning", () => {
  expect(found(waiters, model("errorType: Gonne"))).toEqual([
    'warning: model.yaml:14:26 com.example#Get waitable: the model has no error Gonne → Did you mean "Gone"?',
  ]);
  for (const type of ["errorType: Gone", "errorType: com.example#Gone", "success: true"]) {
    expect(found(waiters, model(type))).toEqual([]);
  }
});
