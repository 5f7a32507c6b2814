import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type ClientConfig, Command, loadJmesPath, paginate, waitUntil } from "../index.js";
import {
  CloneBackendCommand,
  type CloneBackendInput,
  GetBackendJobCommand,
  type GetBackendJobInput,
  ListBackendJobsCommand,
  type ListBackendJobsInput,
  ListS3BucketsCommand,
} from "../testing/amplify.js";
import { clientFor, clone, closeServerAfterEach, received } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";
import { bindParams } from "./bind-params.js";

closeServerAfterEach();

const params = { AppId: "bound", BackendEnvironmentName: "dev" };
/** As JavaScript calls it: without what is bound. */
const cloneOf = (input: object) => new CloneBackendCommand(input as CloneBackendInput);
const urls = (): string[] => received().map(({ url }) => url);

describe("bound parameters", () => {
  test.each<[string, object, string]>([
    ["are set where they are left out", {}, "/backend/bound/environments/dev/clone"],
    ["are set where they are undefined", { AppId: undefined }, "/backend/bound/environments/dev/clone"],
    ["are set where they are null", { AppId: null }, "/backend/bound/environments/dev/clone"],
    ["give way to the input", { AppId: "own" }, "/backend/own/environments/dev/clone"],
  ])("%s", async (_what, input, url) => {
    const client = await clientFor(() => ({}), { params });
    const command = cloneOf({ TargetEnvironmentName: "c", ...input });
    const before = { ...command.input };
    await client.send(command);
    expect(urls()).toEqual([url]);
    expect(received()[0]?.body).toBe('{"targetEnvironmentName":"c"}');
    expect(command.input).toEqual(before);
  });

  test("stay out of operations without such a member", async () => {
    const client = await clientFor(() => ({}), {
      params: { ...params, TargetEnvironmentName: "c", constructor: "x" },
    });
    await client.send(new ListS3BucketsCommand({}));
    await client.send(new GetBackendJobCommand({ JobId: "j" } as GetBackendJobInput));
    expect(received()).toMatchObject([
      { url: "/s3Buckets", body: "{}" },
      { url: "/backend/bound/job/dev/j", body: "" },
    ]);
  });

  test("are those of the moment when the client was made", async () => {
    const mine: Record<string, unknown> = { ...params };
    const client = await clientFor(() => ({}), { params: mine });
    mine["AppId"] = "changed";
    await client.send(cloneOf({ TargetEnvironmentName: "c" }));
    expect(urls()).toEqual(["/backend/bound/environments/dev/clone"]);
  });

  test.each<[string, unknown, string]>([
    ["an unsafe label", "..", "unsafe_label"],
    ["an empty label", "", "unsafe_label"],
    ["another type", 5, "invalid_type"],
  ])("are checked like any input: %s", async (_what, AppId, code) => {
    const client = await clientFor(() => ({}), { params: { ...params, AppId } });
    await expect(client.send(cloneOf({ TargetEnvironmentName: "c" }))).rejects.toMatchObject({
      name: "InputValidationError",
      issues: [{ path: "AppId", code }],
    });
    expect(received()).toHaveLength(0);
  });

  test("do not make an unsafe label of the input's own safe", async () => {
    const client = await clientFor(() => ({}), { params });
    await expect(client.send(clone({ AppId: "" }))).rejects.toMatchObject({ name: "InputValidationError" });
    expect(received()).toHaveLength(0);
  });

  test("do not hide that the input is none, or cannot be read", async () => {
    const client = await clientFor(() => ({}), { params });
    const hostile = Object.defineProperty({}, "AppId", {
      enumerable: true,
      get: () => {
        throw new Error("canary");
      },
    });
    for (const input of [["a"], "text", hostile]) {
      await expect(client.send(cloneOf(input as object))).rejects.toMatchObject({
        name: "InputValidationError",
      });
    }
    expect(received()).toHaveLength(0);
  });

  test("serve an input that is missing altogether", async () => {
    const client = await clientFor(() => ({}), { params });
    const command = new ListBackendJobsCommand(undefined as unknown as ListBackendJobsInput);
    await client.send(command);
    expect(urls()).toEqual(["/backend/bound/job/dev"]);
    expect(command.input).toEqual({});
  });

  test("leave getters of a class alone", async () => {
    class Input {
      readonly #target = "from-a-getter";
      get TargetEnvironmentName(): string {
        return this.#target;
      }
    }
    const client = await clientFor(() => ({}), { params });
    await client.send(cloneOf(new Input()));
    expect(received()[0]?.body).toBe('{"targetEnvironmentName":"from-a-getter"}');
  });

  test("are told to logs and hooks", async () => {
    const lines: unknown[] = [];
    const ignore = () => {};
    const write = (line: unknown): void => void lines.push(line);
    const client = await clientFor(() => ({}), {
      params,
      logger: { debug: ignore, info: write, warn: ignore, error: ignore },
      hooks: { onRequest: write },
    });
    await client.send(cloneOf({ TargetEnvironmentName: "c" }));
    const input = { ...params, TargetEnvironmentName: "c" };
    expect(lines).toMatchObject([{ input }, { input }]);
  });

  test("reach every page of a listing", async () => {
    const client = await clientFor(
      (_request, index) => ({ body: index === 0 ? '{"nextToken":"t"}' : "{}" }),
      {
        params: { ...params, MaxResults: 5 },
      },
    );
    const paginator = {
      command: ListBackendJobsCommand,
      inputToken: "NextToken",
      outputToken: ["NextToken"],
      pageSize: "MaxResults",
    } as const;
    for await (const _page of paginate(paginator, { client }, {} as ListBackendJobsInput));
    expect(received()).toMatchObject([
      { url: "/backend/bound/job/dev", body: '{"maxResults":5}' },
      { url: "/backend/bound/job/dev", body: '{"maxResults":5,"nextToken":"t"}' },
    ]);
  });

  test("reach a waiter, and what it compares", async () => {
    const client = await clientFor(() => ({ body: '{"appId":"bound"}' }), { params });
    const waiter = {
      name: "SameApp",
      search: loadJmesPath,
      acceptors: [
        {
          state: "success",
          matcher: {
            inputOutput: {
              path: "input.AppId == output.AppId",
              comparator: "booleanEquals",
              expected: "true",
            },
          },
        },
      ],
    } as const;
    const commandFor = (input: GetBackendJobInput) => new GetBackendJobCommand(input);
    const { state } = await waitUntil(waiter, commandFor, { client, maxWaitTime: 5 }, {
      JobId: "j",
    } as GetBackendJobInput);
    expect(state).toBe("SUCCESS");
    expect(urls()).toEqual(["/backend/bound/job/dev/j"]);
  });
});

