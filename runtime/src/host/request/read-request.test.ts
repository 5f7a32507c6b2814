import { describe, expect, test } from "@jest/globals";
import type { StructureDescriptor } from "../../descriptors/shape.js";
import { operation } from "../fixtures/demo-service.js";
import type { HostRequest } from "../message.js";
import { readRequest } from "./read-request.js";

const read = (
  members: StructureDescriptor["members"],
  request: Partial<HostRequest> & { json?: unknown },
  labels = {},
) =>
  readRequest(
    operation("Op", "POST", "/", members),
    {
      method: "POST",
      path: "/",
      query: {},
      headers: {},
      body:
        request.json === undefined
          ? new Uint8Array()
          : new TextEncoder().encode(JSON.stringify(request.json)),
      ...request,
    },
    labels,
  );

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("JSON body", () => {
  test("no body at all is an empty one", () => {
    expect(read({ A: { target: "string" } }, {})).toEqual({});
  });

  test("unknown keys and nulls are dropped, wire names resolved", () => {
    const json = { a: "x", A: "wrong", b: null, c: 1 };
    expect(
      read({ A: { target: "string", jsonName: "a" }, B: { target: "string", jsonName: "b" } }, { json }),
    ).toEqual({
      A: "x",
    });
  });

  test("keys of the prototype are no members", () => {
    const names = ["constructor", "toString", "__proto__"];
    const members = Object.fromEntries(names.map((name) => [name, { target: "string" } as const]));
    expect(read(members, { json: {} })).toEqual({});
    const map = {
      M: { target: { kind: "map", key: { target: "string" }, value: { target: "string" } } },
    } as const;
    const body = bytes('{"M":{"__proto__":"x"}}');
    const { M } = read(map, { body });
    expect(Object.entries(M as object)).toEqual([["__proto__", "x"]]);
    expect(Object.getPrototypeOf(M)).toBe(Object.prototype);
  });

  test("values of every kind", () => {
    const item = {
      kind: "structure",
      name: "Item",
      members: { N: { target: "integer", jsonName: "n" } },
    } as const;
    const members: StructureDescriptor["members"] = {
      List: { target: { kind: "list", member: { target: () => item } } },
      Sparse: { target: { kind: "list", member: { target: "string" }, sparse: true } },
      Map: { target: { kind: "map", key: { target: "string" }, value: { target: () => item } } },
      Union: {
        target: {
          kind: "union",
          name: "U",
          members: { One: { target: "string" }, Two: { target: "string" } },
        },
      },
      Blob: { target: "blob" },
      Time: { target: "timestamp" },
      Dated: { target: "timestamp", timestampFormat: "date-time" },
      Double: { target: "double" },
      Big: { target: "bigInteger" },
      Document: { target: "document" },
    };
    const json = {
      List: [{ n: 1 }, null],
      Sparse: ["x", null],
      Map: { a: { n: 2 }, b: null },
      Union: { One: "x", __type: "ignored" },
      Blob: "aGk=",
      Time: 1.5,
      Dated: "2026-01-02T03:04:05Z",
      Double: "-Infinity",
      Big: 7,
      Document: { any: [null] },
    };
    expect(read(members, { json })).toEqual({
      List: [{ N: 1 }],
      Sparse: ["x", null],
      Map: { a: { N: 2 } },
      Union: { One: "x" },
      Blob: bytes("hi"),
      Time: new Date(1500),
      Dated: new Date("2026-01-02T03:04:05Z"),
      Double: Number.NEGATIVE_INFINITY,
      Big: 7n,
      Document: { any: [null] },
    });
  });

  test("what does not fit its shape is left for validation", () => {
    const members: StructureDescriptor["members"] = {
      Blob: { target: "blob" },
      Time: { target: "timestamp" },
      Dated: { target: "timestamp", timestampFormat: "date-time" },
      Double: { target: "double" },
      List: { target: { kind: "list", member: { target: "string" } } },
      Structure: { target: { kind: "structure", name: "S", members: {} } },
    };
    const json = { Blob: "%", Time: "2026", Dated: "soon", Double: "1", List: {}, Structure: [] };
    expect(read(members, { json })).toEqual(json);
  });
});

