import { inspect } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { boundMembers, Command, type HookRequest, type Hooks, type MemberDescriptor } from "../../index.js";
import { clientFor, clone, closeServerAfterEach, received } from "../../testing/calls.js";

closeServerAfterEach();

const secret = { target: "string", sensitive: true } as const;
const members: Record<string, MemberDescriptor> = {
  AppId: { ...secret, location: "label" },
  BackendEnvironmentName: { target: "string", location: "label" },
  Query: { target: { kind: "list", member: secret }, location: "query", locationName: "q" },
  Header: { ...secret, location: "header", locationName: "X-Secret" },
  Prefixed: {
    target: { kind: "map", key: { target: "string" }, value: secret },
    location: "prefixHeaders",
    locationName: "X-More-",
  },
  Open: { target: "string", location: "header", locationName: "x-open" },
};
const input = {
  AppId: "canary-1",
  BackendEnvironmentName: "dev",
  Query: ["canary-2"],
  Header: "canary-3",
  Prefixed: { One: "canary-4" },
  Open: "visible",
};

/** A command with secrets in every part of a message's head. */
function command(): Command<object, { $metadata: object }, Error> {
  const { operation } = clone();
  const { Header, Prefixed, Open } = members;
  return new Command(
    {
      ...operation,
      input: { ...operation.input, members, bound: boundMembers },
      output: {
        kind: "structure",
        name: "Out",
        members: { Header, Prefixed, Open } as never,
        bound: boundMembers,
      },
    },
    input,
  );
}

const print = (value: unknown): string =>
  [
    inspect(value, { depth: 9, showHidden: true }),
    JSON.stringify(value),
    inspect(structuredClone(value)),
  ].join();

describe("secrets in the head of a message", () => {
  test("are sent, and not printed with a hook's request", async () => {
    const seen: HookRequest[] = [];
    const client = await clientFor(() => ({}));
    await client.send(command(), { hooks: { onRequest: ({ request }) => seen.push(request) } });
    expect(received()[0]).toMatchObject({
      url: "/backend/canary-1/environments/dev/clone?q=canary-2",
      headers: { "x-secret": "canary-3", "x-more-one": "canary-4", "x-open": "visible" },
    });
    expect(print(seen)).not.toContain("canary");
    expect(print(seen)).toContain("visible");
    expect(seen[0]).toMatchObject({
      path: "/backend/canary-1/environments/dev/clone",
      query: { q: ["canary-2"] },
    });
  });

  test.each<[string, (request: { -readonly [Key in keyof HookRequest]: HookRequest[Key] }) => unknown]>([
    ["path", (request) => (request.path = "/backend/other/environments/dev/clone")],
    ["query", (request) => (request.query = {})],
  ])("are guarded like the rest: %s", async (name, change) => {
    const client = await clientFor(() => ({}));
    await expect(
      client.send(command(), { hooks: { onRequest: ({ request }) => change(request) } }),
    ).rejects.toMatchObject({ message: expect.stringContaining(`the request's ${name}`) });
    expect(received()).toEqual([]);
  });

  test("go out as they are where a hook sets a header of the same name", async () => {
    const client = await clientFor(() => ({}));
    const hooks: Hooks = {
      onRequest: ({ request }) => Object.assign(request.headers, { "X-Secret": "mine" }),
    };
    await client.send(command(), { hooks });
    expect(received()[0]?.headers["x-secret"]).toBe("canary-3");
  });

  test("are left out of what a hook is told of an answer, and so is what an answer repeats", async () => {
    const seen: unknown[] = [];
    const headers = {
      "x-secret": "canary-5",
      "x-more-a": "canary-6",
      "x-open": "visible",
      "x-echo": "canary-1",
    };
    const client = await clientFor(() => ({ headers }));
    await client.send(command(), { hooks: { onResponse: (event) => seen.push(event) } });
    expect(seen).toMatchObject([{ response: { headers: { "x-open": "visible" } } }]);
    expect(print(seen)).not.toContain("canary");
  });
});
