import { describe, expect, test } from "@jest/globals";
import type { StructureDescriptor } from "../../descriptors/shape.js";
import { NoteNotFound, operation } from "../fixtures/demo-service.js";
import { HostError } from "../host-error.js";
import { writeError } from "./write-error.js";
import { writeResponse } from "./write-response.js";

const write = (members: StructureDescriptor["members"], output: Readonly<Record<string, unknown>>) => {
  const { statusCode, headers, body } = writeResponse(operation("Op", "POST", "/", {}, members), output);
  return { statusCode, headers, text: new TextDecoder().decode(body) };
};

describe("an output", () => {
  test("of nothing is an empty object", () => {
    expect(write({}, {})).toEqual({
      statusCode: 200,
      headers: { "content-type": "application/json" },
      text: "{}",
    });
  });

  test("values of every kind", () => {
    const item = {
      kind: "structure",
      name: "Item",
      members: { N: { target: "integer", jsonName: "n" } },
    } as const;
    const { text } = write(
      {
        List: { target: { kind: "list", member: { target: () => item } } },
        Map: { target: { kind: "map", key: { target: "string" }, value: { target: () => item } } },
        Blob: { target: "blob" },
        Time: { target: "timestamp" },
        Dated: { target: "timestamp", timestampFormat: "date-time" },
        Posted: { target: "timestamp", timestampFormat: "http-date" },
        Double: { target: "double" },
        Big: { target: "bigInteger" },
        Null: { target: "string" },
        Absent: { target: "string" },
      },
      {
        List: [{ N: 1 }],
        Map: { a: { N: 2 } },
        Blob: new TextEncoder().encode("hi"),
        Time: new Date(1500),
        Dated: new Date("2026-01-02T03:04:05Z"),
        Posted: new Date("2026-01-02T03:04:05Z"),
        Double: Number.NaN,
        Big: 7n,
        Null: null,
        Absent: undefined,
        Unknown: "dropped",
      },
    );
    expect(JSON.parse(text)).toEqual({
      List: [{ n: 1 }],
      Map: { a: { n: 2 } },
      Blob: "aGk=",
      Time: 1.5,
      Dated: "2026-01-02T03:04:05Z",
      Posted: "Fri, 02 Jan 2026 03:04:05 GMT",
      Double: "NaN",
      Big: 7,
      Null: null,
    });
  });

  test("headers and status code", () => {
    const list = { kind: "list", member: { target: "string" } } as const;
    const map = { kind: "map", key: { target: "string" }, value: { target: "string" } } as const;
    const { statusCode, headers, text } = write(
      {
        Code: { target: "integer", location: "statusCode" },
        Words: { target: list, location: "header", locationName: "X-Words" },
        At: { target: "timestamp", location: "header", locationName: "X-At" },
        Meta: { target: map, location: "prefixHeaders", locationName: "X-Meta-" },
      },
      { Code: 202, Words: ["a", "b, c"], At: new Date(0), Meta: { K: "v" } },
    );
    expect([statusCode, text]).toEqual([202, "{}"]);
    expect(headers).toMatchObject({
      "x-words": 'a, "b, c"',
      "x-at": "Thu, 01 Jan 1970 00:00:00 GMT",
      "x-meta-k": "v",
    });
  });

  test.each([
    ["blob", { target: "blob" }, new TextEncoder().encode("x"), "application/octet-stream", "x"],
    ["typed string", { target: "string", mediaType: "text/csv" }, "x", "text/csv", "x"],
    ["document", { target: "document" }, [1], "application/json", "[1]"],
    ["missing", { target: "string" }, undefined, undefined, ""],
  ] as const)("a %s payload", (_kind, member, value, type, expected) => {
    const { headers, text } = write({ Body: { ...member, location: "payload" } }, { Body: value });
    expect([headers["content-type"], text]).toEqual([type, expected]);
  });
});

describe("an error", () => {
  const operationWithError = operation("Op", "POST", "/");
  const bodyOf = (error: HostError) => {
    const { statusCode, headers, body } = writeError(error, operationWithError, []);
    return [statusCode, headers["x-amzn-errortype"], JSON.parse(new TextDecoder().decode(body))];
  };

  test("of the model has the model's status and wire names", () => {
    const error = new HostError({
      name: NoteNotFound.descriptor.name,
      message: "none",
      members: { NoteId: "a", Other: 1 },
    });
    expect(bodyOf(error)).toEqual([404, "NoteNotFound", { message: "none", noteId: "a" }]);
  });

  test("nobody modelled is written as it is, 400 unless it says otherwise", () => {
    expect(bodyOf(new HostError({ name: "Odd", message: "m", members: { x: 1 } }))).toEqual([
      400,
      "Odd",
      { message: "m", x: 1 },
    ]);
    expect(bodyOf(new HostError({ name: "Odd", message: "m", status: 418 }))[0]).toBe(418);
  });
});
