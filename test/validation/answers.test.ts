import { inspect } from "node:util";
import { describe, expect, jest, test } from "@jest/globals";
import * as sdk from "@tinsmith/amplifybackend";
import fc from "fast-check";
import { bodyOf } from "../differential/responses/support/bodies.js";
import { officialOperations } from "../differential/support/official-operations.js";
import { PROPERTY_TIMEOUT, propertySettings } from "../differential/support/runs.js";
import { measure } from "./measure.js";

jest.setTimeout(PROPERTY_TIMEOUT);

const input = { AppId: "a", BackendEnvironmentName: "b", JobId: "c", SessionId: "d" };

/** Calls an operation whose answer is this, and says what came of it, and what was logged as a warning. */
async function answered(operation: string, body: string, validation: sdk.ValidationOptions) {
  const warn = jest.fn();
  const client = new sdk.AmplifyBackendClient({
    region: "eu-central-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    validation: { input: "off", ...validation },
    logger: { debug() {}, info() {}, warn, error() {} },
    requestHandler: {
      handle: async () => ({
        response: {
          statusCode: 200,
          headers: { "x-amzn-requestid": "r" },
          body: new TextEncoder().encode(body),
        },
      }),
    },
  });
  const Command = Reflect.get(sdk, `${operation}Command`) as typeof sdk.GetBackendJobCommand;
  return { result: await client.safeSend(new Command(input)), warnings: warn.mock.calls };
}

describe("whatever a service adds or changes", () => {
  const endings = { taken: 0, refused: 0 };

  test.each(officialOperations)("$name breaks nobody who has not asked for it", async ({ name, output }) => {
    const check = async (body: string): Promise<void> => {
      const [off, warned, strict] = await Promise.all(
        (["off", "warn", "strict"] as const).map((mode) => answered(name, body, { output: mode })),
      );
      expect(off?.result.success).toBe(true);
      expect(off?.warnings).toEqual([]);
      expect(warned?.result).toEqual(off?.result);
      const isRight = strict?.result.success === true;
      endings[isRight ? "taken" : "refused"]++;
      expect(warned?.warnings).toHaveLength(isRight ? 0 : 1);
      if (off?.result.success !== true || strict === undefined) return;
      if (strict.result.success) {
        expect(strict.result).toEqual(off.result);
        return;
      }
      const { $metadata, ...data } = off.result.data;
      expect(strict.result.error).toMatchObject({
        name: "OutputValidationError",
        message: expect.stringContaining(`${name} was executed, but its output is not what the model says`),
        $metadata,
      });
      expect((strict.result.error as sdk.OutputValidationError).output).toEqual(data);
    };
    await fc.assert(fc.asyncProperty(bodyOf(output), check), propertySettings(20));
  });

  test("has been tried with right answers and with wrong ones", () => {
    expect(endings.taken).toBeGreaterThan(20);
    expect(endings.refused).toBeGreaterThan(20);
  });
});

describe("strict output validation", () => {
  const right = {
    appId: "a",
    backendEnvironmentName: "b",
    jobId: "j",
    operation: "CloneBackend",
    status: "PENDING",
  };
  const issuesOf = async (body: object) => {
    const { result } = await answered("CloneBackend", JSON.stringify(body), { output: "strict" });
    if (result.success) return [];
    return (result.error as sdk.OutputValidationError).issues.map(({ path, code }) => `${path} ${code}`);
  };

  test("takes members that the model does not know: nobody sees them", async () => {
    expect(await issuesOf({ ...right, isNew: true })).toEqual([]);
  });

  test("lists members that are missing, and such as have another type", async () => {
    expect(await issuesOf({ ...right, appId: undefined, operation: 5 })).toEqual([
      "AppId missing",
      "Operation invalid_type",
    ]);
  });

  test("refuses a value that an enum does not have, unless enum is off", async () => {
    const body = JSON.stringify({
      authenticationMethod: "X",
      models: "m",
      modelIntrospectionSchema: "s",
      status: "NEW",
    });
    const strict = await answered("GetBackendAPIModels", body, { output: "strict" });
    expect(strict.result).toMatchObject({ error: { issues: [{ path: "Status", code: "invalid_value" }] } });
    const lenient = await answered("GetBackendAPIModels", body, { output: "strict", enum: false });
    expect(lenient.result).toMatchObject({ success: true, data: { Status: "NEW" } });
  });

  test("names a variant of a union that the model does not know", async () => {
    const answer = '{"Percent":1,"Choice":{"Colours":"RED"}}';
    const { error } = await measure({}, { input: "off", output: "strict" }, { answer });
    expect(error).toMatchObject({
      issues: [{ path: "Choice.Colours", code: "unknown_member", expected: "Colour" }],
    });
    const { data } = await measure({}, { input: "off" }, { answer });
    expect(data).toMatchObject({ Choice: { $unknown: ["Colours", "RED"] } });
  });

  test.each(["warn", "strict"] as const)(
    "ends in words where nothing can look so deep: %s",
    async (output) => {
      // As deep as readers come, who need less room.
      const deep = (levels: number) => `${'{"Code":"ab","Inners":['.repeat(levels)}${"]}".repeat(levels)}`;
      for (const levels of [500, 1_000, 2_000, 4_000, 8_000]) {
        const { error } = await measure(
          {},
          { input: "off", output },
          { answer: `{"Percent":1,"Inner":${deep(levels)}}` },
        );
        if (error === undefined) continue;
        expect((error as Error).name).toMatch(/^(OutputValidationError|ResponseParseError)$/);
      }
    },
  );
});

describe("an answer that is refused or cannot be read", () => {
  test("still has the id of the job that it started, out of sight", async () => {
    const refused = await answered("CloneBackend", '{"jobId":"canary","status":5}', { output: "strict" });
    if (refused.result.success) throw new Error("It was taken.");
    const { error } = refused.result;
    expect((error as sdk.OutputValidationError).output).toEqual({ JobId: "canary", Status: 5 });
    expect([JSON.stringify(error), inspect(error, { showHidden: true }), String(error)].join()).not.toContain(
      "canary",
    );
  });

  test("has it in its response, where it is no JSON", async () => {
    const { result } = await answered("CloneBackend", '{"jobId":"canary",', {});
    if (result.success) throw new Error("It was taken.");
    const { error } = result;
    expect(error.name).toBe("ResponseParseError");
    const { $response } = error as sdk.ResponseParseError;
    expect(new TextDecoder().decode($response?.body)).toBe('{"jobId":"canary",');
    expect([JSON.stringify(error), inspect(error, { showHidden: true }), String(error)].join()).not.toContain(
      "canary",
    );
  });
});
