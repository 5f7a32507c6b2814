import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type {
  Client,
  ClientConfig,
  Command,
  MetadataBearer,
  WaiterConfiguration,
  WaiterResult,
} from "@tinsmith/runtime";
import type { ServiceMock } from "@tinsmith/runtime/testing";
import { generateInline, type InlinePackage } from "./inline-package.js";

const MODEL = `
smithy: "2.0"
namespace: example.things
shapes:
  Things:
    type: service
    version: "2024-01-01"
    operations: [GetThing]
    traits:
      aws.protocols#restJson1: {}
      aws.auth#sigv4: { name: things }
      aws.api#service: { sdkId: Things }
  GetThing:
    type: operation
    input: { target: GetThingInput }
    output: { target: GetThingOutput }
    errors: [NoSuchThing, Broken]
    traits:
      http: { method: GET, uri: "/things/{Name}" }
      readonly: {}
      smithy.waiters#waitable:
        Text: { acceptors: [{ state: success, matcher: { output: { path: "Part.State", comparator: stringEquals, expected: READY } } }] }
        Flag: { acceptors: [{ state: success, matcher: { output: { path: Done, comparator: booleanEquals, expected: "false" } } }] }
        All: { acceptors: [{ state: success, matcher: { output: { path: "Parts[].State", comparator: allStringEquals, expected: READY } } }] }
        Any: { acceptors: [{ state: failure, matcher: { output: { path: "Parts[?Size > \`1\`].State", comparator: anyStringEquals, expected: BROKEN } } }, { state: success, matcher: { success: false } }] }
        Keys: { acceptors: [{ state: success, matcher: { output: { path: "keys(ByName)", comparator: anyStringEquals, expected: constructor } } }] }
        Both: { acceptors: [{ state: success, matcher: { inputOutput: { path: "output.Part.State == input.Name", comparator: booleanEquals, expected: "true" } } }] }
        Success: { acceptors: [{ state: success, matcher: { success: true } }] }
        NoSuccess: { acceptors: [{ state: success, matcher: { success: false } }] }
        Gone: { acceptors: [{ state: success, matcher: { errorType: "example.things#NoSuchThing" } }, { state: retry, matcher: { success: true } }] }
        Unmodelled: { acceptors: [{ state: retry, matcher: { errorType: Throttled } }, { state: success, matcher: { success: true } }] }
        First:
          acceptors:
            - { state: retry, matcher: { output: { path: Done, comparator: booleanEquals, expected: "false" } } }
            - { state: failure, matcher: { success: true } }
            - { state: success, matcher: { success: true } }
  GetThingInput: { type: structure, members: { Name: { target: String, traits: { required: {}, httpLabel: {} } } } }
  GetThingOutput: { type: structure, members: { Done: Boolean, Part: Part, Parts: Parts, ByName: ByName } }
  Part: { type: structure, members: { State: String, Size: Integer } }
  Parts: { type: list, member: Part }
  ByName: { type: map, key: String, value: Part }
  NoSuchThing: { type: structure, members: {}, traits: { error: client, httpError: 404 } }
  Broken: { type: structure, members: {}, traits: { error: server, httpError: 500 } }
`;

type Wait = (config: WaiterConfiguration, input: { Name: string }) => Promise<WaiterResult>;
interface ThingsPackage {
  readonly GetThingCommand: new (input: object) => Command<object, MetadataBearer, Error>;
  readonly [wait: `waitUntil${string}` | `waitFor${string}`]: Wait;
}

let things: InlinePackage;
let main: ThingsPackage;
let mockThings: () => ServiceMock<Client>;

beforeAll(async () => {
  things = generateInline(MODEL);
  main = await things.load<ThingsPackage>("index");
  ({ mockThings } = await things.load<{ mockThings: () => ServiceMock<Client> }>("testing"));
});
afterAll(() => things.destroy());

