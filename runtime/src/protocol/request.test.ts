import { describe, expect, test } from "@jest/globals";
import type { OperationDescriptor } from "../descriptors/operation.js";
import type { MemberDescriptor } from "../descriptors/shape.js";
import { memberOf } from "../testing/codecs.js";
import { boundMembers } from "./bound-members.js";
import { InputProblem } from "./input-problem.js";
import { serializeLabels } from "./serialize-labels.js";
import { serializeRequest } from "./serialize-request.js";

function serialize(
  members: Record<string, MemberDescriptor>,
  input: Record<string, unknown>,
  uri = "/",
  method = "POST",
) {
  const operation: OperationDescriptor = {
    format: 1,
    name: "Test",
    http: { method, uri, code: 200 },
    input: { kind: "structure", name: "TestRequest", members, bound: boundMembers },
    output: { kind: "structure", name: "TestResponse", members: {} },
    errors: [],
  };
  const request = serializeRequest(operation, serializeLabels(operation, input).path, input, () => "token-1");
  return { ...request, body: request.body === undefined ? undefined : Buffer.from(request.body).toString() };
}

const header = (target: MemberDescriptor["target"], name: string, more = {}): MemberDescriptor =>
  memberOf(target, { location: "header", locationName: name, ...more });
const query = (target: MemberDescriptor["target"], name: string): MemberDescriptor =>
  memberOf(target, { location: "query", locationName: name });
const list = (target: MemberDescriptor["target"]) => ({ kind: "list", member: memberOf(target) }) as const;
const date = new Date("2019-12-16T23:48:18Z");

describe("the path", () => {
  test("is filled in and encoded", () => {
    const members: Record<string, MemberDescriptor> = {
      Name: { target: "string", location: "label" },
      Count: { target: "integer", location: "label" },
      When: memberOf("timestamp", { location: "label" }),
      Rest: { target: "string", location: "greedyLabel" },
    };
    const input = { Name: "a/b c!", Count: 5, When: date, Rest: "x y/z" };
    expect(serialize(members, input, "/{Name}/at/{Count}/{When}/{Rest+}").path).toBe(
      "/a%2Fb%20c%21/at/5/2019-12-16T23%3A48%3A18Z/x%20y/z",
    );
  });
});

describe("the query", () => {
  test("holds what the pattern states, parameters, lists and free parameters, in this order of right", () => {
    const free: MemberDescriptor = {
      target: { kind: "map", key: { target: "string" }, value: { target: "string" } },
      location: "queryParams",
    };
    const members = {
      Text: query("string", "text"),
      When: query("timestamp", "when"),
      Many: query(list("integer"), "many"),
      None: query("string", "none"),
      Free: free,
    };
    const input = {
      Text: "",
      When: date,
      Many: [1, null, 2],
      None: null,
      Free: { text: "loses", other: "x", gone: null },
    };
    expect(serialize(members, input, "/path?mode=all&flag").query).toEqual({
      mode: "all",
      flag: "",
      text: "",
      when: "2019-12-16T23:48:18Z",
      many: ["1", "2"],
      other: "x",
    });
  });

  test("may hold prototype keys", () => {
    const free: MemberDescriptor = {
      target: { kind: "map", key: { target: "string" }, value: { target: "string" } },
      location: "queryParams",
    };
    const { query: result } = serialize({ Free: free }, { Free: JSON.parse('{"__proto__":"x"}') });
    expect(Object.entries(result)).toEqual([["__proto__", "x"]]);
  });
});

