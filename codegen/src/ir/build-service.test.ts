import { describe, expect, test } from "@jest/globals";
import { serviceOf } from "../emit/testing/generated-files.js";
import { modelOf } from "../testing/model-text.js";
import { buildService } from "./build-service.js";
import { InconsistentModelError } from "./shape-access.js";
import type { StructureIr } from "./shape-ir.js";

const HTTP = "traits: { http: { method: POST, uri: /do } }";

const structure = (shapes: string, name: string): StructureIr => {
  const shape = serviceOf(shapes).shapes.get(`com.example#${name}`);
  if (shape?.kind !== "structure") throw new Error(`There is no structure ${name}.`);
  return shape;
};

describe("operations", () => {
  test("are those of the service and of its resources, sorted by name", () => {
    const service = serviceOf(`
  Things: { type: service, version: "1", operations: [Zap], resources: [Thing] }
  Thing: { type: resource, read: GetThing, operations: [Do], resources: [Part] }
  Part: { type: resource, list: ListParts }
  Zap: { type: operation, ${HTTP} }
  GetThing: { type: operation, ${HTTP} }
  Do: { type: operation, ${HTTP} }
  ListParts: { type: operation, ${HTTP} }
  Unbound: { type: operation, ${HTTP} }
`);
    expect(service.operations.map(({ name }) => name)).toEqual(["Do", "GetThing", "ListParts", "Zap"]);
  });

  test("with event streams are left out, with all that only they use", () => {
    const service = serviceOf(`
  Things: { type: service, version: "1", operations: [Do, Stream] }
  Do: { type: operation, ${HTTP} }
  Stream: { type: operation, input: In, output: Out, ${HTTP} }
  In: { type: structure, members: {} }
  Out: { type: structure, members: { events: { target: Events, traits: { httpPayload: {} } } } }
  Events: { type: union, members: { a: In }, traits: { streaming: {} } }
`);
    expect(service.operations.map(({ name }) => name)).toEqual(["Do"]);
    expect([...service.shapes.keys()]).toEqual(["com.example#Do$Input", "com.example#Do$Output"]);
  });

  test("can end in their own errors and in the service's, each once", () => {
    const service = serviceOf(`
  Things: { type: service, version: "1", operations: [Do], errors: [Bad, Worse] }
  Do: { type: operation, errors: [Odd, Bad], ${HTTP} }
  Bad: { type: structure, members: {}, traits: { error: client, httpError: 400 } }
  Odd: { type: structure, members: {}, traits: { error: server, retryable: { throttling: true } } }
  Worse: { type: structure, members: {}, traits: { error: server, retryable: {} } }
`);
    expect(service.operations[0]?.errors).toEqual([
      "com.example#Bad",
      "com.example#Odd",
      "com.example#Worse",
    ]);
    expect(service.errors).toEqual([
      { kind: "error", id: "com.example#Bad", name: "Bad", wireName: "Bad", fault: "client", status: 400 },
      {
        kind: "error",
        id: "com.example#Odd",
        name: "Odd",
        wireName: "Odd",
        fault: "server",
        retryable: { throttling: true },
      },
      {
        kind: "error",
        id: "com.example#Worse",
        name: "Worse",
        wireName: "Worse",
        fault: "server",
        retryable: { throttling: false },
      },
    ]);
  });
});

describe("a structure is declared", () => {
  const shapes = `
  Things: { type: service, version: "1", operations: [A, B] }
  A: { type: operation, input: OnlyA, output: Both, errors: [Held, Free], ${HTTP} }
  B: { type: operation, input: Both, output: AlsoMember, ${HTTP} }
  OnlyA: { type: structure, members: { x: AlsoMember, y: Inner, z: Held } }
  Both: { type: structure, members: {} }
  AlsoMember: { type: structure, members: {} }
  Inner: { type: structure, members: {} }
  Held: { type: structure, members: {}, traits: { error: client } }
  Free: { type: structure, members: {}, traits: { error: client } }
`;

  test.each([
    ["OnlyA", { kind: "operation", operation: "com.example#A" }],
    ["Both", { kind: "shared" }],
    ["AlsoMember", { kind: "shared" }],
    ["Inner", { kind: "shared" }],
    ["Held", { kind: "shared" }],
    ["Free", { kind: "error", error: "com.example#Free" }],
  ])("%s in %j", (name, home) => {
    expect(structure(shapes, name).home).toEqual(home);
  });

  test("in the shared file, where one operation both takes and gives it", () => {
    const same = `
  Things: { type: service, version: "1", operations: [A] }
  A: { type: operation, input: Same, output: Same, ${HTTP} }
  Same: { type: structure, members: {} }
`;
    expect(structure(same, "Same").home).toEqual({ kind: "shared" });
  });
});

