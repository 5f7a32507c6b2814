import * as official from "@aws-sdk/client-amplifybackend";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import * as ours from "@tinsmith/amplifybackend";
import { type Answer, type BothClients, startBothClients } from "../support/both-clients.js";
import { difference } from "../support/differences.js";
import { officialOperations } from "../support/official-operations.js";
import { PROPERTY_TIMEOUT } from "../support/runs.js";

jest.setTimeout(PROPERTY_TIMEOUT);

let clients: BothClients;
beforeAll(async () => {
  clients = await startBothClients();
});
afterAll(() => clients.close());

/** What both clients throw. */
async function failures(answer: Answer, operation = "GetBackend") {
  const endings = await clients.call(operation, { status: 400, ...answer });
  return { our: endings.ours.error ?? {}, their: endings.official.error ?? {} };
}

const typed = (type: string, status: number, body: object): Answer => ({
  status,
  headers: [["x-amzn-errortype", type]],
  body: JSON.stringify(body),
});

describe("which error it is", () => {
  test(difference("unmodelled-error"), async () => {
    const { our, their } = await failures(typed("a.b#BrandNewException", 418, { message: "new" }));
    const same = { message: "new", $fault: "client", $metadata: { httpStatusCode: 418 } };
    expect(their).toMatchObject({ ...same, name: "BrandNewException" });
    expect(their).toBeInstanceOf(official.AmplifyBackendServiceException);
    expect(our).toMatchObject({ ...same, name: "UnmodeledServiceException", code: "BrandNewException" });
    expect(our).toBeInstanceOf(ours.UnmodeledServiceException);
    expect(our).toBeInstanceOf(ours.AmplifyBackendServiceException);
  });

  test(difference("more-classes"), async () => {
    for (const type of [ours.AccessDeniedException, ours.ValidationException, ours.LimitExceededException]) {
      const { name } = type;
      const { our, their } = await failures(typed(name, 500, { message: "m", limitType: "Jobs" }));
      expect(their).toMatchObject({ name, message: "m", $fault: "server" });
      expect(Object.getPrototypeOf(their)).toBe(official.AmplifyBackendServiceException.prototype);
      expect(our).toMatchObject({ name, message: "m", $fault: "client" });
      expect(Object.getPrototypeOf(our)).toBe(type.prototype);
      expect(our).toBeInstanceOf(ours.AmplifyBackendServiceException);
    }
  });

  test(difference("empty-error-type"), async () => {
    const body = '{"__type":"NotFoundException"}';
    const header = await failures({ headers: [["x-amzn-errortype", ""]], body });
    expect([header.their["name"], header.our["name"]]).toEqual(["", "NotFoundException"]);
    const code = await failures({ body: '{"code":"","__type":"NotFoundException"}' });
    expect([code.their["name"], code.our["name"]]).toEqual(["", "NotFoundException"]);
  });

  test.each(["null", "{}", "false"])(`${difference("error-type-no-text")} (%s)`, async (code) => {
    const { our, their } = await failures({ body: `{"code":${code},"__type":"NotFoundException"}` });
    expect(their["name"]).toBe("TypeError");
    expect(our["name"]).toBe("NotFoundException");
  });
});

