import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { PairRecorder, sent } from "./pair-recorder.js";
import { requestFacts } from "./request-facts.js";

/** What AWS Lambda has of the running invocation. The official client looks for it once, so it stays the same object. */
const invocation: Record<string, string | undefined> = {};
const InvokeStore = {
  getXRayTraceId: () => invocation["traceId"],
  getTraceparent: () => invocation["traceparent"],
  getTracestate: () => invocation["tracestate"],
  getBaggage: () => invocation["baggage"],
};

const TRACE_ID = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
const TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

let pair: PairRecorder;
beforeAll(async () => {
  Object.assign(globalThis, { awslambda: { InvokeStore } });
  pair = await PairRecorder.open();
});
afterEach(() => {
  for (const name of Object.keys(invocation)) delete invocation[name];
  delete process.env["AWS_LAMBDA_FUNCTION_NAME"];
  delete process.env["_X_AMZN_TRACE_ID"];
});
afterAll(async () => {
  Reflect.deleteProperty(globalThis, "awslambda");
  await pair.close();
});

const fn = { AWS_LAMBDA_FUNCTION_NAME: "deploy" };

describe("in AWS Lambda", () => {
  test.each<[string, Record<string, string>, Record<string, string>, Record<string, string>]>([
    ["a trace in a variable", { ...fn, _X_AMZN_TRACE_ID: TRACE_ID }, {}, { "x-amzn-trace-id": TRACE_ID }],
    [
      "a trace of the invocation",
      { ...fn, _X_AMZN_TRACE_ID: "old" },
      { traceId: "new" },
      { "x-amzn-trace-id": "new" },
    ],
    ["a trace without a function", { _X_AMZN_TRACE_ID: TRACE_ID }, { traceId: TRACE_ID }, {}],
    ["a function without a trace", { ...fn, _X_AMZN_TRACE_ID: "" }, {}, {}],
    ["an empty trace of the invocation", { ...fn, _X_AMZN_TRACE_ID: "old" }, { traceId: "" }, {}],
    ["a trace context", fn, { traceparent: TRACEPARENT }, { traceparent: TRACEPARENT }],
    [
      "a trace context with state and baggage",
      {},
      { traceparent: TRACEPARENT, tracestate: "a=b", baggage: "c=d" },
      { traceparent: TRACEPARENT, tracestate: "a=b", baggage: "c=d" },
    ],
    ["state and baggage of no trace", {}, { tracestate: "a=b", baggage: "c=d" }, {}],
  ])("%s travels on as with the official client", async (_title, variables, state, expected) => {
    Object.assign(process.env, variables);
    Object.assign(invocation, state);
    const { ours, official } = await pair.record("ListS3Buckets", {});
    const { headers, ...facts } = requestFacts(sent(ours));
    expect({ headers, ...facts }).toEqual(requestFacts(sent(official)));
    const names = ["x-amzn-trace-id", "traceparent", "tracestate", "baggage"];
    expect(Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)))).toEqual(
      expected,
    );
  });
});