describe("headers", () => {
  test("are written by type; unset ones are left out, empty ones are not", () => {
    const members = {
      Text: header("string", "X-Text"),
      Flag: header("boolean", "X-Flag"),
      When: header("timestamp", "X-When"),
      Many: header(list("string"), "X-Many"),
      Media: header("string", "X-Media", { mediaType: "application/json" }),
      Empty: header("string", "X-Empty"),
      EmptyList: header(list("string"), "X-Empty-List"),
      Unset: header("string", "X-Unset"),
    };
    const input = {
      Text: "a",
      Flag: false,
      When: date,
      Many: ["a", 'b"c,d'],
      Media: "{}",
      Empty: "",
      EmptyList: [],
      Unset: null,
    };
    expect(serialize(members, input).headers).toEqual({
      "x-text": "a",
      "x-flag": "false",
      "x-when": "Mon, 16 Dec 2019 23:48:18 GMT",
      "x-many": 'a, "b\\"c,d"',
      "x-media": "e30=",
      "x-empty": "",
      "x-empty-list": "",
    });
  });

  test("of a map carry its prefix", () => {
    const target = { kind: "map", key: { target: "string" }, value: { target: "string" } } as const;
    const member: MemberDescriptor = { target, location: "prefixHeaders", locationName: "X-Foo-" };
    expect(serialize({ Foo: member }, { Foo: { Abc: "1", Def: null } }).headers).toEqual({
      "x-foo-abc": "1",
    });
  });

  test.each([
    ["a line break in a value", { Text: "a\r\nauthorization: x" }],
    ["a letter beyond Latin-1 in a value", { Text: "ł" }],
    ["a space in a name", { Foo: { "a b": "x" } }],
  ])("refuse %s", (_name, input) => {
    const target = { kind: "map", key: { target: "string" }, value: { target: "string" } } as const;
    const members = {
      Text: header("string", "X-Text"),
      Foo: { target, location: "prefixHeaders", locationName: "X-Foo-" } as const,
    };
    expect(() => serialize(members, input)).toThrow(InputProblem);
  });
});

describe("the body", () => {
  test("is absent, and its type unnamed, where nothing travels in it", () => {
    const { body, headers } = serialize(
      { Name: { target: "string", location: "label" } },
      { Name: "x" },
      "/{Name}",
    );
    expect([body, headers]).toEqual([undefined, {}]);
  });

  test("is {} where nothing is set", () => {
    const { body, headers } = serialize({ Name: { target: "string" } }, {});
    expect([body, headers]).toEqual(["{}", { "content-type": "application/json", "content-length": "2" }]);
  });

  test("counts bytes, not characters", () => {
    const { body, headers } = serialize({ Name: { target: "string", jsonName: "name" } }, { Name: "ü😀" });
    expect([body, headers["content-length"]]).toEqual([
      '{"name":"ü😀"}',
      String(Buffer.byteLength('{"name":"ü😀"}')),
    ]);
  });

  test.each<[string, MemberDescriptor, unknown, string | undefined, string | undefined]>([
    [
      "a blob",
      { target: "blob", location: "payload" },
      new Uint8Array([104, 105]),
      "hi",
      "application/octet-stream",
    ],
    [
      "a blob with a type",
      { target: "blob", location: "payload", mediaType: "text/x" },
      new Uint8Array([104]),
      "h",
      "text/x",
    ],
    ["no blob", { target: "blob", location: "payload" }, undefined, undefined, undefined],
    ["a text", { target: "string", location: "payload" }, "hi", "hi", "text/plain"],
    [
      "a structure",
      {
        target: { kind: "structure", name: "S", members: { A: { target: "string", jsonName: "a" } } },
        location: "payload",
      },
      { A: "x" },
      '{"a":"x"}',
      "application/json",
    ],
    [
      "no structure",
      { target: { kind: "structure", name: "S", members: {} }, location: "payload" },
      undefined,
      "{}",
      "application/json",
    ],
    [
      "no union",
      { target: { kind: "union", name: "U", members: {} }, location: "payload" },
      undefined,
      undefined,
      undefined,
    ],
    ["a document", memberOf("document", { location: "payload" }), ["x"], '["x"]', "application/json"],
  ])("may be %s", (_name, member, value, body, contentType) => {
    const request = serialize({ Payload: member }, { Payload: value });
    expect([request.body, request.headers["content-type"]]).toEqual([body, contentType]);
  });

  test("leaves its type to a header member that names it", () => {
    const members = {
      Type: header("string", "Content-Type"),
      Payload: { target: "blob", location: "payload" } as const,
    };
    expect(
      serialize(members, { Type: "image/png", Payload: new Uint8Array([1]) }).headers["content-type"],
    ).toBe("image/png");
  });
});
