import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { signaturesOf } from "../../../runtime/src/testing/signature.js";
import { FetchHandler } from "../../../runtime/src/transport/fetch-handler.js";
import { credentials } from "../support/clients.js";
import { forInputs } from "../support/for-inputs.js";
import { MemberCoverage } from "../support/member-coverage.js";
import { officialOperations } from "../support/official-operations.js";
import { PairRecorder, type PairSettings, sent } from "../support/pair-recorder.js";
import { requestFacts } from "../support/request-facts.js";
import { PROPERTY_TIMEOUT } from "../support/runs.js";
import { OfficialSigner } from "./support/official-signature.js";

jest.setTimeout(PROPERTY_TIMEOUT);

const session = { ...credentials, sessionToken: "example/session+token==" };

/** The ways in which a call goes out. */
const ways: readonly Way[] = [
  { title: "over node:http", runs: 25, offset: 0, identity: credentials, settings: {} },
  { title: "over node:http, with a session token", runs: 5, offset: 1, identity: session, settings: {} },
  {
    title: "over fetch",
    runs: 5,
    offset: 2,
    identity: session,
    settings: {
      ours: { requestHandler: new FetchHandler({}) },
      official: { requestHandler: new FetchHttpHandler() },
    },
  },
];

interface Way {
  readonly title: string;
  readonly runs: number;
  readonly offset: number;
  readonly identity: typeof credentials;
  readonly settings: PairSettings;
}

const coverages = new Map(
  officialOperations.map(({ name, input }) => [name, new MemberCoverage(name, input)] as const),
);

describe.each(ways)("$title", ({ runs, offset, identity, settings }) => {
  const signer = new OfficialSigner({ region: "eu-west-1", credentials: identity });
  let pair: PairRecorder;
  beforeAll(async () => {
    pair = await PairRecorder.open({
      ours: { credentials: identity, ...settings.ours },
      official: { credentials: identity, ...settings.official },
    });
  });
  afterAll(() => pair.close());

  test.each(officialOperations)("$name goes out as the same request, signed alike", async (operation) => {
    await forInputs(operation, { runs, offset }, async (input) => {
      coverages.get(operation.name)?.add(operation.input, input);
      const { ours, official } = await pair.record(operation.name, input);
      const request = sent(ours);
      expect(requestFacts(request)).toEqual(requestFacts(sent(official)));
      expect(request.headers.authorization).toBe(await signer.authorizationOf(request));
      const { carried, due } = signaturesOf(request, identity.secretAccessKey);
      expect(carried).toBe(due);
    });
  });
});

test("every member was set, and every optional one left out", () => {
  const all = [...coverages.values()];
  console.log(["How often each member was set/left out", ...all.map(({ report }) => report)].join("\n"));
  expect(all.flatMap(({ gaps }) => gaps)).toEqual([]);
});
