import { expect, test } from "@jest/globals";
import { foundInService } from "../../testing/model-text.js";
import { routeConflicts } from "./route-conflicts.js";

/** Operations with these `http` traits (and others), the first on line 6. */
const operations = (...traits: readonly string[]): string => {
  const names = traits.map((_, index) => `Op${index + 1}`);
  const shapes = names.map((name, index) => `  ${name}: { type: operation, traits: { ${traits[index]} } }`);
  return [`  Things: { type: service, version: "1", operations: [${names.join(", ")}] }`, ...shapes].join(
    "\n",
  );
};

const http = (method: string, uri: string): string => `http: { method: ${method}, uri: "${uri}" }`;

test("the same method and pattern, whatever the labels are called", () => {
  expect(
    foundInService(routeConflicts, operations(http("GET", "/a/{B}/c?x=1&y"), http("GET", "/a/{D}/c?y&x=1"))),
  ).toEqual([
    "model.yaml:7:58 com.example#Op2 has the same route as com.example#Op1 at model.yaml:6:58 → Give one another method or URI.",
  ]);
});

test("another method, another literal, a greedy label, another query, another host are other routes", () => {
  const different = operations(
    http("GET", "/a/{B}"),
    http("POST", "/a/{B}"),
    http("GET", "/a/b"),
    http("GET", "/a/{B+}"),
    http("GET", "/a/{B}?x=1"),
    `${http("GET", "/a/{B}")}, endpoint: { hostPrefix: "foo." }`,
  );
  expect(foundInService(routeConflicts, different)).toEqual([]);
});
