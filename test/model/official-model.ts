import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadModel } from "../../codegen/src/load/load-model.js";
import type { Model } from "../../codegen/src/model/model.js";

const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The folder with our model. */
export const OUR_MODEL = join(REPOSITORY, "model");

/** AWS's model of the service, which is not part of the repository. */
const OFFICIAL_MODEL = join(
  process.env["TINSMITH_DATA"] ?? join(REPOSITORY, "../shared/data"),
  "amplifybackend.smithy.json",
);

/** Where AWS's model is, or why what needs it cannot be tested; says so on the console. */
export const officialModel = (): { readonly path?: string; readonly missing?: string } => {
  if (existsSync(OFFICIAL_MODEL)) return { path: OFFICIAL_MODEL };
  const missing = `AWS's model is not at ${OFFICIAL_MODEL}: set TINSMITH_DATA to the folder that has it`;
  console.warn(`Skipped: ${missing}`);
  return { missing };
};

/** Loads a model through the generator's own loader. @throws Error with every problem found in it. */
export const load = async (path: string): Promise<Model> => {
  const outcome = await loadModel([path]);
  if (outcome.ok) return outcome.value.model;
  throw new Error(
    outcome.diagnostics
      .map(({ message, location }) => `${location.file}:${location.line} ${message}`)
      .join("\n"),
  );
};
