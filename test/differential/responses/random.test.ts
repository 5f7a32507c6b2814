import { afterAll, beforeAll, describe, test } from "@jest/globals";
import * as fc from "fast-check";
import { propertySettings } from "../support/runs.js";
import { bodyOf } from "./support/bodies.js";
import { type BothClients, operations, startBothClients } from "./support/both-clients.js";
import { Count } from "./support/compare.js";

/** Random answers per operation in `npm test`. */
const RUNS = 30;

/** Milliseconds for one operation, however many runs were asked for. */
const TIME_LIMIT = 600_000;

let clients: BothClients;
const count = new Count();

beforeAll(async () => {
  clients = await startBothClients();
});
afterAll(async () => {
  await clients.close();
  console.log(
    `Responses: ${operations.length} operations, ${count.cases} random answers given to both clients.`,
  );
});

describe("random answers come out of both clients alike", () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))(
    "%s",
    async (_name, operation) => {
      const answer = fc.record({
        body: bodyOf(operation.output),
        status: fc.constantFrom(200, 200, 201, 202, 299),
      });
      await fc.assert(
        fc.asyncProperty(answer, async (each) =>
          count.expectSame(await clients.call(operation, each), operation.name),
        ),
        propertySettings(RUNS),
      );
    },
    TIME_LIMIT,
  );
});
