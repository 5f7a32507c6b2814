import { afterAll, afterEach, describe, expect, jest, test } from "@jest/globals";
import { startServer } from "../../../runtime/src/testing/local-server.js";
import { signaturesOf } from "../../../runtime/src/testing/signature.js";
import { credentials } from "../support/clients.js";
import { forInputs } from "../support/for-inputs.js";
import { officialOperations } from "../support/official-operations.js";
import { PairRecorder, type PairSettings, sent } from "../support/pair-recorder.js";
import { requestFacts } from "../support/request-facts.js";
import { PROPERTY_TIMEOUT } from "../support/runs.js";
import { handlerKinds } from "./support/handler-kinds.js";
import { startHttp2Server } from "./support/http2-server.js";

jest.setTimeout(PROPERTY_TIMEOUT);

let pair: PairRecorder | undefined;
let compared = 0;
afterEach(() => pair?.close());
afterAll(() => console.log(`Handlers, requests: ${compared} compared.`));

/** Has both clients make every call; their requests must be the same, and signed. */
async function compareAll(settings: PairSettings, http2 = false): Promise<void> {
  pair = new PairRecorder(await (http2 ? startHttp2Server() : startServer()), settings);
  const recorder = pair;
  for (const [offset, operation] of officialOperations.entries()) {
    await forInputs(operation, { runs: 1, offset }, async (input) => {
      const { ours, official } = await recorder.record(operation.name, input);
      const request = sent(ours);
      expect(requestFacts(request)).toEqual(requestFacts(sent(official)));
      const { carried, due } = signaturesOf(request, credentials.secretAccessKey);
      expect(carried).toBe(due);
      compared++;
    });
  }
}

describe("both clients send the same requests, signed,", () => {
  test.each(handlerKinds)("through $name", async ({ http2, create }) => {
    const { ours, official } = create();
    await compareAll({ ours: { requestHandler: ours }, official: { requestHandler: official } }, http2);
  });
});
