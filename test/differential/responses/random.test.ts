import { afterAll, beforeAll, describe, test } from "@jest/globals";
import fc from "fast-check";
import { type BothClients, startBothClients } from "../support/both-clients.js";
import { officialOperations } from "../support/official-operations.js";
import { PROPERTY_TIMEOUT, propertySettings } from "../support/runs.js";
import { bodyOf } from "./support/bodies.js";
import { Count } from "./support/compare.js";

/** Random answers per operation in `npm test`. */
const RUNS = 30;

let clients: BothClients;
const count = new Count();

beforeAll(async () => {
  clients = await startBothClients();
});
afterAll(async () => {
  await clients.close();
  console.log(
    `Responses: ${officialOperations.length} operations, ${count.cases} random answers given to both clients.`,
  );
});

describe("random answers come out of both clients alike", () => {
  test.each(officialOperations.map(({ name, output }) => [name, output] as const))(
    "%s",
    async (name, output) => {
      const answer = fc.record({
        body: bodyOf(output),
        status: fc.constantFrom(200, 200, 201, 202, 299),
      });
      await fc.assert(
        fc.asyncProperty(answer, async (each) => count.expectSame(await clients.call(name, each), name)),
        propertySettings(RUNS),
      );
    },
    PROPERTY_TIMEOUT,
  );
});
