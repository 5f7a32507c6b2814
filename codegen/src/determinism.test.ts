import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { generatePackage } from "./emit/generate-package.js";
import { findFiles } from "./load/files/find-files.js";
import { buildModel, type ModelText } from "./load/load-model.js";
import { tell } from "./testing/model-text.js";
import { validateModel } from "./validate/validate-model.js";

/** Each run makes the whole package: a few orders show whether order shows. */
const RUNS = 4;

const files = async (): Promise<ModelText[]> => {
  const { models } = await findFiles([join(process.cwd(), "model")]);
  return models.map(({ path, file }) => ({ file, text: readFileSync(path, "utf8") }));
};

/** The whole package as one text. */
const generateFrom = (texts: readonly ModelText[]): string => {
  const model = buildModel(texts);
  if (!model.ok) throw new Error(tell(model.diagnostics).join("\n"));
  const service = validateModel(model.value);
  if (!service.ok) throw new Error(tell(service.diagnostics).join("\n"));
  const emitted = generatePackage(model.value, service.value.id, { extensionEntries: ["local"] });
  if (!emitted.ok) throw new Error(tell(emitted.diagnostics).join("\n"));
  return emitted.value.map(({ path, contents }) => `${path}\n${contents}`).join("\n");
};

test("this repository's package is the same, byte for byte, whatever the order of the model's files", async () => {
  const texts = await files();
  expect(texts.length).toBeGreaterThan(3);
  const expected = generateFrom(texts);
  fc.assert(
    fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
      expect(generateFrom(shuffled) === expected).toBe(true);
    }),
    { numRuns: RUNS },
  );
}, 60_000);
