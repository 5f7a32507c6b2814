import * as official from "@aws-sdk/client-amplifybackend";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import * as ours from "@tinsmith/amplifybackend";
import type { LocalAmplifyBackend } from "@tinsmith/amplifybackend/local";
import type { Listener } from "@tinsmith/runtime/host";
import { difference } from "../support/differences.js";
import { createCorpusWorld } from "./support/corpus.js";

let local: LocalAmplifyBackend;
let listener: Listener;
let calls = 0;

beforeAll(async () => {
  local = await createCorpusWorld();
  listener = await local.listen();
});

afterAll(async () => {
  await listener.close();
  console.log(`Calls: ${calls} ways to make one compared.`);
});

const APP = { AppId: "d1corpus" };
const MISSING = { AppId: "d0missing", BackendEnvironmentName: "dev" };

/** One of the two packages, and a client of it. */
interface Side {
  readonly sdk: typeof ours;
  readonly client: ours.AmplifyBackend;
}

const sideOf = (sdk: typeof ours): Side => ({
  sdk,
  client: new sdk.AmplifyBackend(local.clientConfig(listener)),
});

/** That the official client can be used as ours is what the corpus shows. */
const both = () => ({ official: sideOf(official as unknown as typeof ours), ours: sideOf(ours) });

type Way = (side: Side, callback: (...outcome: unknown[]) => void) => unknown;

/** What a callback is called with; of results and errors, what both clients promise. */
const outcomeOf = (side: Side, way: Way): Promise<unknown> =>
  new Promise((resolve) => {
    const returned = way(side, (...outcome) => resolve([outcome.map(describeOutcome), returned]));
  });

const describeOutcome = (value: unknown): unknown => {
  if (value === null || value === undefined) return value;
  const { name, message, AppName, $metadata } = value as Record<string, unknown>;
  return { name, message, AppName, status: ($metadata as { httpStatusCode?: number }).httpStatusCode };
};

const send =
  (input: { AppId: string }, ...before: [] | [object] | [undefined]): Way =>
  ({ sdk, client }, callback) => {
    const command = new sdk.GetBackendCommand(input);
    return before.length === 0 ? client.send(command, callback) : client.send(command, before[0], callback);
  };

const WAYS: readonly (readonly [title: string, way: Way])[] = [
  ["send, result", send(APP)],
  ["send, error", send(MISSING)],
  ["send with options, result", send(APP, {})],
  ["send with options, error", send(MISSING, { requestTimeout: 5_000 })],
  ["send with options that are undefined", send(APP, undefined)],
  ["send with options that are null", send(APP, null as never)],
  ["send with a signal that is null", send(APP, { abortSignal: null })],
  ["a method", ({ client }, callback) => void client.getBackend(APP, callback)],
  ["a method, error", ({ client }, callback) => void client.getBackend(MISSING, callback)],
  ["a method with options", ({ client }, callback) => void client.getBackend(APP, {}, callback)],
  ["a method of no input", ({ client }, callback) => void client.listS3Buckets({}, callback)],
];

describe("a callback is called with the same", () => {
  test.each(WAYS)("%s", async (_title, way) => {
    const sides = both();
    calls += 1;
    expect(await outcomeOf(sides.ours, way)).toEqual(await outcomeOf(sides.official, way));
  });
});

describe("a client with a method per operation", () => {
  const methodsOf = (type: { readonly prototype: object }) =>
    Object.getOwnPropertyNames(type.prototype).sort();

  test("has the same methods", () => {
    expect(methodsOf(official.AmplifyBackend)).toHaveLength(32);
    expect(methodsOf(ours.AmplifyBackend)).toEqual(methodsOf(official.AmplifyBackend));
  });

  test("sends the same commands, with the same arguments", async () => {
    const options = { requestTimeout: 5_000 };
    const sent = async ({ client }: Side): Promise<unknown> => {
      const replaced = jest.fn(async (..._arguments: unknown[]) => ({ $metadata: {} }));
      Object.assign(client, { send: replaced });
      await client.getBackend(APP);
      await client.getBackend(APP, options);
      await client.listS3Buckets();
      await client.listS3Buckets({}, options);
      return replaced.mock.calls.map(([command, ...rest]) => {
        const { input } = command as ours.GetBackendCommand;
        return [Object.getPrototypeOf(command).constructor.name, input, rest];
      });
    };
    const sides = both();
    expect(await sent(sides.ours)).toEqual(await sent(sides.official));
  });
});

test("a signal of the former AbortController ends calls", async () => {
  const outcome = async ({ sdk, client }: Side): Promise<unknown> => {
    const signal = { aborted: false, onabort: null as (() => void) | null };
    const call = client.send(new sdk.GetBackendCommand(APP), { abortSignal: signal });
    await new Promise((resolve) => setImmediate(resolve));
    signal.aborted = true;
    signal.onabort?.();
    return call.catch(({ name }: Error) => name);
  };
  const sides = both();
  expect(await outcome(sides.official)).toBe("AbortError");
  expect(await outcome(sides.ours)).toBe("AbortError");
});

describe("a command", () => {
  test.each(Object.entries({ official, ours }))("keeps the input that it was given: %s", (_side, sdk) => {
    const input = { ...APP, BackendEnvironmentName: "dev" };
    expect(new sdk.GetBackendCommand(input).input).toBe(input);
    expect(new sdk.ListS3BucketsCommand({}).input).toEqual({});
    expect(new sdk.GetBackendCommand(undefined as never).input).toEqual({});
    expect(new sdk.GetBackendCommand(null as never).input).toEqual({});
  });
});

describe("differences", () => {
  test(difference("middleware"), () => {
    const uses = ({ sdk, client }: Side): readonly (() => unknown)[] => {
      // Types of ours forbid all of it.
      const given = client as unknown as official.AmplifyBackendClient;
      const command = new sdk.GetBackendCommand(APP) as unknown as official.GetBackendCommand;
      const plugin = { applyToStack: () => {} };
      return [
        () => given.middlewareStack.use(plugin),
        () => command.middlewareStack.use(plugin),
        () => command.resolveMiddleware(sides.official.client.middlewareStack, given.config, {}),
      ];
    };
    const sides = both();
    for (const use of uses(sides.official)) expect(use).not.toThrow();
    const named = { name: "ConfigurationError", message: expect.stringContaining("hooks: { onRequest") };
    for (const use of uses(sides.ours)) expect(use).toThrow(expect.objectContaining(named));
  });

  test(difference("callback-error"), async () => {
    const outcome = async (side: Side): Promise<unknown[]> => {
      const written: unknown[] = [];
      const logger = {
        debug() {},
        info() {},
        warn() {},
        error: (...content: unknown[]) => written.push(content),
      };
      const { AmplifyBackendClient, GetBackendCommand } = side.sdk;
      const client = new AmplifyBackendClient({ ...local.clientConfig(listener), logger });
      await new Promise<void>((resolve) => {
        client.send(new GetBackendCommand(APP), () => {
          setTimeout(resolve, 10);
          throw new Error("mine");
        });
      });
      return written;
    };
    const sides = both();
    expect(await outcome(sides.official)).toEqual([]);
    expect(await outcome(sides.ours)).toEqual([[{ callbackError: new Error("mine") }]]);
  });
});
