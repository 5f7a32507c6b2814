import { afterAll, beforeAll, describe, jest, test } from "@jest/globals";
import { type BothClients, startBothClients } from "../support/both-clients.js";
import { officialOperations } from "../support/official-operations.js";
import { PROPERTY_TIMEOUT } from "../support/runs.js";
import { commonErrors, errorAnswer, errorForms, modelledErrors } from "./support/error-forms.js";
import { expectSameError } from "./support/error-view.js";

jest.setTimeout(PROPERTY_TIMEOUT);

let clients: BothClients;
let cases = 0;

beforeAll(async () => {
  clients = await startBothClients();
});
afterAll(async () => {
  await clients.close();
  const counts = [officialOperations, errorForms, modelledErrors, commonErrors].map(
    (each) => Object.keys(each).length,
  );
  console.log(
    `Errors: ${counts[0]} operations × ${counts[1]} forms × ${counts[2]} modelled errors, and ${counts[3]} common ones: ` +
      `${cases} answers given to both clients.`,
  );
});

const details = { message: "no such thing", reason: "why", details: { a: [1, null] } };
const members = { resourceType: "App", limitType: "Jobs" };

async function compare(
  operation: string,
  form: string,
  name: string,
  status: number,
  more: object,
): Promise<void> {
  cases++;
  const write = errorForms[form];
  if (write === undefined) throw new Error(`There is no form ${form}`);
  const endings = await clients.call(operation, errorAnswer(write, name, status, more));
  expectSameError(endings, `${operation}, ${form}, ${name}`);
}

describe("modelled errors of all officialOperations are the same, told by", () => {
  test.each(Object.keys(errorForms))("%s", async (form) => {
    for (const { name: operation } of officialOperations) {
      for (const [name, status] of Object.entries(modelledErrors))
        await compare(operation, form, name, status, { ...details, ...members });
    }
  });
});

describe("AWS's common errors are the same", () => {
  test.each(Object.entries(commonErrors))("%s", async (name, status) => {
    for (const form of Object.keys(errorForms)) await compare("GetBackend", form, name, status, details);
    for (const { name: operation } of officialOperations)
      await compare(operation, "header", name, status, details);
  });
});
