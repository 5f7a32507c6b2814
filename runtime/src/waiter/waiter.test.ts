import { afterEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { NetworkError } from "../errors/network-error.js";
import { ServiceException } from "../errors/service-exception.js";
import { GetBackendJobCommand, type GetBackendJobInput } from "../testing/amplify.js";
import { testClient } from "../testing/clients.js";
import { type LocalServer, type PlannedResponse, startServer } from "../testing/local-server.js";
import { matchState, type Observation } from "./match.js";
import { loadJmesPath, searchByNames } from "./search.js";
import { waitUntil } from "./wait-until.js";
import type { WaiterConfiguration, WaiterRequestOptions } from "./waiter-configuration.js";
import { waiterDelay } from "./waiter-delay.js";
import type { WaiterDescriptor, WaiterMatcher } from "./waiter-descriptor.js";

const input: GetBackendJobInput = { AppId: "a", BackendEnvironmentName: "b", JobId: "c" };
const completed: WaiterDescriptor = {
  name: "BackendJobCompleted",
  minDelay: 2,
  maxDelay: 30,
  acceptors: [
    {
      state: "success",
      matcher: { output: { path: "Status", comparator: "stringEquals", expected: "COMPLETED" } },
    },
    {
      state: "failure",
      matcher: { output: { path: "Status", comparator: "stringEquals", expected: "FAILED" } },
    },
    { state: "retry", matcher: { errorType: "NotFoundException" } },
  ],
};

let server: LocalServer | undefined;
afterEach(() => server?.close());

const status = (value: string): PlannedResponse => ({ body: JSON.stringify({ status: value }) });

/** Waits on a clock that jumps; answers with the responses in turn, then with the last one. */
async function wait(
  responses: (PlannedResponse | undefined)[],
  config: Partial<WaiterConfiguration> = {},
  waiter = completed,
  options: WaiterRequestOptions = {},
) {
  server = await startServer((_request, index) => responses[Math.min(index, responses.length - 1)]);
  let now = 0;
  const slept: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => {
    slept.push(milliseconds);
    now += milliseconds;
  };
  const client = testClient({
    endpoint: server.url,
    maxAttempts: 1,
    environment: { now: () => now, random: () => 0.5, sleep },
  });
  const result = waitUntil(
    waiter,
    (each: GetBackendJobInput) => new GetBackendJobCommand(each),
    { client, maxWaitTime: 100, ...config },
    input,
    options,
  );
  return { result, slept };
}

describe("waiting", () => {
  test("ends when what is waited for has happened", async () => {
    const { result, slept } = await wait([
      status("PENDING"),
      status("RUNNING"),
      status("SOMETHING_NEW"),
      status("COMPLETED"),
    ]);
    await expect(result).resolves.toMatchObject({
      state: "SUCCESS",
      reason: { Status: "COMPLETED", $metadata: { attempts: 1 } },
    });
    expect(slept).toEqual([2000, 3000, 5000]);
  });

  test("ends when it cannot happen any more", async () => {
    const { result } = await wait([status("FAILED")]);
    await expect(result).rejects.toMatchObject({
      name: "WaiterError",
      result: { state: "FAILURE", reason: { Status: "FAILED" } },
    });
  });

  test("goes on after an error that it expects", async () => {
    const { result } = await wait([
      { status: 404, headers: { "x-amzn-errortype": "NotFoundException" } },
      status("COMPLETED"),
    ]);
    await expect(result).resolves.toMatchObject({ state: "SUCCESS" });
  });

  test("ends with any other error, as it is", async () => {
    const { result } = await wait([
      { status: 403, headers: { "x-amzn-errortype": "AccessDeniedException" } },
    ]);
    await expect(result).rejects.toMatchObject({ name: "AccessDeniedException" });
  });

  test("ends when its time is up, after a last look", async () => {
    const { result, slept } = await wait([status("PENDING")], { maxWaitTime: 10 });
    await expect(result).rejects.toMatchObject({
      name: "TimeoutError",
      phase: "wait",
      limit: 10_000,
      message: expect.stringMatching(/within 10 s/),
    });
    expect(slept).toEqual([2000, 3000, 3000]);
  });

  test("ends when its time is up in the middle of a call", async () => {
    const { result } = await wait([undefined], { maxWaitTime: 0.05 });
    await expect(result).rejects.toMatchObject({ name: "TimeoutError", phase: "wait", limit: 50 });
  });

  test("ends with the caller's signal, in the middle of a call too", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort("enough"), 30);
    const { result } = await wait([undefined], { abortSignal: controller.signal });
    await expect(result).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
  });

  test("ends with the caller's controller, as with its signal", async () => {
    const abortController = new AbortController();
    abortController.abort("enough");
    const { result } = await wait([status("PENDING")], { abortController });
    await expect(result).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
  });

  test("passes options on to each of its calls", async () => {
    const seen: string[] = [];
    const hooks = { onRequest: ({ operation }: { operation: string }) => void seen.push(operation) };
    const { result } = await wait([status("PENDING"), status("COMPLETED")], {}, completed, { hooks });
    await result;
    expect(seen).toEqual(["GetBackendJob", "GetBackendJob"]);
  });

  test("does not take input that is refused for something that is gone", async () => {
    const gone: WaiterDescriptor = {
      name: "Gone",
      acceptors: [{ state: "success", matcher: { success: false } }],
    };
    const client = testClient({ endpoint: "http://127.0.0.1:1" });
    const commandFor = (each: GetBackendJobInput) => new GetBackendJobCommand(each);
    const result = waitUntil(gone, commandFor, { client, maxWaitTime: 5 }, { ...input, AppId: ".." });
    await expect(result).rejects.toMatchObject({ name: "InputValidationError" });
  });

  test("with the clock of the platform ends while it sleeps", async () => {
    server = await startServer(() => status("PENDING"));
    const controller = new AbortController();
    setTimeout(() => controller.abort("enough"), 50);
    const result = waitUntil(
      completed,
      (each: GetBackendJobInput) => new GetBackendJobCommand(each),
      { client: testClient({ endpoint: server.url }), maxWaitTime: 60, abortSignal: controller.signal },
      input,
    );
    await expect(result).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
  });

  test.each([{ maxWaitTime: 0 }, { maxWaitTime: Number.NaN }, { minDelay: 0 }, { minDelay: 5, maxDelay: 1 }])(
    "cannot be set up with %j",
    async (config) => {
      const { result } = await wait([status("COMPLETED")], config);
      await expect(result).rejects.toMatchObject({ name: "ConfigurationError" });
    },
  );
});

