import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { AmplifyBackendClient, CreateBackendCommand, GetTokenCommand } from "@tinsmith/amplifybackend";
import { signedRequest } from "../../runtime/src/host/fixtures/signed-request.js";
import { requireBuild } from "../support/require-build.js";
import { runCommand, type StartedService, startService } from "./support/command-process.js";
import { sendRaw } from "./support/send-raw.js";
import { DEV } from "./support/world.js";

const closers: (() => unknown)[] = [];

beforeAll(requireBuild);

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const start = async (...args: string[]): Promise<StartedService> => {
  const service = await startService(args);
  closers.push(() => service.end());
  return service;
};

const clientOf = ({ url, credentials }: StartedService): AmplifyBackendClient => {
  const client = new AmplifyBackendClient({
    endpoint: url,
    region: "eu-west-1",
    credentials,
    maxAttempts: 1,
  });
  closers.push(() => client.destroy());
  return client;
};

const post = (service: StartedService, path: string, body: object): Promise<Response> =>
  fetch(`${service.control}/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** Waits until what is staged has begun to happen. */
const waitUntilTaken = async ({ control }: StartedService): Promise<void> => {
  for (;;) {
    const { staged } = (await (await fetch(`${control}/stage`)).json()) as { staged: unknown[] };
    if (staged.length === 0) return;
  }
};

const create = new CreateBackendCommand({ ...DEV, AppName: "shop" });

describe("amplifybackend local", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "ends cleanly by %s, in the middle of calls, too",
    async (signal) => {
      const service = await start();
      await post(service, "stage", { kind: "slow", milliseconds: 600_000 });
      const call = clientOf(service).safeSend(create);
      await waitUntilTaken(service);
      const { port } = service;
      const half = connect(port, "127.0.0.1");
      await once(half, "connect");
      half
        .on("error", () => undefined)
        .write("POST /backend HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{");
      expect(await service.end(signal)).toBe(0);
      expect(await call).toMatchObject({ success: false, error: { name: "NetworkError" } });
      half.destroy();
    },
  );

  test("two at a time, each with a port and a state of its own; a taken port is told", async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(first.port).not.toBe(second.port);
    await clientOf(first).send(create);
    const jobs = await Promise.all(
      [first, second].map(async ({ control }) => {
        const snapshot = (await (await fetch(`${control}/snapshot`)).json()) as { jobs: unknown[] };
        return snapshot.jobs.length;
      }),
    );
    expect(jobs).toEqual([1, 0]);
    expect(await runCommand(["local", "--port", String(first.port)])).toEqual({
      code: 1,
      stdout: "",
      stderr: `amplifybackend: Port ${first.port} of 127.0.0.1 is taken. Choose another with --port, or any free one with --port 0.\n`,
    });
  });

  test.each([
    [
      ["local", "--port", "high"],
      /^error: option '--port <port>' argument 'high' is invalid\. Expected a port/,
    ],
    [["local", "--job-running", "soon"], /Expected milliseconds, from 0 to 2147483647/],
    [["local", "--stage", "/no/such/file"], /It cannot be read: ENOENT/],
    [["loca"], /unknown command 'loca'\n\(Did you mean local\?\)/],
  ])("%j is bad usage", async (args, expected) => {
    const { code, stdout, stderr } = await runCommand(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(expected);
  });

  test("has faults staged and its clock moved from outside", async () => {
    const service = await start("--clock", "stopped", "--clock-start", "0", "--job-pending", "5000");
    const client = clientOf(service);
    expect((await post(service, "stage", { kind: "htmlPage", isExecuted: true })).status).toBe(200);
    expect(await client.safeSend(create)).toMatchObject({ error: { $metadata: { httpStatusCode: 504 } } });
    await post(service, "clock", { advance: 5000 });
    const snapshot = await (await fetch(`${service.control}/snapshot`)).json();
    expect(snapshot).toMatchObject({ jobs: [{ status: "RUNNING", createTime: 0, updateTime: 5000 }] });
  });

  test("has no control requests where others on the network can call", async () => {
    const { port, control } = await start("--host", "0.0.0.0");
    expect(control).toBeUndefined();
    expect((await fetch(`http://127.0.0.1:${port}/_local/snapshot`)).status).toBe(404);
  });

  test("tells of calls if asked to, and of no secret", async () => {
    const service = await start("--verbose");
    await clientOf(service).safeSend(new GetTokenCommand({ AppId: "app", SessionId: "canary-session" }));
    await fetch(`${service.url}/backend/app/challenge/canary-session/typo`);
    const quiet = await start();
    await clientOf(quiet).safeSend(create);
    expect(service.log().split("\n")).toEqual([
      expect.stringMatching(
        /^\d{4}-\S+Z GetToken \(GET \/backend\/\{AppId\}\/challenge\/\{SessionId\}\) 404 NotFoundException [\da-f-]{36}$/,
      ),
      expect.stringMatching(/^\S+ GET 404 UnknownOperationException [\da-f-]{36}$/),
      "",
    ]);
    expect(quiet.log()).toBe("");
  });
});

/** Sends a fixed story to a service; gives all bytes that come back, the date's aside. */
const tell = async (service: StartedService): Promise<string> => {
  const answers: string[] = [];
  const call = async (method: string, path: string, body?: string): Promise<void> => {
    const choice = { credentials: service.credentials, service: "amplifybackend", date: Date.now() };
    const { headers } = await signedRequest(method, path, body, choice);
    const answer = await sendRaw(service.port, { method, path, headers, body });
    const { date: _, ...kept } = answer.headers;
    answers.push(JSON.stringify([answer.status, kept, answer.text]));
    await post(service, "clock", { advance: 400 });
  };
  await call("POST", "/backend", '{"appId":"a","appName":"shop","backendEnvironmentName":"dev"}');
  await call("POST", "/backend/a/details", '{"backendEnvironmentName":"dev"}');
  await call("POST", "/backend/a/details", '{"backendEnvironmentName":"dev"}');
  await call("POST", "/backend/a/details", '{"backendEnvironmentName":"dev"}');
  await call("POST", "/backend/a/challenge");
  await call("POST", "/backend/a/environments/dev/clone", '{"targetEnvironmentName":"test"}');
  await call("POST", "/backend/a/job/dev", "{}");
  return answers.join("\n");
};

test("of one seed and a stopped clock: the same calls, the same answers, byte for byte, in any process", async () => {
  const args = ["--clock", "stopped", "--clock-start", "2026-01-02T03:04:05Z"];
  const told = async (seed: string): Promise<string> => tell(await start(...args, "--seed", seed));
  const [first, again, other] = [await told("one"), await told("one"), await told("two")];
  expect(first).toContain("jobId");
  expect(first.split("\n").map((line) => JSON.parse(line)[0])).toEqual([200, 404, 404, 200, 200, 200, 200]);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});
