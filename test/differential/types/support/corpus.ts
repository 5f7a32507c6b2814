import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as sdk from "@tinsmith/amplifybackend";
import {
  createLocalAmplifyBackend,
  type LocalAmplifyBackend,
  ManualClock,
  SeededIds,
} from "@tinsmith/amplifybackend/local";
import { officialClient } from "../../support/official-client.js";
import type { Program } from "./project.js";

const FOLDER = "test/differential/types/corpus";

/** Programs that were written for the official client. */
export const corpus: readonly Program[] = readdirSync(FOLDER)
  .sort()
  .map((file) => ({ file, code: readFileSync(join(FOLDER, file), "utf8") }));

/** The same programs for this client: the package's name is all that changes. */
export const forThisClient = (programs: readonly Program[]): readonly Program[] =>
  programs.map(({ file, code }) => ({
    file,
    code: code.replaceAll(officialClient.name, "@tinsmith/amplifybackend"),
  }));

const START = Date.parse("2024-05-01T09:30:00Z");

/** A service with what the corpus takes for granted; the same one each time. */
export const createCorpusWorld = async (): Promise<LocalAmplifyBackend> => {
  const local = createLocalAmplifyBackend({
    clock: new ManualClock(START),
    ids: new SeededIds("corpus"),
    jobDelays: { pending: 0, running: 0 },
    buckets: ["corpus-files"],
  });
  const input = { AppId: "d1corpus", AppName: "shop", BackendEnvironmentName: "dev" };
  await new sdk.AmplifyBackendClient(local.clientConfig()).send(new sdk.CreateBackendCommand(input));
  return local;
};
