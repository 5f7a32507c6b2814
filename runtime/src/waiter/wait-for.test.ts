import { expect, test } from "@jest/globals";
import { GetBackendJobCommand, type GetBackendJobInput } from "../testing/amplify.js";
import { testClient } from "../testing/clients.js";
import { type PlannedResponse, startServer } from "../testing/local-server.js";
import { waitFor } from "./wait-for.js";
import type { WaiterConfiguration } from "./waiter-configuration.js";
import type { WaiterDescriptor } from "./waiter-descriptor.js";

const input: GetBackendJobInput = { AppId: "a", BackendEnvironmentName: "b", JobId: "c" };
const output = (expected: string) =>
  ({ output: { path: "Status", comparator: "stringEquals", expected } }) as const;
const completed: WaiterDescriptor = {
  name: "BackendJobCompleted",
  acceptors: [
    { state: "success", matcher: output("COMPLETED") },
    { state: "failure", matcher: output("FAILED") },
    { state: "retry", matcher: { errorType: "NotFoundException" } },
  ],
};

/** Waits on a clock that jumps; answers with the responses in turn, then with the last one. */
async function wait(
  responses: (PlannedResponse | undefined)[],
  config: Partial<WaiterConfiguration> = {},
  from = input,
) {
  await using server = await startServer(
    (_request, index) => responses[Math.min(index, responses.length - 1)],
  );
  let now = 0;
  const sleep = async (milliseconds: number): Promise<void> => {
    now += milliseconds;
  };
  const environment = { now: () => now, random: () => 0, sleep };
  const client = testClient({ endpoint: server.url, maxAttempts: 1, environment });
  const commandFor = (each: GetBackendJobInput) => new GetBackendJobCommand(each);
  return await waitFor(completed, commandFor, { client, maxWaitTime: 10, ...config }, from);
}

const status = (value: string): PlannedResponse => ({
  body: JSON.stringify({ status: value }),
});
const refused = (name: string, code: number): PlannedResponse => ({
  status: code,
  headers: { "x-amzn-errortype": name },
  body: '{"message":"No."}',
});

test("tells of success, and counts what came", async () => {
  const gone = refused("NotFoundException", 404);
  const result = await wait([gone, gone, status("RUNNING"), status("COMPLETED")]);
  expect(result).toEqual({
    state: "SUCCESS",
    reason: expect.objectContaining({ Status: "COMPLETED" }),
    final: result.reason,
    observedResponses: { "404: No.": 2, "200: OK": 2 },
  });
});

test("tells of failure instead of throwing", async () => {
  const result = await wait([status("FAILED")]);
  expect(result).toMatchObject({ state: "FAILURE", observedResponses: { "200: OK": 1 } });
  expect(result.final).toMatchObject({ Status: "FAILED" });
});

test("tells of an error that the waiter does not expect as a failure, with the error", async () => {
  const result = await wait([refused("AccessDeniedException", 403)]);
  expect(result).toMatchObject({
    state: "FAILURE",
    reason: { name: "AccessDeniedException" },
    final: { name: "AccessDeniedException" },
    observedResponses: { "403: No.": 1 },
  });
  const invalid = await wait([], {}, { ...input, AppId: ".." });
  expect(invalid).toMatchObject({ state: "FAILURE", reason: { name: "InputValidationError" } });
});

test("tells when the time is up, between two calls and in the middle of one", async () => {
  const observedResponses = { "200: OK": 5 };
  const late = await wait([status("RUNNING")]);
  expect(late).toMatchObject({ state: "TIMEOUT", reason: { name: "TimeoutError" }, observedResponses });
  expect(await wait([undefined], { maxWaitTime: 0.05, minDelay: 0.01 })).toMatchObject({ state: "TIMEOUT" });
});

test("tells that it was aborted", async () => {
  const abortSignal = AbortSignal.abort("enough");
  expect(await wait([status("RUNNING")], { abortSignal })).toMatchObject({
    state: "ABORTED",
    reason: { name: "AbortError", cause: "enough" },
  });
});

test("throws where it cannot be set up", async () => {
  await expect(wait([], { maxWaitTime: 0 })).rejects.toMatchObject({ name: "ConfigurationError" });
});
