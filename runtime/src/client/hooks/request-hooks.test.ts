import { inspect } from "node:util";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Command, type HookRequest, type Hooks, type HttpHandler } from "../../index.js";
import { clientFor, clone, closeServerAfterEach, received } from "../../testing/calls.js";
import { credentials, testClient } from "../../testing/clients.js";
import { signaturesOf } from "../../testing/signature.js";

closeServerAfterEach();

/** As JavaScript sees it: nothing is read-only. */
type Mutable = { -readonly [Key in keyof HookRequest]: HookRequest[Key] };

const changing = (change: (request: Mutable, attempt: number) => unknown): Hooks => ({
  onRequest: ({ request, attempt }) => change(request, attempt),
});

const signatureFits = (): boolean =>
  received().every((request) => {
    const { carried, due } = signaturesOf(request, credentials.secretAccessKey);
    return carried !== "" && carried === due;
  });

describe("headers of a hook", () => {
  test("go out, signed, in every attempt", async () => {
    const client = await clientFor((_request, index) => (index === 0 ? { status: 429 } : {}), {
      hooks: changing(({ headers }, attempt) => Object.assign(headers, { "x-trace": `${attempt}` })),
    });
    await client.send(clone(), { hooks: changing(({ headers }) => (headers["x-trace"] += ";call")) });
    expect(received().map(({ headers }) => headers["x-trace"])).toEqual(["1;call", "2;call"]);
    expect(received()[0]?.headers.authorization).toMatch(/SignedHeaders=[^,]*x-trace/);
    expect(signatureFits()).toBe(true);
  });

  test("may replace, and leave out, what the client says of itself", async () => {
    const client = await clientFor(() => ({}), {
      hooks: changing((request) => {
        const { "amz-sdk-invocation-id": _id, "amz-sdk-request": _request, ...kept } = request.headers;
        request.headers = { ...kept, "User-Agent": "mine/1" };
      }),
    });
    await client.send(clone());
    expect(received()[0]?.headers["user-agent"]).toBe("mine/1");
    expect(received()[0]?.headers).not.toHaveProperty("amz-sdk-invocation-id");
    expect(signatureFits()).toBe(true);
  });

  test("are signed as they are sent, whatever they are", async () => {
    const client = await clientFor(() => ({}));
    const name = fc.stringMatching(/^x-[!#$%&'*+\-.^_`|~\w]{1,12}$/);
    // A proxy may trim a value and join its spaces, and signers do so in advance: the test's own signer does not.
    const value = fc.stringMatching(/^[!-~]+( [!-~]+){0,2}$/);
    const headers = fc.uniqueArray(fc.tuple(name, value), {
      selector: ([each]) => each.toLowerCase(),
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(headers, async (added) => {
        received().length = 0;
        await client.send(clone(), {
          hooks: changing((request) => Object.assign(request.headers, Object.fromEntries(added))),
        });
        for (const [each, text] of added) expect(received()[0]?.headers[each.toLowerCase()]).toBe(text);
        expect(signatureFits()).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test("leave the name that HTTP/2 has for the host alone", async () => {
    const sent: Record<string, string>[] = [];
    const requestHandler: HttpHandler = {
      metadata: { handlerProtocol: "h2" },
      handle: async ({ headers }) => {
        sent.push(headers);
        return { response: { statusCode: 200, headers: {}, body: "{}" } };
      },
    };
    const hooks = changing(({ headers }) => Object.assign(headers, { "x-trace": "1" }));
    await testClient({ endpoint: "http://localhost:1", requestHandler, hooks }).send(clone());
    expect(sent).toMatchObject([{ ":authority": "localhost:1", "x-trace": "1" }]);
  });

  test("that a hook sets when it is over change nothing", async () => {
    const kept: HookRequest[] = [];
    const client = await clientFor(() => ({}), { hooks: changing((request) => kept.push(request)) });
    await client.send(clone(), {
      hooks: {
        onRequest: () => kept.map(({ headers }) => Object.assign(headers, { host: "evil.example" })),
      },
    });
    expect(kept).toHaveLength(1);
    expect(received()[0]?.headers.host).toMatch(/^127\.0\.0\.1:/);
  });
});

describe("a hook that goes too far is refused, and nothing is sent", () => {
  test.each<[string, (request: Mutable) => unknown]>([
    ["request's method", (request) => (request.method = "GET")],
    ["request's protocol", (request) => (request.protocol = "https:")],
    ["request's hostname", (request) => (request.hostname = "evil.example")],
    ["request's port", (request) => delete request.port],
    ["request's path", (request) => (request.path = "/backend/a/remove")],
    ["request's query", (request) => Object.assign(request.query, { all: "true" })],
    ["request's body", (request) => request.body?.fill(32)],
    ["request's body", (request) => (request.body = undefined)],
    ["request's body", (request) => (request.body = new Uint8Array(0))],
    ["header host", ({ headers }) => (headers["Host"] = "evil.example")],
    ["header host", ({ headers }) => delete headers["host"]],
    ["header authorization", ({ headers }) => (headers["AUTHORIZATION"] = "canary")],
    ["header x-amz-date", ({ headers }) => (headers["x-amz-date"] = "20200101T000000Z")],
    ["header x-amz-security-token", ({ headers }) => (headers["X-Amz-Security-Token"] = "canary")],
    ["header x-amz-content-sha256", ({ headers }) => (headers["x-amz-content-sha256"] = "canary")],
    ["header content-length", ({ headers }) => (headers["content-length"] = "0")],
    ["header content-type", ({ headers }) => (headers["content-type"] = "text/plain")],
    ["header transfer-encoding", ({ headers }) => (headers["transfer-encoding"] = "chunked")],
    ["header x-http-method-override", ({ headers }) => (headers["X-HTTP-Method-Override"] = "DELETE")],
    ["header :authority", ({ headers }) => (headers[":authority"] = "evil.example")],
  ])("%s", async (what, change) => {
    const client = await clientFor(() => ({}));
    const failure = await client.send(clone(), { hooks: changing(change) }).catch((each: unknown) => each);
    expect(failure).toMatchObject({
      name: "ConfigurationError",
      message: expect.stringContaining(`The hook onRequest changed the ${what}.`),
    });
    expect(inspect(failure)).not.toMatch(/canary|evil/);
    expect(received()).toHaveLength(0);
  });

  // All of them by name: what decides about it is one expression.
  test.each([
    ...[":authority", "host", "forwarded", "x-forwarded-host", "x-original-url", "x-rewrite-url"],
    ...["x-http-method", "x-http-method-override", "x-method-override"],
    ...["authorization", "proxy-authorization", "date"],
    ...["x-amz-date", "x-amz-content-sha256", "x-amz-security-token"],
    ...["content-encoding", "content-length", "content-type", "transfer-encoding", "te", "trailer"],
    ...["connection", "proxy-connection", "keep-alive", "upgrade", "expect"],
  ])("the header %s, in whatever case", async (name) => {
    const client = await clientFor(() => ({}));
    for (const written of [name, name.toUpperCase()]) {
      const hooks = changing(({ headers }) => Object.assign(headers, { [written]: "canary" }));
      await expect(client.send(clone(), { hooks })).rejects.toMatchObject({
        name: "ConfigurationError",
        message: expect.stringContaining(`The hook onRequest changed the header ${name}.`),
      });
    }
    expect(received()).toHaveLength(0);
  });

  test.each<[string, string, unknown]>([
    ["a name that is none", "x y", "1"],
    ["no name", "", "1"],
    ["a pseudo-header", ":path", "/"],
    ["a name with a line break", "x-a\r\nhost", "1"],
    ["a value with a line break", "x-a", "canary\r\nhost: evil"],
    ["a value that is not ASCII", "x-a", "canary-ä"],
    ["a number", "x-a", 5],
    ["nothing", "x-a", undefined],
  ])("%s", async (_what, name, value) => {
    const client = await clientFor(() => ({}));
    const failure = await client
      .send(clone(), { hooks: changing(({ headers }) => Object.assign(headers, { [name]: value })) })
      .catch((each: unknown) => each);
    expect(failure).toMatchObject({ name: "ConfigurationError" });
    expect(inspect(failure)).not.toMatch(/canary/);
    expect(received()).toHaveLength(0);
  });
});

test("no event shows a key, or what a sensitive member holds", async () => {
  const secret = "canary-secret";
  const shown: string[] = [];
  const show = (event: unknown): void =>
    void shown.push(inspect(event, { depth: 20 }), JSON.stringify(event));
  const hooks: Hooks = { onRequest: show, onResponse: show, onRetry: show, onError: show };
  const client = await clientFor((_request, index) => ({ status: index === 0 ? 429 : 400 }), {
    hooks,
    credentials: { ...credentials, secretAccessKey: secret, sessionToken: secret },
  });
  const { operation } = clone();
  const members = {
    ...operation.input.members,
    TargetEnvironmentName: { target: "string", jsonName: "t", sensitive: true },
  } as const;
  const input = { AppId: "visible", BackendEnvironmentName: "b", TargetEnvironmentName: secret };
  await client.safeSend(new Command({ ...operation, input: { ...operation.input, members } }, input));
  expect(received()[0]?.body).toContain(secret);
  expect(shown).toHaveLength(12);
  expect(shown.join()).toContain("visible");
  expect(shown.join()).not.toMatch(/canary|AKIDEXAMPLE|authorization/i);
});

test("the body is there for those who ask for it", async () => {
  const bodies: unknown[] = [];
  const decode = (body: Uint8Array | undefined): string => new TextDecoder().decode(body);
  const client = await clientFor(() => ({}), { hooks: changing(({ body }) => bodies.push(decode(body))) });
  await client.send(clone());
  expect(bodies).toEqual(['{"targetEnvironmentName":"c"}']);
});