describe("an acceptor", () => {
  const output = {
    Status: "DONE",
    Ready: true,
    Jobs: [{ S: "a" }, { S: "a" }],
    Mixed: [{ S: "a" }, { S: "b" }],
    Empty: [],
  };
  const succeeded: Observation = { output };
  const failed: Observation = {
    error: new ServiceException({ code: "GoneException", name: "UnmodeledServiceException", $metadata: {} }),
  };
  const unsent: Observation = { error: new NetworkError("No.", { phase: "connect", code: "ECONNREFUSED" }) };
  const path = (
    expression: string,
    comparator: "stringEquals" | "booleanEquals" | "allStringEquals" | "anyStringEquals",
    expected: string,
  ) => ({
    path: expression,
    comparator,
    expected,
  });

  test.each<[string, WaiterMatcher, Observation, boolean]>([
    ["stringEquals", { output: path("Status", "stringEquals", "DONE") }, succeeded, true],
    ["stringEquals on another value", { output: path("Status", "stringEquals", "done") }, succeeded, false],
    ["stringEquals on an error", { output: path("Status", "stringEquals", "DONE") }, failed, false],
    ["booleanEquals", { output: path("Ready", "booleanEquals", "true") }, succeeded, true],
    ["booleanEquals on no boolean", { output: path("Status", "booleanEquals", "DONE") }, succeeded, false],
    ["allStringEquals", { output: path("Jobs[].S", "allStringEquals", "a") }, succeeded, true],
    ["allStringEquals on a mixture", { output: path("Mixed[].S", "allStringEquals", "a") }, succeeded, false],
    ["allStringEquals on nothing", { output: path("Empty[].S", "allStringEquals", "a") }, succeeded, false],
    ["anyStringEquals", { output: path("Mixed[].S", "anyStringEquals", "b") }, succeeded, true],
    ["anyStringEquals on no list", { output: path("Status", "anyStringEquals", "DONE") }, succeeded, false],
    ["a function", { output: path("length(Jobs) == `2`", "booleanEquals", "true") }, succeeded, true],
    [
      "a function that does not fit",
      { output: path("length(Ready)", "booleanEquals", "true") },
      succeeded,
      false,
    ],
    [
      "inputOutput",
      { inputOutput: path("input.AppId == 'a' && output.Ready", "booleanEquals", "true") },
      succeeded,
      true,
    ],
    ["success", { success: true }, succeeded, true],
    ["success on an error", { success: true }, failed, false],
    ["no success", { success: false }, failed, true],
    ["no success, of an error that is not the service's", { success: false }, unsent, false],
    ["errorType, of an error that is not the service's", { errorType: "NetworkError" }, unsent, false],
    ["errorType by code", { errorType: "GoneException" }, failed, true],
    ["errorType with namespace", { errorType: "a.b#GoneException" }, failed, true],
    ["errorType of another error", { errorType: "OtherException" }, failed, false],
    ["errorType on a result", { errorType: "GoneException" }, succeeded, false],
  ])("%s", async (_name, matcher, observation, expected) => {
    const waiter: WaiterDescriptor = { name: "W", acceptors: [{ state: "success", matcher }] };
    expect(matchState(waiter, input, observation, await loadJmesPath()) === "success").toBe(expected);
  });

  test("is the first that fits", async () => {
    const acceptors = [
      { state: "retry", matcher: { success: false } },
      { state: "failure", matcher: { success: true } },
      { state: "success", matcher: { success: true } },
    ] as const;
    expect(matchState({ name: "W", acceptors }, input, succeeded, searchByNames)).toBe("failure");
  });
});

