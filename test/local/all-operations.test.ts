import * as official from "@aws-sdk/client-amplifybackend";
import { afterEach, describe, expect, test } from "@jest/globals";
import * as ours from "@tinsmith/amplifybackend";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import type { Listener } from "@tinsmith/runtime/host";
import { type Call, runStory } from "./support/story.js";
import { createWorld, type World } from "./support/world.js";

/** A client and the package that its commands are in. */
interface Sdk {
  readonly commands: object;
  readonly connect: (config: ReturnType<World["local"]["clientConfig"]>) => {
    send(command: never): Promise<object>;
    destroy(): void;
  };
}

const sdks: readonly (readonly [string, Sdk])[] = [
  ["ours", { commands: ours, connect: (config) => new ours.AmplifyBackendClient(config) }],
  ["AWS's own", { commands: official, connect: (config) => new official.AmplifyBackendClient(config) }],
];

const callWith =
  (sdk: Sdk, client: ReturnType<Sdk["connect"]>): Call =>
  async (operation, input) => {
    const commands = sdk.commands as Readonly<Record<string, new (input: object) => never>>;
    const Command = commands[`${operation}Command`];
    if (Command === undefined) throw new Error(`There is no ${operation}Command`);
    return { ...(await client.send(new Command(input))) };
  };

const operations = AmplifyBackendOperations.map(({ name }) => name).sort();

describe.each(sdks)("all 31 operations, called by %s", (_whose, sdk) => {
  const closers: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  const listen = async ({ local }: World): Promise<Listener> => {
    const listener = await local.listen();
    closers.push(() => listener.close());
    return listener;
  };

  test.each([["in the same process"], ["over HTTP"]])("%s", async (where) => {
    const world = createWorld();
    const listener = where === "over HTTP" ? await listen(world) : undefined;
    const client = sdk.connect(world.local.clientConfig(listener));
    await runStory(callWith(sdk, client), world.finishJobs);
    client.destroy();
    const { entries } = world.local.journal;
    expect(entries.filter(({ status }) => status !== 200)).toEqual([]);
    expect([...new Set(entries.map(({ operation }) => operation))].sort()).toEqual(operations);
    expect(world.local.snapshot()).toMatchObject({ apps: [], buckets: ["company"] });
  });
});

test("there are 31", () => {
  expect(operations).toHaveLength(31);
});
