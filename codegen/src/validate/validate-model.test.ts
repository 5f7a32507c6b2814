import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { buildModel, loadModel } from "../load/load-model.js";
import { modelOf, tell } from "../testing/model-text.js";
import { unsupportedOperations } from "./unsupported-operations.js";
import { type ValidateOptions, validateModel } from "./validate-model.js";

/** Folder with AWS's own model files, which are never committed. */
const DATA_FOLDER = process.env["TINSMITH_DATA"] ?? join(process.cwd(), "..", "shared", "data");

const SERVICE = 'type: service, version: "1", traits: { aws.protocols#restJson1: {} }';

const told = (shapes: string, options?: ValidateOptions): string[] =>
  tell(validateModel(modelOf(shapes), options).diagnostics);

describe("which service", () => {
  const two = `  A: { ${SERVICE} }\n  B: { ${SERVICE} }`;

  test("none, several, a wrong one", () => {
    expect(told("  A: { type: string }")).toEqual([
      "model.yaml:1:1 the model has no service → Define a shape of type service.",
    ]);
    expect(told(two)).toEqual([
      "model.yaml:6:3 the model has several services → Choose one with --service. The model has: com.example#A, com.example#B.",
    ]);
    expect(told(two, { service: "com.example#Cxx" })).toEqual([
      "model.yaml:1:1 the model has no service com.example#Cxx → The model has: com.example#A, com.example#B.",
    ]);
  });

  test("the only one, or the one that is asked for", () => {
    const only = validateModel(modelOf(`  A: { ${SERVICE} }`));
    expect(only.ok && only.value.id).toBe("com.example#A");
    const second = validateModel(modelOf(two), { service: "com.example#B" });
    expect(second.ok && second.value.id).toBe("com.example#B");
  });
});

describe("all problems", () => {
  test("of all rules come at once, in reading order", () => {
    const lines = told(`
  Get: { type: operation, input: In, traits: { http: { method: GET, uri: "/{Id}" }, readonli: {} } }
  In: { type: structure, members: { Ids: Strings } }
  Service: { type: service, version: "1", operations: [Get] }`);
    expect(lines.map((line) => line.slice(0, line.indexOf(" → ")))).toEqual([
      "model.yaml:5:69 com.example#Get the label {Id} has no member in com.example#In",
      "model.yaml:5:85 com.example#Get there is no trait smithy.api#readonli",
      "model.yaml:6:37 com.example#In$Ids the shape com.example#Strings does not exist",
      "model.yaml:7:3 com.example#Service the service does not speak aws.protocols#restJson1: it names no protocol",
    ]);
  });

  test("a mixin's fault is said once, of the mixin", () => {
    const lines = told(`
  A: { type: structure, mixins: [Mixin] }
  B: { type: structure, mixins: [Mixin] }
  Mixin: { type: structure, members: { m: Nothing }, traits: { mixin: {} } }
  Service: { ${SERVICE} }`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^model\.yaml:7:40 com\.example#Mixin\$m /u);
  });
});

describe("operations that no client can be made for", () => {
  const streaming = `
  Service: { ${SERVICE.replace("traits", "operations: [Watch, Get], traits")} }
  Watch: { type: operation, output: Out, traits: { http: { method: GET, uri: /watch } } }
  Get: { type: operation, traits: { http: { method: GET, uri: / } } }
  Out: { type: structure, members: { events: { target: Events, traits: { httpPayload: {} } } } }
  Events: { type: union, members: { a: Out2 }, traits: { streaming: {} } }
  Out2: { type: structure }`;

  test("are left out with a warning that names them; strictly they are errors", () => {
    const line = "model.yaml:6:3 com.example#Watch the operation is left out: it receives a stream of events";
    expect(told(streaming)).toEqual([`warning: ${line}`]);
    expect(validateModel(modelOf(streaming)).ok).toBe(true);
    expect(told(streaming, { strict: true })).toEqual([`${line} → Without --strict this is a warning.`]);
    expect(validateModel(modelOf(streaming), { strict: true }).ok).toBe(false);
    expect(unsupportedOperations(modelOf(streaming), "com.example#Absent")).toEqual([]);
  });
});

describe("what a client can be made in spite of", () => {
  const breach = {
    smithy: "2.0",
    shapes: {
      "a.b#S": { type: "service", version: "1", operations: [{ target: "a.b#One" }, { target: "a.b#Two" }] },
      "a.b#One": { type: "operation", traits: { "smithy.api#http": { method: "GET", uri: "/x" } } },
      "a.b#Two": { type: "operation", traits: { "smithy.api#http": { method: "GET", uri: "/x" } } },
    },
  };
  Object.assign(breach.shapes["a.b#S"], { traits: { "aws.protocols#restJson1": {} } });
  const severityIn = (file: string, strict: boolean): readonly string[] => {
    const outcome = buildModel([{ file, text: JSON.stringify(breach) }]);
    if (!outcome.ok) throw new Error(tell(outcome.diagnostics).join("\n"));
    return validateModel(outcome.value, { strict }).diagnostics.map(({ severity }) => severity);
  };

  test("is a warning in JSON, which comes from elsewhere, and an error with --strict", () => {
    expect(severityIn("aws.json", false)).toEqual(["warning"]);
    expect(severityIn("aws.json", true)).toEqual(["error"]);
  });
});

describe("AWS's own models are valid", () => {
  const models = [
    ["amplifybackend.smithy.json", 0],
    ["restjson1-protocol-tests.json", 7],
    ["models/amplify-2017-07-25.json", 0],
    ["models/amplifyuibuilder-2021-08-11.json", 0],
    ["models/apigatewayv2-2018-11-29.json", 0],
    ["models/glacier-2012-06-01.json", 0],
    ["models/lambda-2015-03-31.json", 1],
    ["models/mediaconvert-2017-08-29.json", 0],
    ["models/polly-2016-06-10.json", 0],
  ] as const;
  const present = models.filter(([name]) => existsSync(join(DATA_FOLDER, name)));
  const absent = models.filter(([name]) => !existsSync(join(DATA_FOLDER, name)));

  if (present.length > 0)
    test.each(present)("%s, with %i operations left out", async (name, streams) => {
      const loaded = await loadModel([join(DATA_FOLDER, name)]);
      if (!loaded.ok) throw new Error(tell(loaded.diagnostics).join("\n"));
      const services = [...loaded.value.model.shapes.values()].filter(({ type }) => type === "service");
      const service = services.find(({ id }) => services.length === 1 || id.endsWith("#RestJson"))?.id;
      const outcome = validateModel(loaded.value.model, { service });
      expect(tell(outcome.diagnostics).filter((line) => !line.startsWith("warning:"))).toEqual([]);
      expect(outcome.diagnostics).toHaveLength(streams);
      expect(outcome.diagnostics.every(({ message }) => message.includes("stream of events"))).toBe(true);
    });

  for (const [name] of absent)
    test.skip(`${name} is not in ${DATA_FOLDER}: set TINSMITH_DATA`, () => undefined);
});
