import { describe, expect, test } from "@jest/globals";
import {
  AmplifyBackend,
  AmplifyBackendClient,
  CloneBackendCommand,
  GetBackendCommand,
  GetBackendJobCommand,
  ListBackendJobsCommand,
  paginateListBackendJobs,
  waitUntilBackendJobCompleted,
} from "@tinsmith/amplifybackend";
import { mockAmplifyBackend } from "@tinsmith/amplifybackend/testing";
import * as unvalidated from "@tinsmith/amplifybackend/unvalidated";

const backend = { AppId: "d2fxkq1example", BackendEnvironmentName: "dev" };
const clone = (TargetEnvironmentName = "test") =>
  new CloneBackendCommand({ ...backend, TargetEnvironmentName });
const job = { ...backend, JobId: "j" };

describe("a value", () => {
  test("comes out of the call, through the wire", async () => {
    const mock = mockAmplifyBackend();
    mock.on(CloneBackendCommand).resolves({ JobId: "j-1", Status: "PENDING" });
    const client = mock.client({ rawResponse: true });
    expect(client).toBeInstanceOf(AmplifyBackendClient);
    const output = await client.send(clone());
    expect(output).toEqual({
      JobId: "j-1",
      Status: "PENDING",
      $metadata: { httpStatusCode: 200, requestId: "request-1", attempts: 1, totalRetryDelay: 0 },
    });
    expect(Buffer.from(output.$response?.body as Uint8Array).toString()).toBe(
      '{"jobId":"j-1","status":"PENDING"}',
    );
  });

  test("has the status and request id that it says", async () => {
    const mock = mockAmplifyBackend();
    const $metadata = { httpStatusCode: 202, requestId: "r" };
    mock.on(CloneBackendCommand).resolves({ JobId: "j", $metadata });
    expect((await mock.client().send(clone())).$metadata).toMatchObject($metadata);
  });

  test.each([
    [
      { JobID: "j" },
      "CloneBackend has no such output: JobID is no member of CloneBackendResponse; did you mean JobId?.",
    ],
    [{ JobId: 5 }, "CloneBackend has no such output: JobId must be a string, not number."],
    [["j"], /^CloneBackend has no such output/],
    [[], /^CloneBackend has no such output/],
    [Promise.resolve({ JobId: "j" }), /^CloneBackend has no such output/],
    ["j", /^CloneBackend has no such output/],
  ])("%j is refused where it is stubbed", (output, message) => {
    const stub = mockAmplifyBackend().on(CloneBackendCommand);
    expect(() => stub.resolves(output as never)).toThrow(message);
    expect(() => stub.resolvesOnce(output as never)).toThrow(TypeError);
  });

  test("may leave out what the service always sends, and have a word that is new to the model", async () => {
    const mock = mockAmplifyBackend();
    mock.on(ListBackendJobsCommand).resolves({ Jobs: [{ ...backend, JobId: "j", Status: "PAUSED" }] });
    const { Jobs } = await mock.client().send(new ListBackendJobsCommand(backend));
    expect(Jobs).toEqual([{ ...backend, JobId: "j", Status: "PAUSED" }]);
  });

  test("stays as it was when it was stubbed", async () => {
    const mock = mockAmplifyBackend();
    const output = { JobId: "before" };
    mock.on(CloneBackendCommand).resolves(output);
    output.JobId = "after";
    expect(await mock.client().send(clone())).toMatchObject({ JobId: "before" });
  });

  test("comes to the client with a method per operation, and to commands without validation", async () => {
    const mock = mockAmplifyBackend();
    mock.on(unvalidated.GetBackendCommand).resolves({ AppName: "shop" });
    const client = mock.client();
    expect(client).toBeInstanceOf(AmplifyBackend);
    expect(await client.getBackend({ AppId: "a" })).toMatchObject({ AppName: "shop" });
    expect(await client.send(new GetBackendCommand({ AppId: "a" }))).toMatchObject({ AppName: "shop" });
    expect(mock.commandCalls(GetBackendCommand)).toHaveLength(2);
  });
});

describe("a sequence", () => {
  test("is given in its order, then the value for good", async () => {
    const mock = mockAmplifyBackend();
    const stub = mock.on(GetBackendJobCommand);
    stub
      .resolvesOnce({ Status: "PENDING" })
      .resolvesOnce({ Status: "RUNNING" })
      .resolves({ Status: "COMPLETED" });
    const client = mock.client();
    const seen: unknown[] = [];
    for (let index = 0; index < 4; index++)
      seen.push((await client.send(new GetBackendJobCommand(job))).Status);
    expect(seen).toEqual(["PENDING", "RUNNING", "COMPLETED", "COMPLETED"]);
  });

  test("feeds waiters", async () => {
    const mock = mockAmplifyBackend();
    mock.on(GetBackendJobCommand).resolvesOnce({ Status: "PENDING" }).resolves({ Status: "COMPLETED" });
    const client = mock.client({ environment: { sleep: async () => {} } });
    const { state } = await waitUntilBackendJobCompleted({ client, maxWaitTime: 60 }, job);
    expect(state).toBe("SUCCESS");
    expect(mock.commandCalls(GetBackendJobCommand, job)).toHaveLength(2);
  });

  test("feeds paginators, by input", async () => {
    const mock = mockAmplifyBackend();
    mock.on(ListBackendJobsCommand).resolves({ Jobs: [], NextToken: "2" });
    mock.on(ListBackendJobsCommand, { NextToken: "2" }).resolves({ Jobs: [] });
    const pages: unknown[] = [];
    for await (const page of paginateListBackendJobs({ client: mock.client() }, backend))
      pages.push(page.NextToken);
    expect(pages).toEqual(["2", undefined]);
    expect(mock.inputs(ListBackendJobsCommand).map(({ NextToken }) => NextToken)).toEqual([undefined, "2"]);
  });
});

