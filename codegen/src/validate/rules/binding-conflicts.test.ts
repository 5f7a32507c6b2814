import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { bindingConflicts } from "./binding-conflicts.js";

/** Members with traits, one a line from line 7. */
const structure = (...members: readonly string[]): string =>
  `  A:
    type: structure
    members:
${members.map((traits, index) => `      m${index + 1}: { target: String, traits: { ${traits} } }`).join("\n")}`;

test("two members with one JSON name", () => {
  expect(found(bindingConflicts, structure("jsonName: m2", "since: x", "jsonName: m2"))).toEqual([
    'model.yaml:9:7 com.example#A$m2 the JSON name "m2" is already taken by the member m1',
    'model.yaml:10:39 com.example#A$m3 the JSON name "m2" is already taken by the member m1',
  ]);
});

test("two members with one query parameter, one header (case aside), one payload", () => {
  const members = structure(
    "httpQuery: q",
    "httpQuery: q",
    "httpHeader: X-A",
    "httpHeader: x-a",
    "httpPayload: {}",
    "httpPayload: {}",
  );
  expect(found(bindingConflicts, members)).toEqual([
    'model.yaml:9:39 com.example#A$m2 the query parameter "q" is already taken by the member m1',
    'model.yaml:11:39 com.example#A$m4 the header "x-a" is already taken by the member m3',
    'model.yaml:13:39 com.example#A$m6 the binding "httpPayload" is already taken by the member m5',
  ]);
});

test("a member with two bindings", () => {
  expect(found(bindingConflicts, structure("httpQuery: q, httpHeader: h"))).toEqual([
    'model.yaml:8:53 com.example#A$m1 bound twice: by "httpQuery" and "httpHeader" → Keep one of the two.',
  ]);
});

test("members in different places may share a name", () => {
  expect(
    found(bindingConflicts, structure("httpQuery: m2", "since: x", "httpHeader: m2", "httpLabel: {}")),
  ).toEqual([]);
});

test("beside a member that is the whole body, none can be in it", () => {
  expect(
    found(bindingConflicts, structure("httpPayload: {}", "since: x", "httpQuery: q", "hostLabel: {}")),
  ).toEqual(
    ["model.yaml:9:7 com.example#A$m2", "model.yaml:11:7 com.example#A$m4"].map(
      (place) =>
        `${place} has no place: the member m1 is the whole body → Bind it to a label, a header or the query.`,
    ),
  );
});
