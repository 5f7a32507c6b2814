import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import {
  AmplifyBackend,
  GetBackendJobCommand,
  paginateListBackendJobs,
  waitUntilBackendJobCompleted,
} from "@tinsmith/amplifybackend";
import { type Kind, kinds } from "./support/kinds.js";

const SECRET = "canary-secret";

/** A call in one of the ways there are, from a function whose name an error's stack has to have. */
type Call = (client: AmplifyBackend, kind: Kind) => Promise<unknown>;

const inputOf = ({ appId = "app" }: Kind) => ({ AppId: appId, BackendEnvironmentName: "dev" });
const jobOf = (kind: Kind) => ({ ...inputOf(kind), JobId: "job" });

const ways: readonly [string, Call][] = [
  [
    "client.send",
    async function theCallersOwnFunction(client, kind) {
      await client.send(new GetBackendJobCommand(jobOf(kind)), kind.options?.());
    },
  ],
  [
    "client.send after a wait of the caller's",
    async function theCallersOwnFunction(client, kind) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      await client.send(new GetBackendJobCommand(jobOf(kind)), kind.options?.());
    },
  ],
  [
    "client.send, which nobody awaits",
    function theCallersOwnFunction(client, kind) {
      const result = client.send(new GetBackendJobCommand(jobOf(kind)), kind.options?.());
      return new Promise((resolve, reject) => result.then(resolve, reject));
    },
  ],
  [
    "client.send with a callback",
    (client, kind) =>
      new Promise(function theCallersOwnFunction(_, reject) {
        client.send(new GetBackendJobCommand(jobOf(kind)), kind.options?.(), reject);
      }),
  ],
  [
    "client.safeSend",
    async function theCallersOwnFunction(client, kind) {
      const { error } = await client.safeSend(new GetBackendJobCommand(jobOf(kind)), kind.options?.());
      throw error;
    },
  ],
  [
    "a method of the client",
    async function theCallersOwnFunction(client, kind) {
      await client.getBackendJob(jobOf(kind), kind.options?.());
    },
  ],
  [
    "a method of the client with a callback",
    (client, kind) =>
      new Promise(function theCallersOwnFunction(_, reject) {
        client.getBackendJob(jobOf(kind), kind.options?.() ?? {}, reject);
      }),
  ],
  [
    "a paginator",
    async function theCallersOwnFunction(client, kind) {
      for await (const _ of paginateListBackendJobs({ client }, inputOf(kind), kind.options?.()));
    },
  ],
  [
    "a waiter",
    async function theCallersOwnFunction(client, kind) {
      await waitUntilBackendJobCompleted({ client, maxWaitTime: 60, ...kind.options?.() }, jobOf(kind));
    },
  ],
];

// As V8 writes stacks: Jest's own way has other names for functions.
const { prepareStackTrace } = Error;
beforeAll(() => {
  Error.prepareStackTrace = (error, frames) =>
    [String(error), ...frames.map((frame) => `    at ${String(frame)}`)].join("\n");
});
afterAll(() => {
  Object.assign(Error, { prepareStackTrace });
});

let client: AmplifyBackend | undefined;
afterEach(() => client?.destroy());

const failureOf = (call: Call, kind: Kind): Promise<Error> => {
  client = new AmplifyBackend({
    region: "eu-west-1",
    credentials: { accessKeyId: "AKID", secretAccessKey: SECRET },
    maxAttempts: 2,
    ...kind.config,
  });
  return call(client, kind).then(
    () => new Error("The call succeeded."),
    (error) => error as Error,
  );
};

describe.each(ways)("%s", (_way, call) => {
  test.each(kinds.map((kind) => [kind.name, kind] as const))("%s knows who called", async (name, kind) => {
    const error = await failureOf(call, kind);
    const operation = expect.stringMatching(/^(?:GetBackendJob|ListBackendJobs)$/);
    expect(error).toMatchObject({ name, operation, $metadata: { attempts: expect.any(Number) } });
    const stack = error.stack ?? "";
    expect(stack.startsWith(`${name}: `)).toBe(true);
    expect(stack).toContain("theCallersOwnFunction");
    expect(stack).not.toContain(SECRET);
    const frames = stack.split("\n").filter((line) => line.includes("theCallersOwnFunction"));
    expect(frames).toHaveLength(1);
  });
});
