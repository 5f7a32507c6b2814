import { loadModel, type Model } from "@tinsmith/codegen";
import { findServiceData } from "../support/service-data.js";

/** The folder with our model. */
export const OUR_MODEL = "model";

/** AWS's model of the service, which is not part of the repository. */
const OFFICIAL_MODEL = "amplifybackend.smithy.json";

/** Where AWS's model is, or why what needs it cannot be tested; says so on the console. */
export const officialModel = (): { readonly path?: string; readonly missing?: string } => {
  const path = findServiceData(OFFICIAL_MODEL);
  return path === undefined ? { missing: `needs ${OFFICIAL_MODEL}` } : { path };
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
