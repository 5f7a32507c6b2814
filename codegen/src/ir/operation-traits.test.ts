import { describe, expect, test } from "@jest/globals";
import { serviceOf } from "../emit/testing/generated-files.js";
import type { OperationIr } from "./operation-ir.js";

/** The operation `Get` with further traits; the service's are `paginated`, if given. */
function operation(traits: string, paginated?: string): OperationIr {
  const own = paginated === undefined ? "" : `paginated: ${paginated}`;
  const [first] = serviceOf(`
  Things: { type: service, version: "1", operations: [Get], traits: { ${own} } }
  Get:
    type: operation
    input: In
    output: Out
    traits: { http: { method: GET, uri: / }, ${traits} }
  In: { type: structure, members: { Next: String, Limit: Integer } }
  Out: { type: structure, members: { Next: String, Items: Items } }
  Items: { type: list, member: String }
`).operations;
  if (first === undefined) throw new Error("The service has no operation.");
  return first;
}

describe("pagination", () => {
  test("is there only where the operation asks for it", () => {
    expect(operation("readonly: {}", "{ inputToken: Next, outputToken: Next }").pagination).toBeUndefined();
  });

  test("takes from the service what the operation leaves out", () => {
    const service = "{ inputToken: Next, outputToken: Next, pageSize: Limit }";
    expect(operation("paginated: { items: Items }", service).pagination).toEqual({
      inputToken: "Next",
      outputToken: ["Next"],
      pageSize: "Limit",
      items: ["Items"],
    });
    expect(operation("paginated: { outputToken: Page.Next }", service).pagination?.outputToken).toEqual([
      "Page",
      "Next",
    ]);
  });
});

describe("waiters", () => {
  test("are sorted, and name errors without their namespace", () => {
    const acceptors = '[{ state: success, matcher: { errorType: "com.example#Gone" } }]';
    const { waiters } = operation(
      `smithy.waiters#waitable: { Zed: { acceptors: ${acceptors}, minDelay: 5 }, Abe: { acceptors: [] } }`,
    );
    expect(waiters).toEqual([
      { name: "Abe", documentation: { links: [] }, acceptors: [] },
      {
        name: "Zed",
        documentation: { links: [] },
        minDelay: 5,
        acceptors: [{ state: "success", matcher: { errorType: "Gone" } }],
      },
    ]);
  });
});

describe("examples", () => {
  test("that end in an error have no output, others an empty one at least", () => {
    const { examples } = operation(
      'examples: [{ title: A, input: { Next: x } }, { title: B, input: {}, error: { shapeId: "com.example#E" } }]',
    );
    expect(examples).toEqual([
      { title: "A", input: { Next: "x" }, output: {} },
      { title: "B", input: {} },
    ]);
  });
});

describe("other traits", () => {
  test("are false or absent where the model has none", () => {
    expect(operation("tags: []")).toMatchObject({
      readonly: false,
      idempotent: false,
      checksumRequired: false,
      compression: [],
      examples: [],
    });
    expect(operation("tags: []")).not.toHaveProperty("followedBy");
    expect(operation("tags: []")).not.toHaveProperty("hostPrefix");
  });

  test("are read from where AWS writes them, too", () => {
    expect(operation("aws.protocols#httpChecksum: { requestChecksumRequired: true }").checksumRequired).toBe(
      true,
    );
    expect(operation("endpoint: { hostPrefix: data. }").hostPrefix).toBe("data.");
  });
});
