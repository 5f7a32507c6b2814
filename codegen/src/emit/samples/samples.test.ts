import { describe, expect, test } from "@jest/globals";
import type { MemberIr } from "../../ir/member-ir.js";
import { print } from "../layout/print.js";
import { aroundThing, filesOf, serviceOf } from "../testing/generated-files.js";
import { madeText } from "./made-text.js";
import { madeStructure } from "./made-value.js";
import { nodeValue } from "./node-value.js";

const member = (name: string, constraints: Partial<MemberIr> = {}): MemberIr => ({
  name,
  type: { kind: "simple", type: "string", streaming: false },
  documentation: { links: [] },
  required: true,
  idempotencyToken: false,
  sensitive: false,
  hostLabel: false,
  ...constraints,
});

describe("a text that is made up", () => {
  test.each([
    ["AppId", {}, "app-id"],
    ["BackendEnvironmentName", {}, "backend-environment-name"],
    ["APIKey", {}, "api-key"],
    ["OAuth2_token", {}, "o-auth2-token"],
    ["_", {}, "example"],
    ["Name", { length: { min: 6 } }, "namexx"],
    ["Name", { length: { max: 2 } }, "na"],
    ["Name", { pattern: "^[A-Z][a-z]+[0-9]$" }, "Example1"],
    ["Account", { pattern: "^[0-9]{12}$" }, "123456789012"],
    ["Role", { pattern: "^arn:" }, "arn:aws:service:us-east-1:123456789012:resource/example"],
    ["Number", { pattern: "^[0-9]{4}$", length: { min: 4 } }, "0000"],
    ["Odd", { pattern: "^§$" }, "odd"],
    ["Odd", { pattern: "(unreadable" }, "odd"],
  ])("for %s with %j is %s", (name, constraints, text) => {
    expect(madeText(member(name, constraints))).toBe(text);
  });
});

/** What is made up for the input of `DoIt`. */
function made(shapes: string, requiredOnly = true, maxDepth = 2): string {
  const service = serviceOf(aroundThing(shapes));
  return print(madeStructure("com.example#DoItInput", { service, requiredOnly, within: [], maxDepth }));
}

describe("a structure that is made up", () => {
  test("has what is required, or everything", () => {
    const shapes =
      "  Thing: { type: structure, members: { A: { target: String, traits: { required: {} } }, B: String } }\n";
    expect(made(shapes)).toBe("{}");
    expect(made(shapes, false)).toBe('{ Thing: { A: "a", B: "b" } }');
  });

  test("ends where it would go on for ever", () => {
    const shapes = `
  Thing: { type: structure, members: { Thing: Thing, Several: Several, ByName: ByName, Either: Either } }
  Several: { type: list, member: Thing }
  ByName: { type: map, key: String, value: Thing }
  Either: { type: union, members: { thing: Thing, name: String } }
`;
    expect(made(shapes, false)).toBe(
      '{ Thing: { Thing: {}, Several: [], ByName: {}, Either: { name: "name" } } }',
    );
  });

  test("has values of the right types, within their ranges", () => {
    const shapes = `
  Thing:
    type: structure
    members:
      N: { target: Integer, traits: { range: { min: 5 } } }
      M: { target: Integer, traits: { range: { max: -5 } } }
      B: BigInteger
      Y: Boolean
      T: Timestamp
      D: Document
      E: E
      Names: Names
      Sizes: Sizes
  E: { type: intEnum, members: { ONE: { traits: { enumValue: 7 } } } }
  Names: { type: list, member: String }
  Sizes: { type: map, key: K, value: Integer }
  K: { type: enum, members: { SMALL: { traits: { enumValue: small } } } }
`;
    expect(made(shapes, false).replace(/\s+/g, " ")).toBe(
      '{ Thing: { N: 5, M: -5, B: 1n, Y: true, T: new Date("2025-01-01T00:00:00Z"), ' +
        'D: { "example": true }, E: 7, Names: ["name"], Sizes: { small: 1 }, }, }',
    );
  });
});

describe("a value from the model", () => {
  const service = serviceOf(
    aroundThing(`
  Thing: { type: structure, members: { At: Timestamp, Data: Blob, Big: BigInteger, Several: Several, S: String, U: U } }
  Several: { type: list, member: Thing }
  U: { type: union, members: { at: Timestamp } }
`),
  );
  const written = (value: unknown): string =>
    print(nodeValue(service, { kind: "structure", id: "com.example#Thing" }, value));

  test.each([
    [{ At: "2024-01-01T00:00:00Z" }, '{ At: new Date("2024-01-01T00:00:00Z") }'],
    [{ At: 1.5 }, "{ At: new Date(1500) }"],
    [{ Data: "a\nb" }, '{ Data: new TextEncoder().encode("a\\nb") }'],
    [{ Big: 12 }, "{ Big: 12n }"],
    [{ Several: [{ S: 'say "a"' }, {}] }, '{ Several: [{ S: "say \\"a\\"" }, {}] }'],
    [{ U: { at: 0 } }, "{ U: { at: new Date(0) } }"],
    [{ Unknown: 1, S: "a" }, '{ S: "a" }'],
    [{ Several: null }, "{ Several: null }"],
  ])("%j is written %s", (value, code) => {
    expect(written(value)).toBe(code);
  });
});

test("an example shows how the operation is called, with what comes back", () => {
  const shapes = "  Thing: { type: structure, members: { Name: String } }\n";
  const lines = (filesOf(aroundThing(shapes)).get("src/commands/DoItCommand.ts") ?? "").split("\n");
  const start = lines.indexOf(" * @example");
  expect(lines.slice(start, start + 8)).toEqual([
    " * @example",
    " * ```ts",
    ' * import { DoItCommand, ThingsClient } from "@tinsmith/things";',
    " *",
    ' * const client = new ThingsClient({ region: "us-east-1" });',
    " * const result = await client.send(new DoItCommand({}));",
    ' * // result: { Thing: { Name: "name" } }',
    " * ```",
  ]);
});
