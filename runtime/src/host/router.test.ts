import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { operation } from "./fixtures/demo-service.js";
import { createRouter } from "./router.js";

const route = createRouter([
  operation("Get", "GET", "/apps/{AppId}"),
  operation("Remove", "POST", "/apps/{AppId}/remove"),
  operation("Update", "POST", "/apps/{AppId}/{Name}"),
  operation("Read", "GET", "/files/{Path+}"),
  operation("ReadMeta", "GET", "/files/{Path+}/meta"),
  operation("ListTagged", "GET", "/apps/{AppId}?tagged"),
  operation("ListRed", "GET", "/apps/{AppId}?tagged&color=red"),
  operation("Root", "GET", "/"),
]);

const find = (
  method: string,
  path: string,
  query = {},
): [string, Readonly<Record<string, string>>] | undefined => {
  const match = route({ method, path, query, headers: {}, body: new Uint8Array() });
  return match === undefined ? undefined : [match.operation.name, match.labels];
};

describe("no route", () => {
  test.each([
    ["another method", "DELETE", "/apps/a"],
    ["an empty label", "POST", "/apps//remove"],
    ["a segment too many", "GET", "/apps/a/b/c"],
    ["a trailing slash", "GET", "/apps/a/"],
    ["broken percent-encoding", "GET", "/apps/%zz"],
    ["an empty greedy label", "GET", "/files/"],
    ["nothing at all", "GET", ""],
    ["no slash at the beginning", "GET", "x/apps/a"],
  ])("%s", (_what, method, path) => {
    expect(find(method, path)).toBeUndefined();
  });
});

describe("a route", () => {
  test.each([
    ["a literal before a label", "POST", "/apps/a/remove", ["Remove", { AppId: "a" }]],
    ["a label", "POST", "/apps/a/rename", ["Update", { AppId: "a", Name: "rename" }]],
    ["an encoded slash stays in its label", "GET", "/apps/a%2Fb", ["Get", { AppId: "a/b" }]],
    ["a dot segment is a label like any other", "POST", "/apps/../remove", ["Remove", { AppId: ".." }]],
    ["a greedy label", "GET", "/files/a/b%20c", ["Read", { Path: "a/b c" }]],
    ["a greedy label with a literal behind it", "GET", "/files/a/b/meta", ["ReadMeta", { Path: "a/b" }]],
    ["the root", "GET", "/", ["Root", {}]],
  ])("%s", (_what, method, path, expected) => {
    expect(find(method, path)).toEqual(expected);
  });

  test("query literals decide between equal paths", () => {
    expect(find("GET", "/apps/a", { tagged: "" })?.[0]).toBe("ListTagged");
    expect(find("GET", "/apps/a", { tagged: "", color: "red" })?.[0]).toBe("ListRed");
    expect(find("GET", "/apps/a", { color: "red" })?.[0]).toBe("Get");
  });

  test("labels come back as they were, whatever is in them", () => {
    const label = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text !== "remove");
    fc.assert(
      fc.property(label, label, (appId, name) => {
        const path = `/apps/${encodeURIComponent(appId)}/${encodeURIComponent(name)}`;
        expect(find("POST", path)).toEqual(["Update", { AppId: appId, Name: name }]);
      }),
    );
  });
});
