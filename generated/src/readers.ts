// Copied by tinsmith from model/extensions/readers.ts. Do not edit: change that file and run `npm run generate`.
/**
 * Readers of what AmplifyBackend packs into strings. For undefined, null and the empty string they return undefined. For what
 * they cannot read they throw a `ResponseParseError`, which never quotes it.
 */
export type { JsonObject, JsonValue } from "./readers/json.js";
export { readFeatureFlags, readMetaConfig, readModelIntrospectionSchema } from "./readers/json-texts.js";
export { type ModelsSchema, readModels } from "./readers/models.js";
export { type JobTimes, readJobTimes } from "./readers/times.js";