test("of an input's own members none changes, and none is added but those that are bound", () => {
  const { operation } = clone();
  const names = fc.constantFrom(
    "AppId",
    "BackendEnvironmentName",
    "TargetEnvironmentName",
    "Other",
    "__proto__",
  );
  const values = fc.oneof(fc.string(), fc.constant(null), fc.constant(undefined), fc.integer());
  const members = fc.dictionary(names, values, { noNullPrototype: true });
  fc.assert(
    fc.property(members, members, (input, bound) => {
      const before = structuredClone(input);
      const result = bindParams(operation, input, bound) as Record<string, unknown>;
      expect(input).toEqual(before);
      for (const name of new Set([...Object.keys(result), ...Object.keys(input)])) {
        const own = input[name];
        const isBound = Object.hasOwn(operation.input.members, name) && Object.hasOwn(bound, name);
        expect(result[name]).toBe(isBound ? (own ?? bound[name]) : own);
      }
    }),
  );
});

describe("params that cannot be meant are refused", () => {
  test.each([[5], ["AppId"], [null], [["AppId"]]])("%p, at once", (wrong) => {
    const construct = () => testClient({ params: wrong } as unknown as ClientConfig);
    expect(construct).toThrow(
      expect.objectContaining({
        name: "ConfigurationError",
        message: expect.stringMatching(/^params must be an object/),
      }),
    );
  });

  test("a name that differs in case, by the first operation that it could be for", async () => {
    const client = await clientFor(() => ({}), { params: { appId: "bound" } });
    await client.send(new ListS3BucketsCommand({}));
    const { operation, input } = clone();
    await expect(client.send(new Command(operation, input))).rejects.toMatchObject({
      name: "ConfigurationError",
      message: "params has appId, which CloneBackend calls AppId.",
    });
    expect(received()).toHaveLength(1);
  });
});
