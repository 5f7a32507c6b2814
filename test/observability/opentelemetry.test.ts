import { type Channel, channel } from "node:diagnostics_channel";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { context, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import {
  AmplifyBackendClient,
  CreateTokenCommand,
  GetBackendJobCommand,
  paginateListBackendJobs,
  waitUntilBackendJobCompleted,
} from "@tinsmith/amplifybackend";
import { type LocalServer, type Responder, startServer } from "../../runtime/src/testing/local-server.js";
import { readCodeBlocks } from "../docs/code-blocks.js";

const exporter = new InMemorySpanExporter();
const tracer = trace.getTracer("application");
// Below the repository, so that the module of the page finds its packages.
const folder = mkdtempSync(join(process.cwd(), "test", "observability", ".recipe-"));

const CHANNELS = ["call", "attempt"].flatMap((name) =>
  ["start", "end", "asyncStart", "asyncEnd", "error"].map((phase) =>
    channel(`tracing:tinsmith:${name}:${phase}`),
  ),
);
const unsubscribe: (() => void)[] = [];

/** Channels belong to the process: what the page's module subscribes to would watch the tests of other files, too. */
function rememberSubscribers(each: Channel): void {
  each.subscribe = (listener) => {
    Reflect.deleteProperty(each, "subscribe");
    each.subscribe(listener);
    unsubscribe.push(() => each.unsubscribe(listener));
    rememberSubscribers(each);
  };
}

beforeAll(async () => {
  for (const each of CHANNELS) rememberSubscribers(each);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
  const recipe = readCodeBlocks("docs/observability.md").find(({ code }) => code.includes("startSpan"));
  const file = join(folder, "tracing.ts");
  writeFileSync(file, recipe?.code ?? "");
  await import(file);
});
beforeEach(() => exporter.reset());
afterAll(() => {
  for (const undo of unsubscribe) undo();
  for (const each of CHANNELS) Reflect.deleteProperty(each, "subscribe");
  expect(CHANNELS.filter(({ hasSubscribers }) => hasSubscribers)).toEqual([]);
  trace.disable();
  context.disable();
  rmSync(folder, { recursive: true });
});

const job = { AppId: "d1", BackendEnvironmentName: "dev", JobId: "j" };
const read = (more = {}) => new GetBackendJobCommand({ ...job, ...more });

async function withClient(
  responder: Responder,
  use: (client: AmplifyBackendClient, server: LocalServer) => Promise<unknown>,
): Promise<void> {
  await using server = await startServer(responder);
  const client = new AmplifyBackendClient({
    region: "eu-west-1",
    endpoint: server.url,
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    environment: { random: () => 0 },
  });
  await use(client, server);
  client.destroy();
}

const spans = (name: string | RegExp): ReadableSpan[] =>
  exporter
    .getFinishedSpans()
    .filter((span) => (typeof name === "string" ? span.name === name : name.test(span.name)));
const parentOf = (span: ReadableSpan | undefined): string | undefined => span?.parentSpanContext?.spanId;
const idOf = (span: ReadableSpan | undefined): string | undefined => span?.spanContext().spanId;

test("a call is a span by the conventions, with one child per attempt", async () => {
  const responder: Responder = (_request, index) =>
    index === 0
      ? { status: 503, headers: { "x-amzn-requestid": "r-1" } }
      : { headers: { "x-amzn-requestid": "r-2" } };
  await withClient(responder, async (client, { port }) => {
    await client.send(read());
    const [call, ...others] = spans("AmplifyBackend.GetBackendJob");
    expect(others).toEqual([]);
    const server = { "server.address": "127.0.0.1", "server.port": port };
    expect(call).toMatchObject({ kind: SpanKind.CLIENT, status: { code: SpanStatusCode.UNSET } });
    expect(call?.attributes).toEqual({
      ...server,
      "rpc.system": "aws-api",
      "rpc.service": "AmplifyBackend",
      "rpc.method": "GetBackendJob",
      "http.response.status_code": 200,
      "aws.request_id": "r-2",
    });
    const [first, second] = spans(/^attempt/);
    expect([first?.name, second?.name]).toEqual(["attempt 1", "attempt 2"]);
    expect([parentOf(first), parentOf(second)]).toEqual([idOf(call), idOf(call)]);
    expect(first?.status.code).toBe(SpanStatusCode.ERROR);
    expect(first?.attributes).toEqual({
      ...server,
      "http.request.method": "GET",
      "http.request.resend_count": 0,
      "http.response.status_code": 503,
      "aws.request_id": "r-1",
      "error.type": "UnmodeledServiceException",
    });
    expect(second?.status.code).toBe(SpanStatusCode.UNSET);
    expect(second?.attributes).toMatchObject({ "http.request.resend_count": 1, "aws.request_id": "r-2" });
  });
});

describe("a call that fails", () => {
  test("has the status of an error", async () => {
    const notFound = {
      status: 404,
      headers: { "x-amzn-errortype": "NotFoundException" },
      body: '{"message":"no"}',
    };
    await withClient(
      () => notFound,
      async (client) => {
        await client.safeSend(read());
        for (const name of ["AmplifyBackend.GetBackendJob", "attempt 1"]) {
          expect(spans(name)).toMatchObject([
            {
              status: { code: SpanStatusCode.ERROR, message: "no" },
              attributes: { "error.type": "NotFoundException", "http.response.status_code": 404 },
            },
          ]);
        }
      },
    );
  });

  test("before anything is sent is a span without children", async () => {
    await withClient(
      () => ({}),
      async (client) => {
        await client.safeSend(read({ AppId: ".." }));
        expect(exporter.getFinishedSpans()).toMatchObject([
          { name: "AmplifyBackend.GetBackendJob", attributes: { "error.type": "InputValidationError" } },
        ]);
      },
    );
  });

  test("without an answer has no status of one", async () => {
    await withClient(
      (_request, _index, { socket }) => void socket.destroy(),
      async (client) => {
        await client.safeSend(new CreateTokenCommand({ AppId: "d1" }));
        const [call] = spans("AmplifyBackend.CreateToken");
        expect(call?.attributes).toMatchObject({ "error.type": "NetworkError" });
        expect(call?.attributes).not.toHaveProperty(["http.response.status_code"]);
      },
    );
  });
});

test("fifty calls at once nest below the spans of their callers", async () => {
  const responder: Responder = async ({ url }) => {
    const index = Number(/\/(\d+)$/.exec(url)?.[1] ?? 0);
    await new Promise((resolve) => setTimeout(resolve, (index * 7) % 20));
    return index % 5 === 0 ? { status: 404 } : {};
  };
  await withClient(responder, async (client) => {
    const make = (index: number): Promise<string | undefined> =>
      tracer.startActiveSpan(`caller ${index}`, async (span) => {
        await client.safeSend(read({ AppId: `d${index}`, JobId: String(index) }));
        span.end();
        return span.spanContext().spanId;
      });
    const callers = await Promise.all(Array.from({ length: 50 }, (_, index) => make(index)));
    const calls = spans("AmplifyBackend.GetBackendJob");
    const attempts = spans("attempt 1");
    expect(calls.map(parentOf).toSorted()).toEqual(callers.toSorted());
    expect(attempts.map(parentOf).toSorted()).toEqual(calls.map(idOf).toSorted());
    const failed = calls.filter(({ status }) => status.code === SpanStatusCode.ERROR);
    expect(failed.map(parentOf).toSorted()).toEqual(callers.filter((_, index) => index % 5 === 0).toSorted());
    for (const call of calls) {
      const [attempt, ...others] = attempts.filter((each) => parentOf(each) === idOf(call));
      expect(others).toEqual([]);
      expect(attempt?.spanContext().traceId).toBe(call.spanContext().traceId);
    }
  });
});

test("pages and looks of a waiter are calls of their own, below the same caller", async () => {
  const pages = [
    '{"jobs":[],"nextToken":"t"}',
    '{"jobs":[]}',
    '{"status":"RUNNING"}',
    '{"status":"COMPLETED"}',
  ];
  await withClient(
    (_request, index) => ({ body: pages[index] ?? "{}" }),
    async (client) => {
      const caller = await tracer.startActiveSpan("caller", async (span) => {
        for await (const _page of paginateListBackendJobs({ client }, job));
        await waitUntilBackendJobCompleted({ client, maxWaitTime: 5, minDelay: 0.01, maxDelay: 0.01 }, job);
        span.end();
        return span.spanContext().spanId;
      });
      const calls = spans(/^AmplifyBackend/);
      expect(calls.map(({ name }) => name)).toEqual([
        ...["AmplifyBackend.ListBackendJobs", "AmplifyBackend.ListBackendJobs"],
        ...["AmplifyBackend.GetBackendJob", "AmplifyBackend.GetBackendJob"],
      ]);
      expect(new Set(calls.map(parentOf))).toEqual(new Set([caller]));
    },
  );
});

test("the trace of a Lambda invocation goes out as ever, and no other", async () => {
  const before = { ...process.env };
  Object.assign(process.env, { AWS_LAMBDA_FUNCTION_NAME: "f", _X_AMZN_TRACE_ID: "Root=1-2-3" });
  try {
    await withClient(
      () => ({}),
      async (client, { requests }) => {
        await tracer.startActiveSpan("caller", () => client.send(read()));
        expect(requests[0]?.headers).toMatchObject({ "x-amzn-trace-id": "Root=1-2-3" });
        expect(requests[0]?.headers).not.toHaveProperty("traceparent");
      },
    );
  } finally {
    process.env = before;
  }
});
