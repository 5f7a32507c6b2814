import { describe, expect, test } from "@jest/globals";
import { REDACTED } from "../protocol/redact.js";
import type { HttpRequest, HttpResponse } from "../transport/http-handler.js";
import { DEMO_CREDENTIALS, DEMO_TIME, demoHost, GetNote } from "./fixtures/demo-service.js";
import { signedRequest } from "./fixtures/signed-request.js";
import { textResponse } from "./message.js";
import type { ServiceHost } from "./service-host.js";

const send = async (host: ServiceHost, request: HttpRequest): Promise<HttpResponse> =>
  (await host.requestHandler().handle(request)).response;

const bodyOf = (response: HttpResponse): unknown =>
  JSON.parse(new TextDecoder().decode(response.body as Uint8Array));

describe("a call that is refused", () => {
  test("a path that no operation has: UnknownOperationException, 404", async () => {
    const host = demoHost();
    const response = await send(host, await signedRequest("GET", "/nowhere"));
    expect(response.statusCode).toBe(404);
    expect(response.headers["x-amzn-errortype"]).toBe("UnknownOperationException");
    expect(host.journal.entries).toMatchObject([
      { route: "GET /nowhere", status: 404, error: "UnknownOperationException", executed: false },
    ]);
  });

  test("an unsigned call reaches no handler", async () => {
    const host = demoHost();
    const request = await signedRequest("POST", "/notes/a", '{"text":"x"}');
    delete request.headers["authorization"];
    const response = await send(host, request);
    expect([response.statusCode, bodyOf(response)]).toEqual([
      403,
      { message: "Missing Authentication Token" },
    ]);
    expect((await send(host, await signedRequest("GET", "/notes/a"))).statusCode).toBe(404);
  });

  test.each([["{"], ["[]"], ["null"], ['"text"']])("body %s: SerializationException, 400", async (body) => {
    const response = await send(demoHost(), await signedRequest("POST", "/notes/a", body));
    expect(response.statusCode).toBe(400);
    expect(response.headers["x-amzn-errortype"]).toBe("SerializationException");
  });

  test("input that breaks the model: ValidationException by default", async () => {
    const response = await send(demoHost(), await signedRequest("POST", "/notes/a", '{"text":1}'));
    expect(response.statusCode).toBe(400);
    expect(response.headers["x-amzn-errortype"]).toBe("ValidationException");
    expect(bodyOf(response)).toEqual({ message: "Text must be a string, not number" });
  });

  test("a handler's error carries its status, name, message and members", async () => {
    const response = await send(demoHost(), await signedRequest("GET", "/notes/a%2Fb"));
    expect(response.statusCode).toBe(404);
    expect(response.headers["x-amzn-errortype"]).toBe("NoteNotFound");
    expect(bodyOf(response)).toEqual({ message: "No note a/b", noteId: "a/b" });
  });

  test("a handler that breaks: InternalFailure; only the journal says why", async () => {
    const broken = () => {
      throw new Error("disk on fire");
    };
    const host = demoHost({ handlers: { GetNote: broken, PutNote: broken } });
    const response = await send(host, await signedRequest("GET", "/notes/a"));
    expect(response.statusCode).toBe(500);
    expect(JSON.stringify(bodyOf(response))).not.toContain("fire");
    expect(host.journal.entries[0]?.failure).toBe("Error: disk on fire");
  });

  test("an output that the model does not allow: InternalFailure, though executed", async () => {
    const host = demoHost({ handlers: { GetNote: () => ({}), PutNote: () => ({ Text: 5 }) } });
    expect((await send(host, await signedRequest("POST", "/notes/a", '{"text":"x"}'))).statusCode).toBe(500);
    expect(host.journal.entries[0]).toMatchObject({
      executed: true,
      failure: "Error: Invalid output of PutNote: Text must be a string, not number",
    });
  });
});

describe("a call that is answered", () => {
  test("the output travels under its wire names, null where the handler says null", async () => {
    const host = demoHost();
    await send(host, await signedRequest("POST", "/notes/a", '{"text":"hello","unknown":1}'));
    const response = await send(host, await signedRequest("GET", "/notes/a"));
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toBe("application/json");
    expect(bodyOf(response)).toEqual({ text: "hello", next: null });
  });

  test("the response tells the host's time and a request id that the journal has, too", async () => {
    const host = demoHost();
    const response = await send(host, await signedRequest("GET", "/notes/a"));
    expect(response.headers["date"]).toBe(new Date(DEMO_TIME).toUTCString());
    expect(response.headers["x-amzn-requestid"]).toBe(host.journal.entries[0]?.requestId);
  });

  test("the journal shows route and input, without secrets", async () => {
    const host = demoHost();
    await send(host, await signedRequest("POST", "/notes/a", '{"text":"x","password":"canary"}'));
    expect(host.journal.of("PutNote")).toEqual([
      {
        sequence: 1,
        time: new Date(DEMO_TIME),
        operation: "PutNote",
        route: "POST /notes/{NoteId}",
        input: { NoteId: "a", Text: "x", Password: REDACTED },
        status: 200,
        requestId: expect.any(String),
        executed: true,
        invocationId: undefined,
      },
    ]);
    host.journal.clear();
    expect(host.journal.entries).toEqual([]);
  });
});

describe("an interceptor", () => {
  test("may answer in the handler's place", async () => {
    const host = demoHost({
      intercept: ({ operation }, proceed) =>
        operation === GetNote.name
          ? textResponse(504, { "content-type": "text/html" }, "<h1>504</h1>")
          : proceed(),
    });
    const response = await send(host, await signedRequest("GET", "/notes/a"));
    expect([response.statusCode, response.headers["content-type"]]).toEqual([504, "text/html"]);
    expect(host.journal.entries[0]).toMatchObject({ executed: false, status: 504 });
  });

  test("may lose the answer of a call that took effect", async () => {
    let isFirst = true;
    const host = demoHost({
      intercept: async (_call, proceed) => {
        const response = await proceed();
        if (!isFirst) return response;
        isFirst = false;
        return textResponse(504, {}, "");
      },
    });
    const request = await signedRequest("POST", "/notes/a", '{"text":"x"}');
    expect((await send(host, request)).statusCode).toBe(504);
    expect(host.journal.entries[0]).toMatchObject({ executed: true, status: 504 });
    expect((await send(host, await signedRequest("GET", "/notes/a"))).statusCode).toBe(200);
  });

  test("sees nothing of a caller who is not known", async () => {
    const seen: string[] = [];
    const host = demoHost({
      intercept: (call, proceed) => {
        seen.push(call.accessKeyId);
        return proceed();
      },
    });
    await send(
      host,
      await signedRequest("GET", "/notes/a", undefined, {
        credentials: { ...DEMO_CREDENTIALS, accessKeyId: "NOBODY" },
      }),
    );
    await send(host, await signedRequest("GET", "/notes/a"));
    expect(seen).toEqual([DEMO_CREDENTIALS.accessKeyId]);
  });
});

test("an operation without a handler is a mistake of whoever sets up the host", () => {
  expect(() => demoHost({ handlers: {} })).toThrow(
    new TypeError("ServiceHost: no handler for GetNote, PutNote"),
  );
});
