import { inspect } from "node:util";
import { describe, expect, test } from "@jest/globals";
import type { ErrorDescriptor } from "../descriptors/error.js";
import type { MemberDescriptor, StructureDescriptor } from "../descriptors/shape.js";
import { ServiceException } from "../errors/service-exception.js";
import {
  GetBackendJobCommand,
  NotFoundException,
  service,
  UnmodeledServiceException,
} from "../testing/amplify.js";
import { memberOf } from "../testing/codecs.js";
import { boundMembers } from "./bound-members.js";
import type { RawResponse } from "./raw-response.js";
import { readError } from "./read-error.js";
import { readOutput } from "./read-output.js";
import { UnreadableBody } from "./unreadable-body.js";

const { operation } = new GetBackendJobCommand({ AppId: "a", BackendEnvironmentName: "b", JobId: "c" });

function response(body: string, headers: Record<string, string> = {}, statusCode = 200): RawResponse {
  return { statusCode, reason: undefined, headers, body: new TextEncoder().encode(body) };
}

function shape(members: Record<string, MemberDescriptor>): StructureDescriptor {
  return { kind: "structure", name: "Output", members, bound: boundMembers };
}

describe("an output", () => {
  test("is read from body, headers and status", () => {
    const text = { kind: "list", member: { target: "string" } } as const;
    const dates = { kind: "list", member: memberOf("timestamp") } as const;
    const members: Record<string, MemberDescriptor> = {
      Name: { target: "string", jsonName: "name" },
      Status: { target: "integer", location: "statusCode" },
      Tag: { target: "string", location: "header", locationName: "X-Tag" },
      Count: { target: "integer", location: "header", locationName: "X-Count" },
      Flag: { target: "boolean", location: "header", locationName: "X-Flag" },
      Texts: { target: text, location: "header", locationName: "X-Texts" },
      Dates: { target: dates, location: "header", locationName: "X-Dates" },
      Media: { target: "string", mediaType: "application/json", location: "header", locationName: "X-Media" },
      Rest: {
        target: { kind: "map", key: { target: "string" }, value: { target: "string" } },
        location: "prefixHeaders",
        locationName: "X-Rest-",
      },
      Absent: { target: "string", location: "header", locationName: "X-Absent" },
    };
    const headers = {
      "x-tag": "t",
      "x-count": "5",
      "x-flag": "true",
      "x-texts": 'a, "b,c"',
      "x-dates": "Mon, 16 Dec 2019 23:48:18 GMT, Mon, 16 Dec 2019 23:48:19 GMT",
      "x-media": "e30=",
      "x-rest-a": "1",
    };
    expect(readOutput(shape(members), response('{"name":"n","other":1}', headers, 201))).toEqual({
      Name: "n",
      Status: 201,
      Tag: "t",
      Count: 5,
      Flag: true,
      Texts: ["a", "b,c"],
      Dates: [new Date("2019-12-16T23:48:18Z"), new Date("2019-12-16T23:48:19Z")],
      Media: "{}",
      Rest: { a: "1" },
    });
  });

  test.each<[string, string, unknown]>([
    ["an empty body", "", {}],
    ["null", "null", {}],
    ["an empty object", "{}", {}],
    ["null members", '{"name":null}', {}],
  ])("%s is an output without members", (_name, body, expected) => {
    expect(readOutput(shape({ Name: { target: "string", jsonName: "name" } }), response(body))).toEqual(
      expected,
    );
  });

  test.each(["<html>secret</html>", '{"name":"secr', "[1]", '"secret"', "5"])(
    "%s is none, and not quoted",
    (body) => {
      const read = () => readOutput(shape({ Name: { target: "string" } }), response(body));
      expect(read).toThrow(UnreadableBody);
      expect(read).not.toThrow(/secr/);
    },
  );

  test("that streams is iterated over in chunks, not in numbers", async () => {
    const body = shape({ Body: { target: "blob", location: "payload", streaming: true } });
    const chunks: unknown[] = [];
    const { Body } = readOutput(body, response("hi")) as { Body: AsyncIterable<Uint8Array> };
    for await (const chunk of Body) chunks.push(chunk);
    expect(chunks.map((chunk) => Buffer.from(chunk as Uint8Array).toString())).toEqual(["hi"]);
  });

  test("without body members is never parsed", () => {
    expect(readOutput(shape({}), response("<html>"))).toEqual({});
  });

  test.each<[string, MemberDescriptor["target"], string, unknown]>([
    ["a blob", "blob", "hi", { Payload: new TextEncoder().encode("hi") }],
    ["a text", "string", "hi", { Payload: "hi" }],
    ["a structure", shape({ A: { target: "string", jsonName: "a" } }), '{"a":"x"}', { Payload: { A: "x" } }],
    ["nothing", "string", "", {}],
  ])("may be %s as payload", (_name, target, body, expected) => {
    expect(readOutput(shape({ Payload: { target, location: "payload" } }), response(body))).toEqual(expected);
  });
});