describe("an answer that is no error of the service", () => {
  const UNREADABLE = "The service answered with status 503, no readable error (text/html).";

  test.each<[string, string | Uint8Array, string]>([
    ["a page", "<html>canary</html>", UNREADABLE],
    ["cut JSON", '{"message":"canary', UNREADABLE],
    ["another charset", Buffer.from('{"message":"canary"}', "utf16le"), UNREADABLE],
    ["a byte order mark", '\ufeff{"message":"no"}', "no"],
  ])(`${difference("unreadable-error")} (%s)`, async (_what, body, message) => {
    const headers = [
      ["content-type", "text/html"],
      ["x-amzn-requestid", "r"],
    ] as const;
    const $metadata = { httpStatusCode: 503, requestId: "r", attempts: 1 };
    for (const { name } of officialOperations) {
      const { our, their } = await failures({ status: 503, headers, body }, name);
      expect(their).toMatchObject({ name: "SyntaxError", $metadata });
      expect(their).not.toBeInstanceOf(official.AmplifyBackendServiceException);
      expect(our).toMatchObject({ code: "Unknown", message, $fault: "server", $metadata });
      expect(our).toBeInstanceOf(ours.UnmodeledServiceException);
    }
  });

  test(difference("deep-error"), async () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const { our, their } = await failures({ body: `{"__type":"NotFoundException","details":${deep}}` });
    expect([their["name"], our["name"]]).toEqual(["RangeError", "NotFoundException"]);
  });

  test("a page with the type in the header is that error in this client", async () => {
    const headers = [["x-amzn-errortype", "NotFoundException"]] as const;
    const { our, their } = await failures({ status: 404, headers, body: "<html>" });
    expect([their["name"], our["name"]]).toEqual(["SyntaxError", "NotFoundException"]);
  });

  test.each(["", "{}", "null", "5", "true", "[]", '""'])(`${difference("no-message")} (%s)`, async (body) => {
    const { our, their } = await failures({ status: 502, body });
    expect(their).toMatchObject({ name: "Unknown", message: "UnknownError", $fault: "server" });
    expect(our).toMatchObject({ code: "Unknown", $fault: "server" });
    expect(our["message"]).toBe("The service answered with status 502, no readable error (no content type).");
  });

  test("304 never has a body, and so no message either", async () => {
    const { our, their } = await failures({ status: 304, body: '{"message":"m"}' });
    expect([their["message"], our["message"]]).toEqual([
      "UnknownError",
      "The service answered with status 304, no readable error (no content type).",
    ]);
  });

  test.each(['["canary"]', '"canary"'])(`${difference("items-as-members")} (%s)`, async (body) => {
    const { our, their } = await failures({ body });
    expect(["canary", "c"]).toContain(their["0"]);
    expect(our["0"]).toBeUndefined();
  });
});

describe("what an error holds", () => {
  test(difference("message-no-text"), async () => {
    const { our, their } = await failures(
      typed("NotFoundException", 404, { message: { a: 1 }, Message: "m" }),
    );
    expect(their["message"]).toEqual({ a: 1 });
    expect(our["message"]).toBe("m");
  });

  test(difference("message-member"), async () => {
    const { our, their } = await failures(typed("BadRequestException", 400, { message: "m" }));
    expect([their["message"], their["Message"], "Message" in their]).toEqual(["m", undefined, false]);
    expect([our["message"], our["Message"]]).toEqual(["m", "m"]);
  });

  test(difference("null-in-error"), async () => {
    const { our, their } = await failures(
      typed("NotFoundException", 404, { message: "m", resourceType: null }),
    );
    expect([their["ResourceType"], our["ResourceType"]]).toEqual([null, undefined]);
  });

  test(difference("further-members"), async () => {
    const { our, their } = await failures(typed("NotFoundException", 404, { message: "m", reason: "why" }));
    expect([their["reason"], our["reason"]]).toEqual(["why", "why"]);
    expect([Object.keys(their).includes("reason"), Object.keys(our).includes("reason")]).toEqual([
      true,
      false,
    ]);
    expect([JSON.stringify(their).includes("why"), JSON.stringify(our).includes("why")]).toEqual([
      true,
      false,
    ]);
  });

  test(difference("reserved-members"), async () => {
    const body = { $retryable: { throttling: true }, cause: "c", errors: ["e"], message: "m" };
    const { our, their } = await failures(typed("BadRequestException", 400, body));
    const held = (error: Record<string, unknown>) => [error["$retryable"], error["cause"], error["errors"]];
    expect(held(their)).toEqual([{ throttling: true }, "c", ["e"]]);
    expect(held(our)).toEqual([undefined, undefined, undefined]);
  });

  test(difference("code-and-operation"), async () => {
    const { our, their } = await failures({ body: '{"code":"a.b#NotFoundException:http://x"}' }, "GetToken");
    expect([their["code"], their["operation"]]).toEqual(["a.b#NotFoundException:http://x", undefined]);
    expect([our["code"], our["operation"]]).toEqual(["NotFoundException", "GetToken"]);
  });

  test(difference("retryable-mark"), async () => {
    for (const name of ["TooManyRequestsException", "ThrottlingException"]) {
      const { our, their } = await failures(typed(name, 429, {}));
      expect([their["$retryable"], our["$retryable"]]).toEqual([undefined, { throttling: true }]);
    }
  });

  test(difference("response-body"), async () => {
    const { our, their } = await failures(typed("NotFoundException", 404, { message: "m" }));
    expect(Object.keys(their["$response"] as object)).toEqual(["statusCode", "reason", "headers", "body"]);
    expect(Object.keys(our["$response"] as object)).toEqual(["statusCode", "reason", "headers"]);
  });
});
