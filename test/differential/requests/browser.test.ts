import { beforeAll, describe, expect, jest, test } from "@jest/globals";
import { Sha256Js } from "@smithy/core/checksum";
import { signaturesOf } from "../../../runtime/src/testing/signature.js";
import {
  type BrowserClient,
  type FetchedRequest,
  officialBrowserClient,
  ourBrowserClient,
} from "../support/browser-client.js";
import { credentials } from "../support/clients.js";
import { difference } from "../support/differences.js";
import { forInputs } from "../support/for-inputs.js";
import { officialOperations } from "../support/official-operations.js";
import { requestFacts } from "../support/request-facts.js";
import { PROPERTY_TIMEOUT } from "../support/runs.js";

jest.setTimeout(PROPERTY_TIMEOUT);

let ours: BrowserClient;
let official: BrowserClient;
beforeAll(async () => {
  [ours, official] = await Promise.all([ourBrowserClient(), officialBrowserClient()]);
});

/** A browser asks a service's leave for each header, and the service knows those of the official client. */
const facts = (request: FetchedRequest): object => {
  const { origin, mode, credentials: mayCarry, keepalive } = request;
  return { ...requestFacts(request), origin, mode, mayCarry, keepalive };
};

describe("in a browser", () => {
  test("it is the browser's code that is compared", () => {
    expect(ours.sources).toContain("runtime/src/platform/web.ts");
    expect(ours.sources).toContain("runtime/src/transport/fetch-handler.ts");
    expect(ours.sources).not.toContain("runtime/src/platform/node.ts");
    expect(official.sources).toContain(
      "node_modules/@aws-sdk/client-amplifybackend/dist-es/runtimeConfig.browser.js",
    );
    expect(official.sources).not.toContain(
      "node_modules/@aws-sdk/client-amplifybackend/dist-es/runtimeConfig.js",
    );
  });

  test.each(officialOperations)("$name goes out as the same request, no header more", async (operation) => {
    await forInputs(operation, { runs: 5, offset: 3 }, async (input) => {
      const request = await ours.requestOf(operation.name, input);
      expect(facts(request)).toEqual(facts(await official.requestOf(operation.name, input)));
      const { carried, due } = signaturesOf(request, credentials.secretAccessKey);
      expect(carried).toBe(due);
    });
  });
});

test(difference("insecure-context"), async () => {
  // A page that is served over http has this much of it.
  const crypto = {
    getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => globalThis.crypto.getRandomValues(bytes),
  };
  const [ours, official] = await Promise.all([
    ourBrowserClient({ crypto }),
    officialBrowserClient({ crypto }),
  ]);
  const input = { AppId: "a", SessionId: "b" };
  const isSigned = (request: FetchedRequest): boolean => {
    const { carried, due } = signaturesOf(request, credentials.secretAccessKey);
    return carried === due;
  };
  expect(isSigned(await official.requestOf("GetToken", input))).toBe(true);
  await expect(ours.requestOf("GetToken", input)).rejects.toMatchObject({
    name: "ConfigurationError",
    message: expect.stringMatching(/crypto\.subtle.*`sha256`/),
  });
  expect(isSigned(await ours.requestOf("GetToken", input, { sha256: Sha256Js }))).toBe(true);
});
