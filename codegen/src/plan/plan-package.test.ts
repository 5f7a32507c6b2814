import { describe, expect, test } from "@jest/globals";
import * as runtimeModule from "@tinsmith/runtime";
import * as testKit from "@tinsmith/runtime/testing";
import fc from "fast-check";
import { planOf } from "../emit/testing/generated-files.js";
import type { CodeSymbol } from "./code-symbol.js";
import type { PackagePlan } from "./package-plan.js";
import { CLIENT_MEMBERS, EXCEPTION_MEMBERS, RESERVED_NAMES } from "./reserved-names.js";
import { RUNTIME_NAMES, TESTING_NAMES } from "./runtime-symbols.js";

const HTTP = "traits: { http: { method: POST, uri: /do } }";

/** All symbols that a package declares. */
function symbolsOf(plan: PackagePlan): readonly CodeSymbol[] {
  return [
    ...Object.values(plan.root),
    ...[...plan.enums.values()],
    ...[...plan.aggregates.values()].flatMap(({ type, descriptor, schema }) => [type, descriptor, schema]),
    ...[...plan.errors.values(), ...plan.commonErrors].map(({ type }) => type),
    ...[...plan.operations.values()].flatMap((operation) => [
      ...[operation.command, operation.commandInput, operation.commandOutput],
      ...[operation.failure, operation.descriptor],
      ...(operation.paginator === undefined ? [] : Object.values(operation.paginator)),
      ...operation.waiters.flatMap((waiter) => Object.values(waiter)),
    ]),
  ];
}

/** Names that invite clashes: of globals, of the runtime, of what is derived from others. */
const TROUBLE = [
  ...["A", "ADescriptor", "ASchema", "AError", "ACommand", "ACommandInput", "AOperation", "AMembers", "a"],
  ...["Trouble", "TroubleClient", "TroubleService", "TroubleClientConfig", "TroubleServiceException"],
  ...[
    "UnmodeledServiceException",
    "ThrottlingException",
    "DoubleSchema",
    "Error",
    "Date",
    "Client",
    "Command",
    "ValidatedCommand",
  ],
  ...["z", "Record", "Promise", "String", "paginateA", "Structures", "Index", "Errors", "Zod"],
];

describe("whatever shapes are called", () => {
  const names = fc.uniqueArray(fc.constantFrom(...TROUBLE), {
    minLength: 4,
    maxLength: 10,
    selector: (name) => name.toLowerCase(),
  });

  test("every name is declared once, and none is reserved", () => {
    fc.assert(
      fc.property(names, fc.nat(3), (given, operations) => {
        const [first, ...others] = given;
        const taking = others.slice(0, operations);
        const structures = others.slice(operations);
        const members = structures.map((name) => `m${name}: ${name}`).join(", ");
        const plan = planOf(`
  Things:
    type: service
    version: "1"
    operations: [${[first, ...taking].join(", ")}]
    traits: { aws.api#service: { sdkId: Trouble } }
  Input: { type: structure, members: { ${members} } }
${[first, ...taking].map((name) => `  ${name}: { type: operation, input: Input, ${HTTP} }`).join("\n")}
${structures.map((name) => `  ${name}: { type: structure, members: { v: Double } }`).join("\n")}
`);
        const declared = symbolsOf(plan).map(({ name }) => name);
        expect(declared.filter((name, index) => declared.indexOf(name) !== index)).toEqual([]);
        expect(declared.filter((name) => RESERVED_NAMES.includes(name))).toEqual([]);
        const methods = [...plan.operations.values()].map(({ method }) => method);
        expect(new Set([...methods, ...CLIENT_MEMBERS]).size).toBe(methods.length + CLIENT_MEMBERS.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("names", () => {
  const plan = planOf(`
  Things: { type: service, version: "1", operations: [getIt, send] }
  getIt: { type: operation, input: in, output: Error, errors: [Bad], ${HTTP} }
  send: { type: operation, ${HTTP} }
  in: { type: structure, members: { e: E } }
  Error: { type: structure, members: {} }
  E: { type: enum, members: { A: {} } }
  Bad: { type: structure, members: { name: String, code: String, _code: String, Fine: String }, traits: { error: client } }
`);

  test("are those of the official clients: capitalized, an underscore before globals", () => {
    const operation = plan.operations.get("com.example#getIt");
    expect(operation?.command).toEqual({
      name: "GetItCommand",
      module: { kind: "file", path: "commands/GetItCommand" },
    });
    expect(operation?.method).toBe("getIt");
    expect(plan.aggregates.get("com.example#in")?.type.name).toBe("In");
    expect(plan.aggregates.get("com.example#Error")?.type.name).toBe("_Error");
    expect(plan.aggregates.get("com.example#Error")?.descriptor.name).toBe("_ErrorDescriptor");
    expect(plan.enums.get("com.example#E")?.name).toBe("E");
  });

  test("of methods do not hide the client's own", () => {
    expect(plan.operations.get("com.example#send")?.method).toBe("_send");
  });

  test("of error members give way to those of all errors, and to those that are free", () => {
    expect([...(plan.errors.get("com.example#Bad")?.properties ?? [])]).toEqual([
      ["_code", "_code"],
      ["Fine", "Fine"],
      ["name", "_name"],
      ["code", "__code"],
    ]);
  });

  test("of files differ from those of extensions by more than case", () => {
    const files = planOf(
      `
  Things: { type: service, version: "1", operations: [], traits: { aws.api#service: { sdkId: Local } } }
`,
      ["local"],
    );
    expect(files.root.aggregate).toEqual({ name: "Local", module: { kind: "file", path: "_Local" } });
  });
});

test("common errors that the model has itself are left to it", () => {
  const plan = planOf(`
  Things: { type: service, version: "1", operations: [Do] }
  Do: { type: operation, errors: [ThrottlingException], ${HTTP} }
  ThrottlingException: { type: structure, members: {}, traits: { error: client } }
`);
  const common = plan.commonErrors.map(({ error }) => error.name);
  expect(common).toContain("AccessDeniedException");
  expect(common).not.toContain("ThrottlingException");
});

describe("the runtime", () => {
  test("exports every value that generated code imports", () => {
    const values = RUNTIME_NAMES.filter(
      (name) => /^[a-z]/.test(name) || /(?:Error|Exception|Client|Command)$/.test(name),
    );
    const types: readonly string[] = ["CallError", "ClientError"];
    const missing = values.filter((name) => !(name in runtimeModule || types.includes(name)));
    expect(missing).toEqual([]);
  });

  test("exports what the entry ./testing passes on", () => {
    const values = TESTING_NAMES.filter((name) => name in testKit);
    expect(values).toEqual(["ServiceMock", "expectMock", "receivedCommand"]);
  });

  test("has no member of clients or errors that a model's name could hide unseen", () => {
    const { Client, ServiceException } = runtimeModule;
    const own = (type: { prototype: object }): readonly string[] =>
      Object.getOwnPropertyNames(type.prototype);
    expect(own(Client).filter((name) => !CLIENT_MEMBERS.includes(name))).toEqual([]);
    const error = new ServiceException({ message: "m", $metadata: {}, code: "c", $retryable: {} });
    const names = [...own(ServiceException), ...Object.getOwnPropertyNames(error)];
    expect(names.filter((name) => !EXCEPTION_MEMBERS.includes(name) && name !== "message")).toEqual([]);
  });
});