describe("an error", () => {
  const read = (body: string, headers: Record<string, string> = {}, status = 404) =>
    readError(service, operation, response(body, headers, status));

  test.each<[string, Record<string, string>, string]>([
    ["header", { "x-amzn-errortype": "NotFoundException" }, "{}"],
    [
      "header with URI",
      { "x-amzn-errortype": "NotFoundException:http://internal.amazon.com/coral/x/" },
      "{}",
    ],
    [
      "header with namespace and URI",
      { "x-amzn-errortype": "com.amazonaws.amplifybackend#NotFoundException:http://x" },
      "{}",
    ],
    ["header with a list", { "x-amzn-errortype": "NotFoundException,Other" }, "{}"],
    ["code", {}, '{"code":"NotFoundException"}'],
    ["Code with namespace", {}, '{"Code":"a.b#NotFoundException"}'],
    ["__type", {}, '{"__type":"NotFoundException"}'],
    ["__type with namespace and URI", {}, '{"__type":"a.b#NotFoundException:http://x"}'],
  ])("is found by %s", (_name, headers, body) => {
    const error = read(body, headers);
    expect(error).toBeInstanceOf(NotFoundException);
    expect([error.name, error.code, error.$fault, error.operation]).toEqual([
      "NotFoundException",
      "NotFoundException",
      "client",
      "GetBackendJob",
    ]);
  });

  test("has its members, message and metadata", () => {
    const body = '{"message":"no such app","resourceType":"App","more":1}';
    const error = read(body, {
      "x-amzn-errortype": "NotFoundException",
      "x-amzn-requestid": "r-1",
      "x-amz-cf-id": "c-1",
    });
    expect(error).toMatchObject({
      message: "no such app",
      Message: "no such app",
      ResourceType: "App",
      $metadata: { httpStatusCode: 404, requestId: "r-1", cfId: "c-1" },
    });
  });

  test("has members apart whose name all errors use otherwise", () => {
    class RefusedException extends ServiceException {
      static override readonly descriptor: ErrorDescriptor = {
        kind: "structure",
        name: "RefusedException",
        fault: "client",
        members: { code: { target: "string" }, hasOwnProperty: { target: "string" } as const },
        properties: { code: "_code" },
      };
    }
    const answer = response(
      '{"code":"R7","hasOwnProperty":"text"}',
      { "x-amzn-errortype": "RefusedException" },
      400,
    );
    const error = readError({ ...service, commonErrors: [RefusedException] }, operation, answer);
    expect(error).toMatchObject({ code: "RefusedException", _code: "R7" });
  });

  test("has members that are sensitive, and does not show them", () => {
    class LeakyException extends ServiceException {
      static override readonly descriptor: ErrorDescriptor = {
        kind: "structure",
        name: "LeakyException",
        fault: "client",
        members: { Token: { target: "string", sensitive: true } },
      };
    }
    const answer = response('{"Token":"canary"}', { "x-amzn-errortype": "LeakyException" }, 400);
    const error = readError({ ...service, commonErrors: [LeakyException] }, operation, answer);
    expect(error).toHaveProperty("Token", "canary");
    expect(inspect(error, { showHidden: true }) + JSON.stringify(error)).not.toContain("canary");
  });

  test("the header goes before the body", () => {
    expect(read('{"code":"Other"}', { "x-amzn-errortype": "NotFoundException" }).name).toBe(
      "NotFoundException",
    );
  });

  test("that all services share is found, too", () => {
    expect(read('{"__type":"AccessDeniedException"}', {}, 403).name).toBe("AccessDeniedException");
  });

  test("that nobody modelled keeps its code", () => {
    const error = read('{"__type":"BrandNewException","Message":"new"}', {}, 400);
    expect(error).toBeInstanceOf(UnmodeledServiceException);
    expect([error.code, error.message, error.$fault]).toEqual(["BrandNewException", "new", "client"]);
  });

  test.each<[string, string, Record<string, string>]>([
    ["an HTML page", "<html>secret</html>", { "content-type": "text/html; charset=utf-8" }],
    ["nothing", "", {}],
    ["cut JSON", '{"message":"secr', {}],
    ["null", "null", {}],
    ["a list", '["secret"]', {}],
    ["a code that is no text", '{"code":{"secret":1}}', {}],
  ])("out of %s still knows status and request id", (_name, body, headers) => {
    const error = read(body, { ...headers, "x-amzn-requestid": "r-1" }, 503);
    expect(error).toBeInstanceOf(UnmodeledServiceException);
    expect(error).toMatchObject({
      code: "Unknown",
      $fault: "server",
      $metadata: { httpStatusCode: 503, requestId: "r-1" },
    });
    expect(error.message).toMatch(/status 503/);
    expect(error.message).not.toMatch(/secr/);
  });

  test("whose code is __proto__ or constructor is like any other", () => {
    for (const code of ["__proto__", "constructor", "toString"]) {
      expect(read("{}", { "x-amzn-errortype": code })).toMatchObject({
        name: "UnmodeledServiceException",
        code,
      });
    }
  });

  test.each<[string, string, string]>([
    ["an empty message", '{"message":"","Message":"m"}', "m"],
    ["a message that is no text", '{"message":{"a":1},"Message":"m"}', "m"],
    ["two messages", '{"Message":"second","message":"first"}', "first"],
  ])("with %s says what it can", (_name, body, expected) => {
    expect(read(body).message).toBe(expected);
  });

  test("can be spread, and written as JSON, with its message", () => {
    const error = read('{"message":"no such app"}');
    expect({ ...error }.message).toBe("no such app");
    expect(JSON.parse(JSON.stringify(error)).message).toBe("no such app");
  });

  test("has what the body says beyond the model, but not for logs", () => {
    const error = read(
      '{"__type":"NotFoundException","reason":"secret","errors":["secret"],"cause":"secret"}',
    );
    expect(error).toMatchObject({ reason: "secret", __type: "NotFoundException" });
    expect(JSON.stringify(error)).not.toContain("secret");
    expect(inspect(error)).not.toContain("secret");
  });

  test("lets no body overwrite what is its own", () => {
    const own = ["name", "code", "operation", "stack", "constructor", "toString", "__proto__", "$metadata"];
    const body = Object.fromEntries(
      [...own, "$fault", "$retryable", "$response"].map((name) => [name, "forged"]),
    );
    const error = read(JSON.stringify(body), { "x-amzn-errortype": "NotFoundException" });
    for (const name of Object.keys(body))
      expect([name, Reflect.get(error, name)]).not.toEqual([name, "forged"]);
    expect(error).toBeInstanceOf(NotFoundException);
  });

  test("keeps the response out of JSON", () => {
    const error = read("{}", { "x-amzn-errortype": "NotFoundException", "set-cookie": "secret" });
    expect(error.$response?.headers["set-cookie"]).toBe("secret");
    expect(JSON.stringify(error)).not.toContain("secret");
  });
});