describe("labels, query and headers", () => {
  test("each by its shape", () => {
    const members: StructureDescriptor["members"] = {
      Id: { target: "integer", location: "label", required: true },
      Flag: { target: "boolean", location: "query", locationName: "flag" },
      Tags: {
        target: { kind: "list", member: { target: "string" } },
        location: "query",
        locationName: "tag",
      },
      Rest: {
        target: { kind: "map", key: { target: "string" }, value: { target: "string" } },
        location: "queryParams",
      },
      Since: { target: "timestamp", location: "header", locationName: "If-Modified-Since" },
      Words: {
        target: { kind: "list", member: { target: "string" } },
        location: "header",
        locationName: "X-Words",
      },
      Meta: {
        target: { kind: "map", key: { target: "string" }, value: { target: "string" } },
        location: "prefixHeaders",
        locationName: "X-Meta-",
      },
    };
    const request = {
      query: { flag: "true", tag: ["a", "b"], other: "x" },
      headers: {
        "if-modified-since": "Fri, 02 Jan 2026 03:04:05 GMT",
        "x-words": 'plain, "with, comma", "with \\"quotes\\""',
        "x-meta-a": "1",
      },
    };
    expect(read(members, request, { Id: "12" })).toEqual({
      Id: 12,
      Flag: true,
      Tags: ["a", "b"],
      Rest: { other: "x" },
      Since: new Date("2026-01-02T03:04:05Z"),
      Words: ["plain", "with, comma", 'with "quotes"'],
      Meta: { a: "1" },
    });
  });

  test("absent ones stay absent, and misshapen ones as they were", () => {
    const members: StructureDescriptor["members"] = {
      Flag: { target: "boolean", location: "query", locationName: "flag" },
      Count: { target: "integer", location: "header", locationName: "count" },
      Absent: { target: "string", location: "header", locationName: "absent" },
    };
    expect(read(members, { query: { flag: "yes" }, headers: { count: "many" } })).toEqual({
      Flag: "yes",
      Count: "many",
    });
  });

  test("a list of dates, and JSON in base64", () => {
    const members: StructureDescriptor["members"] = {
      Dates: {
        target: { kind: "list", member: { target: "timestamp" } },
        location: "header",
        locationName: "dates",
      },
      Media: { target: "string", location: "header", locationName: "media", mediaType: "application/json" },
    };
    const headers = {
      dates: "Fri, 02 Jan 2026 03:04:05 GMT, Sat, 03 Jan 2026 03:04:05 GMT",
      media: btoa('{"a":1}'),
    };
    expect(read(members, { headers })).toEqual({
      Dates: [new Date("2026-01-02T03:04:05Z"), new Date("2026-01-03T03:04:05Z")],
      Media: '{"a":1}',
    });
  });
});

test.each([
  ["blob", { target: "blob" }, bytes("{")],
  ["string", { target: "string" }, "{"],
] as const)("a %s payload is the body itself", (_kind, target, expected) => {
  expect(read({ Body: { ...target, location: "payload" } }, { body: bytes("{") })).toEqual({
    Body: expected,
  });
});

test.each([
  ["a JSON body", { A: { target: "string" } }],
  ["a text payload", { A: { target: "string", location: "payload" } }],
] as const)("%s that is not UTF-8 is refused", (_what, members) => {
  const body = Uint8Array.from([...bytes('{"A":"'), 0xff, ...bytes('"}')]);
  expect(() => read(members, { body })).toThrow(
    expect.objectContaining({ name: "SerializationException", status: 400 }),
  );
});

test("a structure payload is the whole JSON body", () => {
  const inner = {
    kind: "structure",
    name: "Inner",
    members: { A: { target: "string", jsonName: "a" } },
  } as const;
  expect(read({ Body: { target: inner, location: "payload" } }, { json: { a: "x" } })).toEqual({
    Body: { A: "x" },
  });
});