/** Answers with these outputs, or errors by their names, in turn, then with the last one; no time passes that the clock does not count. */
function worldOf(answers: readonly (object | string)[]) {
  const mock = mockThings();
  const stub = mock.on(main.GetThingCommand);
  for (const answer of answers) {
    if (typeof answer === "string") stub.rejectsOnce({ name: answer } as never);
    else stub.resolvesOnce(answer);
  }
  const last = answers.at(-1);
  if (typeof last === "string") stub.rejects({ name: last } as never);
  else stub.resolves(last ?? {});
  let now = Date.now();
  const sleep = async (milliseconds: number): Promise<void> => {
    now += milliseconds;
  };
  const config: ClientConfig = { maxAttempts: 1, environment: { now: () => now, random: () => 0, sleep } };
  return { mock, client: mock.client(config) };
}

const part = (State: string, Size = 2) => ({ State, Size });

test.each<[waiter: string, answers: readonly (object | string)[], state: string, calls: number]>([
  ["Text", [{ Part: part("PENDING") }, {}, { Part: part("READY") }], "SUCCESS", 3],
  ["Text", [{ Part: part("ready") }], "TIMEOUT", 5],
  ["Flag", [{ Done: true }, {}, { Done: false }], "SUCCESS", 3],
  [
    "All",
    [{ Parts: [] }, {}, { Parts: [part("READY"), part("NEW")] }, { Parts: [part("READY")] }],
    "SUCCESS",
    4,
  ],
  ["Any", [{ Parts: [part("BROKEN", 1)] }, { Parts: [part("NEW"), part("BROKEN")] }], "FAILURE", 2],
  ["Keys", [{ ByName: {} }, { ByName: { constructor: part("NEW") } }], "SUCCESS", 2],
  ["Both", [{ Part: part("other") }, { Part: part("it") }], "SUCCESS", 2],
  ["Success", ["NoSuchThing"], "FAILURE", 1],
  ["Success", [{}], "SUCCESS", 1],
  ["NoSuccess", [{}, {}, "Broken"], "SUCCESS", 3],
  ["Gone", [{}, {}, "NoSuchThing"], "SUCCESS", 3],
  ["Gone", ["Broken"], "FAILURE", 1],
  ["First", [{ Done: false }, { Done: true }], "FAILURE", 2],
])("the waiter %s takes %j for %s", async (waiter, answers, state, calls) => {
  const { mock, client } = worldOf(answers);
  const result = await main[`waitFor${waiter}`]?.({ client, maxWaitTime: 10 }, { Name: "it" });
  expect(result).toMatchObject({ state });
  expect(result?.final).toBe(result?.reason);
  expect(Object.values(result?.observedResponses ?? {}).reduce((sum, count) => sum + count, 0)).toBe(calls);
  expect(mock.calls()).toHaveLength(calls);
  const again = worldOf(answers);
  const thrown = await main[`waitUntil${waiter}`]?.(
    { client: again.client, maxWaitTime: 10 },
    { Name: "it" },
  ).then(
    ({ state: reached }) => reached,
    ({ name }: Error) => name,
  );
  expect(thrown).toBe(
    { SUCCESS: "SUCCESS", TIMEOUT: "TimeoutError" }[state] ??
      (typeof answers.at(-1) === "string" ? answers.at(-1) : "WaiterError"),
  );
});

describe("an error that the model does not know", () => {
  test("is known by its name on the wire", async () => {
    const mock = mockThings();
    mock
      .on(main.GetThingCommand)
      .rejectsOnce({
        name: "UnmodeledServiceException",
        code: "Throttled",
        $metadata: { httpStatusCode: 400 },
      } as never)
      .resolves({});
    const client = mock.client({ environment: { sleep: async () => {} } });
    const result = await main.waitUntilUnmodelled?.({ client, maxWaitTime: 10 }, { Name: "it" });
    expect(result).toMatchObject({ state: "SUCCESS", observedResponses: { "200: OK": 1 } });
    expect(Object.keys(result?.observedResponses ?? {})[0]).toMatch(/^400: /);
  });
});
