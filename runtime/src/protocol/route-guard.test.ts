import { describe, expect, test } from "@jest/globals";
import type { OperationDescriptor } from "../descriptors/operation.js";
import { serializeLabels } from "./serialize-labels.js";

const operationOf = (method: string, uri: string): OperationDescriptor => ({
  format: 1,
  name: "Operation",
  http: { method, uri, code: 200 },
  input: {
    kind: "structure",
    name: "Request",
    members: Object.fromEntries(
      [...uri.matchAll(/\{(\w+)/g)].map(([, name]) => [name, { target: "string", location: "label" }]),
    ),
  },
  output: { kind: "structure", name: "Response", members: {} },
  errors: [],
});

/** Which routes a label would lead to, by the message of its issue. */
const mistakeOf = (
  route: string,
  labels: Readonly<Record<string, string>>,
  routes: readonly string[],
): string | undefined => {
  const [method = "", uri = ""] = route.split(" ");
  const { issues, path } = serializeLabels(operationOf(method, uri), labels, [route, ...routes]);
  if (issues.length === 0) expect(path).not.toBe("");
  return issues.map(({ code, path, message }) => `${code} ${path}: ${message}`)[0];
};

const update = "POST /apps/{App}/api/{Name}";
const remove = "POST /apps/{App}/api/{Name}/remove";

describe("a label that leads to another route is refused", () => {
  test("and the message names the route", () => {
    expect(mistakeOf(update, { App: "a", Name: "b/remove" }, [remove])).toBe(
      `unsafe_label Name: must not turn the request's path into that of ${remove} for servers that decode it`,
    );
  });

  test.each([
    ["decoded once more", "b%2fremove"],
    ["of which one slash is decoded once, one twice", "b%252fc/remove"],
    ["of which one slash is decoded", "b%2fremove/c%252f", "POST /apps/{App}/api/{Name}/{Verb}"],
    ["with a backslash", "b\\remove"],
    ["with a full-width slash", "b／remove"],
    ["in capitals", "b/REMOVE"],
    ["with blanks", "b / remove"],
    ["with slashes to merge", "b//remove/"],
    ["before what is cut off", "b/remove?c"],
    ["before a fragment", "b/remove#/c/d"],
    ["before parameters", "b/remove;c=d"],
    ["with parameters in the middle", "b;c=d/remove"],
    ["in one label of several", "b/api/c", "POST /apps/{App}/api/{Name}/api/{Other}"],
  ])("%s", (_what, label, other = remove) => {
    const labels =
      other === remove || label.includes("remove") ? { App: "a", Name: label } : { App: label, Name: "d" };
    expect(mistakeOf(update, labels, [other])).toContain(other);
  });

  test("where the rest of the path is cut off", () => {
    expect(mistakeOf(remove, { App: "a", Name: "b?" }, [update])).toContain(update);
    expect(mistakeOf(remove, { App: "#", Name: "b" }, ["POST /apps/"])).toContain("POST /apps/");
  });

  test("where several labels do it together", () => {
    const job = "POST /apps/{App}/{Kind}";
    expect(mistakeOf(job, { App: "a/api", Kind: "b/remove" }, [remove])).toContain(remove);
    expect(mistakeOf(job, { App: "a%252fapi", Kind: "b\\remove" }, [remove])).toContain(remove);
  });

  test("where the other route ends in a greedy label", () => {
    expect(mistakeOf("GET /a/{X}", { X: "b/files/c/d" }, ["GET /a/{X}/files/{Path+}"])).toContain("files");
  });
});

describe("a label passes", () => {
  test.each<[string, string, string, readonly string[]]>([
    ["where it leads nowhere", update, "b/removed", [remove]],
    ["where it leads nowhere, by case", update, "b/xremove", [remove]],
    ["where the other route is of another method", update, "b/remove", [remove.replace("POST", "GET")]],
    ["where there are no other routes", update, "b/remove", []],
    [
      "as an ARN",
      "GET /tags/{Name}",
      "arn:aws:apigateway:eu-west-1::/apis/a1",
      ["GET /tags/{Name}/x", "GET /tags"],
    ],
    ["where its own route fits anyway", "GET /x/{Name}", "b/c", ["GET /{Path+}", "GET /x/{Name}?list"]],
    ["in a greedy label, which is for that", "GET /x/{Name+}", "b/remove", ["GET /x/{Id}/remove"]],
  ])("%s", (_what, route, Name, routes) => {
    expect(mistakeOf(route, { App: "a", Name }, routes)).toBeUndefined();
  });
});

test("takes no longer than it has to, however many slashes there are", () => {
  const Name = "b/remove/".repeat(20_000);
  const many = Array.from({ length: 30 }, (_, index) => `POST /apps/{A}/api/{B}/{C}/{D}/remove/x${index}`);
  expect(mistakeOf(update, { App: "a/".repeat(20_000), Name }, many)).toBeUndefined();
}, 10_000);
