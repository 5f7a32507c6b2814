import { InvokeStore } from "@aws/lambda-invoke-store";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { CapturedRequest } from "../../../runtime/src/testing/local-server.js";
import { PairRecorder, sent } from "../support/pair-recorder.js";
import { requestFacts } from "../support/request-facts.js";

const TRACE_HEADERS = ["x-amzn-trace-id", "traceparent", "tracestate", "baggage"];
const VARIABLES = ["AWS_LAMBDA_FUNCTION_NAME", "_X_AMZN_TRACE_ID"] as const;

/** Values of a variable, or of the store: none, an empty one, one. */
const values = (value: string): readonly (string | undefined)[] => [undefined, "", value];

/** How Lambda's runtime calls what is in its store. */
const IN_STORE = {
  trace: Symbol.for("_AWS_LAMBDA_X_RAY_TRACE_ID"),
  parent: Symbol.for("_AWS_LAMBDA_TRACEPARENT"),
  state: Symbol.for("_AWS_LAMBDA_TRACESTATE"),
  baggage: Symbol.for("_AWS_LAMBDA_BAGGAGE"),
} as const;

let recorder: PairRecorder;
let store: Awaited<ReturnType<typeof InvokeStore.getInstanceAsync>>;
let compared = 0;
beforeAll(async () => {
  // What Lambda's runtime makes where it runs several invocations at a time.
  store = await InvokeStore.getInstanceAsync(true);
  recorder = await PairRecorder.open();
});
afterEach(() => {
  for (const name of VARIABLES) delete process.env[name];
});
afterAll(async () => {
  await recorder.close();
  console.log(`Lambda's trace: ${compared} calls compared.`);
});

/** Makes a call with both clients; the headers of both, which must be the same, signed or not. */
async function tracedCall(pair = recorder): Promise<Record<string, unknown>> {
  const { ours, official } = await pair.record("GetToken", { AppId: "a", SessionId: "s" });
  expect(requestFacts(sent(ours))).toEqual(requestFacts(sent(official)));
  compared++;
  return traceOf(sent(ours));
}

const traceOf = ({ headers }: CapturedRequest): Record<string, unknown> =>
  Object.fromEntries(TRACE_HEADERS.flatMap((name) => (name in headers ? [[name, headers[name]]] : [])));

const setVariables = (...settings: readonly (string | undefined)[]): void => {
  VARIABLES.forEach((name, index) => {
    const value = settings[index];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  });
};

test("outside Lambda nothing is added", async () => {
  expect(await tracedCall()).toEqual({});
  setVariables(undefined, "Root=1-a");
  expect(await tracedCall()).toEqual({});
});

test("in Lambda the variable's trace is carried on, unsigned", async () => {
  setVariables("function", "Root=1-a");
  expect(await tracedCall()).toEqual({ "x-amzn-trace-id": "Root=1-a" });
});

test("whatever variables and Lambda's store hold, both send the same", async () => {
  const seen = new Set<string>();
  for (const name of values("function")) {
    for (const fromVariable of values("Root=1-variable")) {
      for (const fromStore of values("Root=1-store")) {
        for (const traceparent of values("00-1-2-01")) {
          setVariables(name, fromVariable);
          const context = {
            [IN_STORE.trace]: fromStore,
            [IN_STORE.parent]: traceparent,
            [IN_STORE.state]: "vendor=1",
            [IN_STORE.baggage]: "user=1",
          };
          seen.add(JSON.stringify(await store.run(context, () => tracedCall())));
        }
      }
    }
  }
  // Three traces or none, each with or without a parent.
  expect(seen.size).toBe(6);
});

test("each of several invocations at a time has its own trace", async () => {
  setVariables("function", "Root=1-variable");
  const invoke = (trace: string): Promise<Record<string, unknown>> =>
    store.run({ [IN_STORE.trace]: trace }, async () => {
      const own = await PairRecorder.open();
      const headers = await tracedCall(own);
      await own.close();
      return headers;
    });
  const traces = ["Root=1-a", "Root=1-b", "Root=1-c"];
  expect(await Promise.all(traces.map(invoke))).toEqual(
    traces.map((trace) => ({ "x-amzn-trace-id": trace })),
  );
  expect(await tracedCall()).toEqual({ "x-amzn-trace-id": "Root=1-variable" });
});