test("names with dots between them lead where JMESPath says, with nothing of it loaded", async () => {
  const search = await loadJmesPath();
  const name = fc.constantFrom("A", "b_1", "length");
  const leaf = fc.constantFrom<unknown>("a", "", 1, true, null, undefined, ["a"]);
  const { data } = fc.letrec((tie) => ({
    data: fc.dictionary(name, fc.oneof({ maxDepth: 3 }, leaf, tie("data")), { noNullPrototype: true }),
  }));
  fc.assert(
    fc.property(
      data as fc.Arbitrary<object>,
      fc.array(name, { minLength: 1, maxLength: 3 }),
      (held, names) => {
        const path = names.join(".");
        expect(searchByNames(held, path) ?? null).toEqual(search(held, path) ?? null);
      },
    ),
    { seed: 6, numRuns: 300 },
  );
});

test("a wait is as Smithy says, and leaves the least delay for a last call", () => {
  fc.assert(
    fc.property(
      fc.nat(40),
      fc.nat(5000),
      fc.nat(100_000),
      fc.nat(200_000),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (nth, min, more, left, random) => {
        const [calls, minDelay, maxDelay, remaining] = [nth + 1, min + 1, min + 1 + more, min + 2 + left];
        // The specification's pseudocode, word for word.
        const ceiling = Math.log(maxDelay / minDelay) / Math.log(2) + 1;
        const most = calls > ceiling ? maxDelay : minDelay * 2 ** (calls - 1);
        const jittered = minDelay + random * (most - minDelay);
        const expected = remaining - jittered <= minDelay ? remaining - minDelay : jittered;
        const delay = waiterDelay({ calls, minDelay, maxDelay, remaining, random });
        expect(delay).toBeCloseTo(expected, 6);
        expect(delay).toBeGreaterThan(0);
      },
    ),
  );
});
