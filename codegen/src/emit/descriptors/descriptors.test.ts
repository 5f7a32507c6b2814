import { describe, expect, test } from "@jest/globals";
import { DESCRIPTOR_FORMAT as KNOWN_TO_RUNTIME } from "@tinsmith/runtime";
import { aroundThing, filesOf, linesBehind, withOperations } from "../testing/generated-files.js";
import { DESCRIPTOR_FORMAT } from "./format.js";

/** The descriptor of the member `A` of a structure. */
const memberA = (member: string, others = ""): string | undefined => {
  const shapes = aroundThing(`  Thing: { type: structure, members: { A: ${member} } }\n${others}`);
  const lines = linesBehind(shapes, "src/structures.ts", "export const ThingDescriptor");
  return lines.find((line) => line.startsWith("A: "));
};

describe("a member's descriptor", () => {
  test.each([
    ["String", '{ target: "string" }'],
    ["{ target: String, traits: { required: {} } }", '{ target: "string", required: true }'],
    ["{ target: String, traits: { jsonName: a } }", '{ target: "string", jsonName: "a" }'],
    ["{ target: String, traits: { jsonName: A } }", '{ target: "string" }'],
    [
      "{ target: Timestamp, traits: { timestampFormat: http-date } }",
      '{ target: "timestamp", timestampFormat: "http-date", codec: timestampCodec }',
    ],
    [
      "{ target: Integer, traits: { range: { min: 1, max: 25 } } }",
      '{ target: "integer", range: { min: 1, max: 25 } }',
    ],
    ["{ target: String, traits: { length: { min: 1 } } }", '{ target: "string", length: { min: 1 } }'],
    ["{ target: String, traits: { idempotencyToken: {} } }", '{ target: "string", idempotencyToken: true }'],
    ["{ target: Integer, traits: { default: 0 } }", '{ target: "integer", default: 0 }'],
    ["{ target: Integer, traits: { default: null } }", '{ target: "integer" }'],
    ["Thing", "{ target: ThingDescriptor }"],
    ["Secret", '{ target: "string", sensitive: true }'],
    ["Secrets", '{ target: { kind: "list", member: { target: "string", sensitive: true } } }'],
    ["E", '{ target: { kind: "enum", name: "E", values: E } }'],
    ["I", '{ target: { kind: "intEnum", name: "I", values: I } }'],
    ["Gaps", '{ target: { kind: "list", member: { target: "string" }, sparse: true } }'],
    ["Once", '{ target: { kind: "list", member: { target: "string" }, uniqueItems: true } }'],
    ["Dates", '{ target: { kind: "list", member: { target: "timestamp", codec: timestampCodec } } }'],
    ["Named", '{ target: "string", length: { max: 3 }, pattern: "^a$" }'],
    [
      "{ target: Named, traits: { length: { max: 5 } } }",
      '{ target: "string", length: { max: 5 }, pattern: "^a$" }',
    ],
  ])("of %s is %s", (member, descriptor) => {
    const others = `  Secret: { type: string, traits: { sensitive: {} } }
  Secrets: { type: list, member: Secret }
  Gaps: { type: list, member: String, traits: { sparse: {} } }
  Once: { type: list, member: String, traits: { uniqueItems: {} } }
  Dates: { type: list, member: Timestamp, traits: { uniqueItems: {} } }
  Named: { type: string, traits: { length: { max: 3 }, pattern: "^a$" } }
  E: { type: enum, members: { A: {} } }
  I: { type: intEnum, members: { A: { traits: { enumValue: 1 } } } }
`;
    expect(memberA(member, others)).toBe(`A: ${descriptor},`);
  });
});

describe("an operation's descriptor", () => {
  const descriptor = (traits: string): readonly string[] =>
    linesBehind(
      withOperations(
        "DoIt",
        `
  DoIt: { type: operation, input: In, output: Out, traits: { http: { method: GET, uri: /, code: 201 }, ${traits} } }
  In: { type: structure, members: { } }
  Out: { type: structure, members: { } }
`,
      ),
      "src/commands/DoItCommand.ts",
      "export const DoItOperation",
    );

  test("says what may be repeated only where the model does", () => {
    expect(descriptor("readonly: {}")).toContain("readonly: true,");
    expect(descriptor("idempotent: {}")).toContain("idempotent: true,");
    expect(descriptor("tags: []").join()).not.toMatch(/readonly|idempotent|startsJob/);
  });

  test("names the operation that follows a job, whatever namespace the model writes", () => {
    expect(descriptor('tinsmith#startsJob: { followedBy: "com.example#DoIt" }')).toContain(
      'startsJob: { followedBy: "DoIt" },',
    );
  });

  test("has route and code", () => {
    expect(descriptor("readonly: {}")).toContain('http: { method: "GET", uri: "/", code: 201 },');
  });
});

test("descriptors are written in a format that the runtime reads", () => {
  expect(DESCRIPTOR_FORMAT).toBeLessThanOrEqual(KNOWN_TO_RUNTIME);
});

test("a label that takes several segments is told from others, per operation", () => {
  const files = filesOf(
    withOperations(
      "Get",
      `
  Get: { type: operation, input: In, traits: { http: { method: GET, uri: "/{A}/{B+}" } } }
  In:
    type: structure
    members:
      A: { target: String, traits: { required: {}, httpLabel: {} } }
      B: { target: String, traits: { required: {}, httpLabel: {} } }
`,
    ),
  );
  const text = files.get("src/commands/GetCommand.ts");
  expect(text).toContain('A: { target: "string", required: true, location: "label" }');
  expect(text).toContain('B: { target: "string", required: true, location: "greedyLabel" }');
});
