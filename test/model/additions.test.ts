import { beforeAll, describe, expect, test } from "@jest/globals";
import { shapeName } from "../../codegen/src/model/lookup.js";
import type { Model, OperationShape } from "../../codegen/src/model/model.js";
import { serviceOperations } from "../../codegen/src/model/service-operations.js";
import { validateModel } from "../../codegen/src/validate/validate-model.js";
import { serviceOf } from "./model-facts.js";
import { load, OUR_MODEL } from "./official-model.js";

let model: Model;
let operations: readonly OperationShape[];
beforeAll(async () => {
  model = await load(OUR_MODEL);
  operations = serviceOperations(model, serviceOf(model));
});

const withTrait = (trait: string): readonly string[] =>
  operations.filter(({ traits }) => traits.has(trait)).map(({ id }) => shapeName(id));

const STARTS_JOB = "tinsmith#startsJob";

describe("what the model says and AWS's does not", () => {
  test("nine operations change nothing", () => {
    expect(withTrait("smithy.api#readonly")).toEqual([
      "GetBackend",
      "GetBackendAPI",
      "GetBackendAPIModels",
      "GetBackendAuth",
      "GetBackendJob",
      "GetBackendStorage",
      "GetToken",
      "ListBackendJobs",
      "ListS3Buckets",
    ]);
  });

  test("one more can be repeated", () => {
    expect(withTrait("smithy.api#idempotent")).toEqual(["DeleteToken"]);
  });

  test("what answers with the job it started starts a job, 17 in all", () => {
    const answersWithJob = operations.filter(({ output, input }) => {
      const [taken, given] = [input, output].map(({ target }) => model.shapes.get(target));
      const has = (shape: typeof given): boolean => shape?.type === "structure" && shape.members.has("JobId");
      return has(given) && !has(taken);
    });
    expect(withTrait(STARTS_JOB)).toEqual(answersWithJob.map(({ id }) => shapeName(id)));
    expect(withTrait(STARTS_JOB)).toHaveLength(17);
  });

  test("no operation that starts a job can be repeated", () => {
    const starters = operations.filter(({ traits }) => traits.has(STARTS_JOB));
    const repeatable = starters.filter(
      ({ traits }) => traits.has("smithy.api#idempotent") || traits.has("smithy.api#readonly"),
    );
    expect(starters).not.toEqual([]);
    expect(repeatable.map(({ id }) => id)).toEqual([]);
  });

  test("every operation has an example", () => {
    expect(withTrait("smithy.api#examples")).toHaveLength(operations.length);
  });

  test("nothing breaks a rule of Smithy, warnings included", () => {
    expect(validateModel(model, { strict: true }).diagnostics).toEqual([]);
  });
});
