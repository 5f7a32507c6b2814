import { expect, test } from "@jest/globals";
import {
  BackendJobPoller,
  CloneBackendCommand,
  GetBackendJobCommand,
  ListBackendJobsCommand,
  paginateListBackendJobs,
  waitForBackendJobCompleted,
} from "@tinsmith/amplifybackend";
import { expectMock, mockAmplifyBackend } from "@tinsmith/amplifybackend/testing";

const dev = { AppId: "a", BackendEnvironmentName: "dev" };
const clone = () => new CloneBackendCommand({ ...dev, TargetEnvironmentName: "test" });
const instantly = { environment: { sleep: async () => {} } };

test("a poller follows what is stubbed", async () => {
  const mock = mockAmplifyBackend();
  mock.on(CloneBackendCommand).resolves({ JobId: "j" });
  mock
    .on(GetBackendJobCommand, { JobId: "j" })
    .resolvesOnce({ Status: "PENDING" })
    .respondsOnce({ statusCode: 502, body: "<html>" })
    .rejectsOnce(Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }))
    .resolves({ Status: "FAILED", Error: "why" });
  const poller = BackendJobPoller.start(mock.client({ ...instantly, maxAttempts: 1 }), clone());
  await expect(poller).rejects.toMatchObject({ name: "JobFailedError", text: "why" });
  expectMock(mock).toHaveReceivedCommandTimes(GetBackendJobCommand, 4);
});

test("a poller waits for a stubbed conflict", async () => {
  const mock = mockAmplifyBackend();
  const message = "There is already a pending job for the requested appId: a and backendEnvironmentName: dev";
  mock
    .on(CloneBackendCommand)
    .rejectsOnce({ name: "ValidationException", message })
    .resolves({ JobId: "mine" });
  mock.on(ListBackendJobsCommand).resolves({ Jobs: [{ ...dev, JobId: "other", Status: "RUNNING" }] });
  mock.on(GetBackendJobCommand).resolves({ Status: "COMPLETED" });
  await BackendJobPoller.start(mock.client(instantly), clone(), { onConflict: "wait" });
  expect(mock.inputs(GetBackendJobCommand).map(({ JobId }) => JobId)).toEqual(["other", "mine"]);
  mock.expectAllStubbed();
});

test("a poller fails loudly where its looks are not stubbed", async () => {
  const mock = mockAmplifyBackend();
  mock.on(CloneBackendCommand).resolves({ JobId: "j" });
  const poller = BackendJobPoller.start(mock.client(instantly), clone());
  await expect(poller).rejects.toThrow(/^GetBackendJob was called, and nothing says what it answers/);
  expect(mock.commandCalls(GetBackendJobCommand)).toHaveLength(1);
});

test("paginators read stubbed pages, and waiters stubbed states", async () => {
  const mock = mockAmplifyBackend();
  const job = (JobId: string) => ({ ...dev, JobId });
  mock.on(ListBackendJobsCommand).resolves({ Jobs: [job("1")], NextToken: "t" });
  mock.on(ListBackendJobsCommand, { NextToken: "t" }).resolves({ Jobs: [job("2")] });
  const client = mock.client(instantly);
  const ids: unknown[] = [];
  for await (const { JobId } of paginateListBackendJobs({ client }, dev).items()) ids.push(JobId);
  expect(ids).toEqual(["1", "2"]);
  mock.on(GetBackendJobCommand).resolvesOnce({ Status: "RUNNING" }).resolves({ Status: "FAILED" });
  const config = { client, maxWaitTime: 60 };
  expect(await waitForBackendJobCompleted(config, job("1"))).toMatchObject({
    state: "FAILURE",
    observedResponses: { "200: OK": 2 },
  });
});

test("expectMock throws what the matchers of Jest tell", async () => {
  const mock = mockAmplifyBackend();
  mock.on(CloneBackendCommand).resolves({ JobId: "j" });
  await mock.client().send(clone());
  expectMock(mock).toHaveReceivedAnyCommand();
  expectMock(mock).toHaveReceivedLastCommandWith(CloneBackendCommand, { TargetEnvironmentName: "test" });
  expectMock(mock).not.toHaveReceivedCommand(GetBackendJobCommand);
  expect(() => expectMock(mock).toHaveReceivedCommand(GetBackendJobCommand)).toThrow(
    /^Expected GetBackendJobCommand to have come\.\nThese calls have come:\n {2}1\. CloneBackend /,
  );
  expect(() => expectMock(mock).not.toHaveReceivedAnyCommand()).toThrow(/^Expected a call not to have come/);
  expect(() => expectMock({} as never).toHaveReceivedAnyCommand()).toThrow(TypeError);
});
