import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { difference } from "../support/differences.js";
import { officialOperations } from "../support/official-operations.js";
import { PairRecorder, sent } from "../support/pair-recorder.js";
import { requestFacts } from "../support/request-facts.js";
import { PROPERTY_TIMEOUT, propertySettings } from "../support/runs.js";
import { misfitArbitrary } from "./support/misfits.js";

jest.setTimeout(PROPERTY_TIMEOUT);

let pair: PairRecorder;
beforeAll(async () => {
  pair = await PairRecorder.open({ ours: { validation: { input: "off" } } });
});
afterAll(() => pair.close());

describe("with validation off", () => {
  test.each(officialOperations)(
    "$name sends whatever it is given, as the official client does",
    async (operation) => {
      const send = async (input: object): Promise<void> => {
        const { ours, official } = await pair.record(operation.name, input);
        expect(requestFacts(sent(ours))).toEqual(requestFacts(sent(official)));
      };
      await fc.assert(fc.asyncProperty(misfitArbitrary(operation.input), send), propertySettings(10));
    },
  );

  const names = { AppId: "a", BackendEnvironmentName: "b" };
  const bodies = async (members: object): Promise<{ ours: string; official: string }> => {
    const { ours, official } = await pair.record("CreateBackend", { ...names, ...members });
    return { ours: sent(ours).body, official: sent(official).body };
  };

  test(difference("misfit-garbled"), async () => {
    const { ours, official } = await bodies({ AppName: { Ā: "€" } });
    expect(ours).toContain('"appName":{"Ā":"€"}');
    expect(official).toContain('"appName":{"\0":"\ufffd"}');
  });

  test.each([
    ["a function", () => 5],
    ["a symbol", Symbol("s")],
  ])(`${difference("misfit-no-json")}: %s`, async (_title, AppName) => {
    const { ours, official } = await bodies({ AppName });
    expect(JSON.parse(ours)).toMatchObject({ appName: null });
    expect(() => JSON.parse(official)).toThrow();
  });

  test(difference("misfit-bigint"), async () => {
    const input = (value: unknown): object => ({
      ...names,
      ResourceName: "c",
      ResourceConfig: { Permissions: { Authenticated: [value] } },
    });
    const { ours, official } = await pair.record("CreateBackendStorage", input(5n));
    expect(sent(ours).body).toContain('{"authenticated":[5]}');
    expect(official.error).toMatchObject({ name: "TypeError" });
  });

  test(difference("misfit-type-member"), async () => {
    const { ours, official } = await bodies({ __type: "x", Unknown: "y" });
    expect(official).toMatch(/"__type":"x".*"Unknown":"y"|"Unknown":"y".*"__type":"x"/);
    expect(ours).toBe('{"appId":"a","backendEnvironmentName":"b"}');
  });
});