describe("the direction of", () => {
  const shapes = `
  Things: { type: service, version: "1", operations: [A] }
  A: { type: operation, input: In, output: Out, errors: [Bad], ${HTTP} }
  In: { type: structure, members: { a: OnlyIn, b: BothWays } }
  Out: { type: structure, members: { a: OnlyOut, b: List, c: In } }
  List: { type: list, member: BothWays }
  OnlyIn: { type: structure, members: {} }
  OnlyOut: { type: structure, members: {} }
  BothWays: { type: structure, members: {} }
  Bad: { type: structure, members: { a: InError }, traits: { error: client } }
  InError: { type: structure, members: {} }
`;

  test.each([
    ["In", "input"],
    ["Out", "output"],
    ["OnlyIn", "both"],
    ["BothWays", "both"],
    ["OnlyOut", "output"],
    ["InError", "output"],
    ["Bad", "output"],
  ])("%s is %s: what callers give must be asked of them, wherever else it travels", (name, direction) => {
    expect(structure(shapes, name).direction).toBe(direction);
  });
});

describe("names", () => {
  test("follow the service's renames, but not on the wire", () => {
    const service = serviceOf(`
  Things:
    type: service
    version: "1"
    operations: [A]
    rename: { "com.example#Thing": Item, "com.example#Bad": Evil }
  A: { type: operation, input: In, errors: [Bad], ${HTTP} }
  In: { type: structure, members: { Thing: Thing } }
  Thing: { type: structure, members: {} }
  Bad: { type: structure, members: {}, traits: { error: client } }
`);
    expect(service.shapes.get("com.example#Thing")?.name).toBe("Item");
    expect(service.errors).toMatchObject([{ name: "Evil", wireName: "Bad" }]);
  });

  test.each([
    ["aws.api#service: { sdkId: Rest Json-Protocol v2 }", "RestJsonProtocolV2", "Rest Json-Protocol v2"],
    ["tags: []", "Things", "Things"],
  ])("of a service with %s begin with %s", (trait, name, sdkId) => {
    const service = serviceOf(`
  Things: { type: service, version: "1", operations: [], traits: { ${trait} } }
`);
    expect(service).toMatchObject({ name, sdkId, title: sdkId });
  });

  test("that requests are signed under and sent to come from the traits, in AWS's order", () => {
    const identity = (traits: string): object => {
      const { signingName, endpointPrefix } = serviceOf(`
  Things: { type: service, version: "1", operations: [], traits: { ${traits} } }
`);
      return { signingName, endpointPrefix };
    };
    expect(identity("tags: []")).toEqual({ signingName: "things", endpointPrefix: "things" });
    expect(identity("aws.api#service: { sdkId: T, arnNamespace: arn }")).toEqual({
      signingName: "arn",
      endpointPrefix: "arn",
    });
    expect(
      identity(
        "aws.api#service: { sdkId: T, arnNamespace: arn, endpointPrefix: host }, aws.auth#sigv4: { name: sign }",
      ),
    ).toEqual({ signingName: "sign", endpointPrefix: "host" });
  });
});

describe("a model that validation would have refused", () => {
  test.each([
    [
      "has no such service",
      `
  Others: { type: service, version: "1" }
`,
    ],
    [
      "gives an operation no route",
      `
  Things: { type: service, version: "1", operations: [Do] }
  Do: { type: operation }
`,
    ],
    [
      "has a list of itself",
      `
  Things: { type: service, version: "1", operations: [Do] }
  Do: { type: operation, input: In, ${HTTP} }
  In: { type: structure, members: { A: L } }
  L: { type: list, member: L }
`,
    ],
  ])("is a bug of whoever calls: it %s", (_, shapes) => {
    expect(() => buildService(modelOf(shapes), "com.example#Things")).toThrow(InconsistentModelError);
  });
});
