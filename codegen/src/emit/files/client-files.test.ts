import { describe, expect, test } from "@jest/globals";
import { filesOf, linesBehind, withOperations } from "../testing/generated-files.js";

const HTTP = "traits: { http: { method: POST, uri: /do } }";
const NEEDY = `
  Do: { type: operation, input: DoInput, ${HTTP} }
  DoInput: { type: structure, members: { A: { target: String, traits: { required: {} } } } }
`;
const EASY = `
  Do: { type: operation, input: DoInput, ${HTTP} }
  DoInput: { type: structure, members: { A: String } }
`;

const methodsOf = (shapes: string): readonly string[] =>
  linesBehind(withOperations("Do", shapes), "src/Things.ts", "export class Things ").filter(
    (line) => !/^(\/\*\*|\*)/.test(line),
  );

describe("a method of the client with a method per operation", () => {
  test("answers with a promise, or calls back", () => {
    expect(methodsOf(NEEDY)).toEqual([
      "do(input: DoCommandInput, options?: ThingsRequestOptions): Promise<DoCommandOutput>;",
      "do(input: DoCommandInput, callback: Callback<DoCommandOutput>): void;",
      "do(",
      "input: DoCommandInput,",
      "options: ThingsRequestOptions | undefined,",
      "callback: Callback<DoCommandOutput>,",
      "): void;",
      "do(input: DoCommandInput, ...rest: SendArguments<DoCommandOutput>) {",
      "return invoke(this, new DoCommand(input), rest);",
      "}",
    ]);
  });

  test("takes no input where nothing is required, unless it calls back", () => {
    expect(methodsOf(EASY).slice(0, 8)).toEqual([
      "do(input?: DoCommandInput, options?: ThingsRequestOptions): Promise<DoCommandOutput>;",
      "do(input: DoCommandInput, callback: Callback<DoCommandOutput>): void;",
      "do(",
      "input: DoCommandInput,",
      "options: ThingsRequestOptions | undefined,",
      "callback: Callback<DoCommandOutput>,",
      "): void;",
      "do(input: DoCommandInput = {}, ...rest: SendArguments<DoCommandOutput>) {",
    ]);
  });
});

describe("the types that stand for any operation", () => {
  const types = (operations: string, shapes: string) =>
    filesOf(withOperations(operations, shapes))
      .get("src/service-types.ts")
      ?.match(/^export .*$/gm);

  test("are the unions of all inputs and outputs", () => {
    const other = `  Redo: { type: operation, traits: { http: { method: POST, uri: /redo } } }\n`;
    expect(types("Do, Redo", NEEDY + other)).toEqual([
      "export type ServiceInputTypes = DoCommandInput | RedoCommandInput;",
      "export type ServiceOutputTypes = DoCommandOutput | RedoCommandOutput;",
    ]);
  });

  test("are nothing where there is no operation", () => {
    expect(types("", "")).toEqual([
      "export type ServiceInputTypes = never;",
      "export type ServiceOutputTypes = never;",
    ]);
  });

  test("keep their names where a shape has one, too", () => {
    const shapes = `${EASY}  ServiceInputTypes: { type: structure, members: {} }
`.replace("A: String", "A: ServiceInputTypes");
    expect(types("Do", shapes)?.[0]).toBe("export type ServiceInputTypes = DoCommandInput;");
    expect(filesOf(withOperations("Do", shapes)).get("src/structures.ts")).toContain(
      "export interface _ServiceInputTypes",
    );
  });
});