describe("which stub answers", () => {
  test("the last one that fits; before it, the general ones", async () => {
    const mock = mockAmplifyBackend();
    mock.on(CloneBackendCommand).resolves({ JobId: "any" });
    mock.on(CloneBackendCommand, { TargetEnvironmentName: "x" }).resolves({ JobId: "x" });
    mock
      .on(CloneBackendCommand, { TargetEnvironmentName: expect.stringMatching(/^pr-/) })
      .resolves({ JobId: "pr" });
    const client = mock.client();
    const ids = await Promise.all(["x", "pr-7", "y"].map(async (to) => (await client.send(clone(to))).JobId));
    expect(ids).toEqual(["x", "pr", "any"]);
  });

  test("one whose answers are used up makes way", async () => {
    const mock = mockAmplifyBackend();
    mock.onAnyCommand().resolves({});
    mock.on(CloneBackendCommand).resolvesOnce({ JobId: "once" });
    const client = mock.client();
    expect((await client.send(clone())).JobId).toBe("once");
    expect((await client.send(clone())).JobId).toBeUndefined();
  });

  test("a strict input has nothing else", async () => {
    const mock = mockAmplifyBackend();
    mock.on(CloneBackendCommand).resolves({ JobId: "any" });
    mock.on(CloneBackendCommand, { TargetEnvironmentName: "test" }, true).resolves({ JobId: "strict" });
    mock
      .on(CloneBackendCommand, { ...backend, TargetEnvironmentName: "b" }, true)
      .resolves({ JobId: "whole" });
    const client = mock.client();
    expect((await client.send(clone())).JobId).toBe("any");
    expect((await client.send(clone("b"))).JobId).toBe("whole");
  });
});

describe("a function", () => {
  test("gets the input and the call", async () => {
    const mock = mockAmplifyBackend();
    mock.on(CloneBackendCommand).callsFake(async ({ TargetEnvironmentName }, { request, attempts }) => ({
      JobId: `${TargetEnvironmentName} ${request.method} ${attempts.length}`,
    }));
    expect((await mock.client().send(clone())).JobId).toBe("test POST 1");
  });

  test("is called once for each attempt that it is there for", async () => {
    const mock = mockAmplifyBackend();
    mock
      .on(CloneBackendCommand)
      .callsFakeOnce(() => ({ JobId: "1" }))
      .callsFake(() => ({ JobId: "2" }));
    const client = mock.client();
    expect([(await client.send(clone())).JobId, (await client.send(clone())).JobId]).toEqual(["1", "2"]);
  });

  test("that throws, or gives what the operation has not, fails the call at once", async () => {
    const mock = mockAmplifyBackend();
    const client = mock.client();
    const get = () => client.send(new GetBackendCommand({ AppId: "a" }));
    mock.on(GetBackendCommand).callsFake(() => {
      throw new RangeError("a mistake of the test");
    });
    await expect(get()).rejects.toMatchObject({
      name: "ConfigurationError",
      message: expect.stringMatching(/^GetBackend cannot end in this: RangeError: a mistake of the test\./),
      $metadata: { attempts: 1 },
    });
    mock.on(GetBackendCommand).callsFake(() => ({ AppNam: "x" }) as never);
    await expect(get()).rejects.toThrow("AppNam is no member of GetBackendResponse; did you mean AppName?");
    expect(mock.calls().map(({ attempts }) => attempts.length)).toEqual([1, 1]);
  });
});

test("concurrent calls get an answer each", async () => {
  const mock = mockAmplifyBackend();
  mock
    .on(CloneBackendCommand)
    .callsFake(({ TargetEnvironmentName }) => ({ JobId: `job of ${TargetEnvironmentName}` }));
  const client = mock.client();
  const names = Array.from({ length: 200 }, (_, index) => `e${index}`);
  const ids = await Promise.all(names.map(async (name) => (await client.send(clone(name))).JobId));
  expect(ids).toEqual(names.map((name) => `job of ${name}`));
  expect(
    mock
      .inputs(CloneBackendCommand)
      .map(({ TargetEnvironmentName }) => TargetEnvironmentName)
      .sort(),
  ).toEqual(names.sort());
});
