import { afterAll, beforeAll, describe, test } from "@jest/globals";
import fc from "fast-check";
import { type BothClients, startBothClients } from "../support/both-clients.js";
import { officialOperations } from "../support/official-operations.js";
import { PROPERTY_TIMEOUT, propertySettings } from "../support/runs.js";
import { modelledErrors } from "./support/error-forms.js";
import { expectSameError } from "./support/error-view.js";

/** Random errors per operation in `npm test`. */
const RUNS = 25;

let clients: BothClients;
let cases = 0;

beforeAll(async () => {
  clients = await startBothClients();
});
afterAll(async () => {
  await clients.close();
  console.log(
    `Errors: ${officialOperations.length} operations, ${cases} random errors given to both clients.`,
  );
});

const name = fc.oneof(
  fc.constantFrom(...Object.keys(modelledErrors)),
  fc.constantFrom("notfoundexception", "SomethingNew", "constructor", "__proto__", "toString", "Unknown"),
  fc.stringMatching(/^[A-Za-z][\w.-]{0,9}$/),
);
const type = fc
  .tuple(
    fc.constantFrom("", "com.amazonaws.amplifybackend#", "a.b#"),
    name,
    fc.constantFrom("", ":http://x#y", ",Other", " "),
  )
  .map((parts) => parts.join(""));
const json = fc.jsonValue({ maxDepth: 2, depthSize: "small" });
const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });

// Left out is what has a row of its own: no message, empty types, types and messages that are no text, null members.
const body = fc
  .tuple(
    fc.record({ code: fc.oneof(type, fc.nat()), Code: type, __type: type }, { requiredKeys: [] }),
    fc.oneof(
      fc.record({ message: text, Message: text }),
      fc.record({ message: text }),
      fc.record({ Message: text }),
    ),
    fc.record(
      { resourceType: text, limitType: text, ResourceType: text, reason: json, details: json },
      { requiredKeys: [] },
    ),
    fc.dictionary(
      fc.constantFrom("__proto__", "toJSON", "then", "stack", "$metadata", "$fault", "$response"),
      json,
    ),
  )
  .map((parts) => Object.fromEntries(parts.flatMap((part) => Object.entries(part))));

const answer = fc.record({
  status: fc.constantFrom(
    300,
    302,

    307,
    400,
    401,
    403,
    404,
    409,
    413,
    418,
    429,
    499,
    500,
    501,
    502,
    503,
    504,
    599,
  ),
  headers: fc.array(fc.tuple(fc.constantFrom("x-amzn-errortype", "X-Amzn-ErrorType"), type), {
    maxLength: 2,
  }),
  body: body.map((each) => JSON.stringify(each)),
});

describe("random errors are the same", () => {
  test.each(officialOperations.map((operation) => operation.name))(
    "%s",
    async (operation) => {
      await fc.assert(
        fc.asyncProperty(answer, async (each) => {
          cases++;
          expectSameError(await clients.call(operation, each), operation);
        }),
        propertySettings(RUNS),
      );
    },
    PROPERTY_TIMEOUT,
  );
});
