import { join } from "node:path";
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import * as sdk from "@tinsmith/amplifybackend";
import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { AmplifyBackendService } from "@tinsmith/amplifybackend/service";
import * as unvalidated from "@tinsmith/amplifybackend/unvalidated";
import { serializeLabels } from "../../runtime/src/protocol/serialize-labels.js";
import { expectFile } from "../support/file-snapshot.js";
import { sampleStructure } from "../support/sample-value.js";
import { type Cell, type Collision, findCollisions } from "./support/collisions.js";
import { formatCollisions, type Row } from "./support/format-collisions.js";
import { hostileLabels, type LabelClass, ordinaryLabels } from "./support/hostile-labels.js";
import { serverKinds } from "./support/servers.js";

jest.setTimeout(120_000);

const rowOf = (labelClass: LabelClass): Row => ({
  name: labelClass.name,
  cells: findCollisions(labelClass, serverKinds),
});
const ordinary = rowOf(ordinaryLabels);
const rows = hostileLabels.map(rowOf);
const collisionsOf = (cells: readonly Cell[]): Collision[] => cells.flatMap(({ collisions }) => collisions);
const cellOf = (name: string, server: string): Cell | undefined =>
  rows.find((row) => row.name === name)?.cells[serverKinds.findIndex((kind) => kind.name === server)];

test("the table is as it was read last", () => {
  expectFile(join("test", "requests", "collisions.md"), formatCollisions(serverKinds, [ordinary, ...rows]));
});

test("dots collide in as many pairs as were counted by hand against the official client", () => {
  const pairs = [...(cellOf("`.` `..`", "resolves dots")?.pairs.values() ?? [])];
  expect(pairs.filter(({ isSimple }) => isSimple)).toHaveLength(20);
  expect(pairs.map(({ from, to }) => `${from.name} → ${to.name}`)).toContain(
    "DeleteBackend → RemoveAllBackends",
  );
});

test("ordinary labels collide nowhere, whichever words of the routes they are", () => {
  expect(collisionsOf(ordinary.cells)).toEqual([]);
});

test("no kind of server and no class of labels is there for nothing", () => {
  for (const row of rows) expect([row.name, collisionsOf(row.cells).length > 0]).toEqual([row.name, true]);
  const idle = serverKinds.filter((_, index) => rows.every(({ cells }) => cells[index]?.pairs.size === 0));
  expect(idle.map(({ name }) => name)).toEqual(["takes it as it came", "ignores case"]);
});

let refused = 0;
let calls = 0;
afterAll(() =>
  console.log(
    `collisions: ${refused} sets of labels refused, ${calls} calls of one per pair refused before they were sent`,
  ),
);

describe.each(rows)("labels of the class $name", ({ cells }) => {
  test("are refused wherever they collide", () => {
    const collisions = collisionsOf(cells);
    refused += collisions.length;
    const passed = collisions.filter(
      ({ from, labels }) =>
        serializeLabels(from.operation, labels, AmplifyBackendService.routes).issues.length === 0,
    );
    expect(passed.map(({ from, to, labels }) => [from.name, to.name, labels])).toEqual([]);
  });

  test("are refused in every validation mode and without validation, and nothing is sent", async () => {
    const examples = new Map(cells.flatMap(({ pairs }) => [...pairs]));
    for (const { from, labels } of examples.values()) {
      const input = { ...sampleStructure(from.operation.input), ...labels };
      for (const send of modes) {
        expect(await send(from.name, input)).toBe("InputValidationError");
        calls++;
      }
    }
    expect(sent).not.toHaveBeenCalled();
  });
});

const sent = jest.fn(() => Promise.reject(new Error("It was sent.")));
type Command = new (input: object) => sdk.GetBackendCommand;
type Validation = NonNullable<sdk.AmplifyBackendClientConfig["validation"]>["input"];

/** The ways to make a call: they answer with the name of the error that it ends in. */
const modes = [
  ...(["strict", "warn", "off"] as const).map((mode) => caller(sdk, mode)),
  caller(unvalidated, undefined),
];

function caller(
  commands: object,
  input: Validation,
): (name: string, input: object) => Promise<string | undefined> {
  const client = new sdk.AmplifyBackendClient({
    region: "eu-west-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example-secret" },
    requestHandler: { handle: sent },
    ...(input === undefined ? {} : { validation: { input } }),
  });
  return async (name, values) => {
    const Class = (commands as Record<string, Command>)[`${name}Command`] as Command;
    const result = await client.safeSend(new Class(values));
    return result.success ? undefined : result.error.name;
  };
}

test("the routes of the descriptor are those of the operations", () => {
  const uris = AmplifyBackendOperations.map(({ http }) => `${http.method} ${http.uri}`);
  expect(AmplifyBackendService.routes).toEqual([...new Set(uris)].sort());
});
