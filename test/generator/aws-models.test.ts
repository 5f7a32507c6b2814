import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { buildModel, generatePackage, validateModel } from "@tinsmith/codegen";
import { findServiceData } from "../support/service-data.js";
import { compile } from "./compile.js";

/** AWS's models of services with restJson1, and the protocol's own test model. */
const MODELS: readonly { readonly file: string; readonly service?: string }[] = [
  { file: "amplifybackend.smithy.json" },
  { file: "restjson1-protocol-tests.json", service: "aws.protocoltests.restjson#RestJson" },
  { file: "models/amplify-2017-07-25.json" },
  { file: "models/amplifyuibuilder-2021-08-11.json" },
  { file: "models/apigatewayv2-2018-11-29.json" },
  { file: "models/glacier-2012-06-01.json" },
  { file: "models/lambda-2015-03-31.json" },
  { file: "models/mediaconvert-2017-08-29.json" },
  { file: "models/polly-2016-06-10.json" },
];

const found = MODELS.flatMap(({ file, service }) => {
  const path = findServiceData(file);
  return path === undefined ? [] : [{ file, path, service }];
});

/** Where the package of a model would lie. */
const folderOf = (file: string): string => `test/goldens/.models/${file.replace(/\W+/g, "-")}`;

function generate(
  path: string,
  file: string,
  service: string | undefined,
): readonly (readonly [string, string])[] {
  const model = buildModel([{ file, text: readFileSync(path, "utf8") }]);
  if (!model.ok) throw new Error(JSON.stringify(model.diagnostics));
  const valid = validateModel(model.value, { service });
  if (!valid.ok) throw new Error(JSON.stringify(valid.diagnostics));
  const generated = generatePackage(model.value, valid.value.id, { extensionEntries: [] });
  if (!generated.ok) throw new Error(JSON.stringify(generated.diagnostics));
  return generated.value.map(({ path: name, contents }) => [`${folderOf(file)}/${name}`, contents]);
}

(found.length > 0 ? test : test.skip)(
  "packages for AWS's own models, and for the protocol's tests, compile with the strictest settings",
  () => {
    const files = new Map(found.flatMap(({ path, file, service }) => generate(path, file, service)));
    expect(files.size).toBeGreaterThan(30 * found.length);
    expect(compile(files)).toEqual([]);
  },
  180_000,
);
