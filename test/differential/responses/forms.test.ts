import { afterAll, beforeAll, describe, jest, test } from "@jest/globals";
import { type BothClients, startBothClients } from "../support/both-clients.js";
import { officialOperations } from "../support/official-operations.js";
import { PROPERTY_TIMEOUT } from "../support/runs.js";
import { Count } from "./support/compare.js";
import { forms } from "./support/forms.js";

jest.setTimeout(PROPERTY_TIMEOUT);

let clients: BothClients;
const count = new Count();

beforeAll(async () => {
  clients = await startBothClients();
});
afterAll(async () => {
  await clients.close();
  console.log(
    `Responses: ${officialOperations.length} operations × ${Object.keys(forms).length} forms, ${count.cases} answers given to both clients.`,
  );
});

describe("an answer comes out of both clients alike where it has", () => {
  test.each(Object.entries(forms))("%s", async (_name, form) => {
    for (const operation of officialOperations)
      count.expectSame(await clients.call(operation.name, form(operation)), operation.name);
  });
});
