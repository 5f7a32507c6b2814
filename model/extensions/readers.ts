/**
 * Readers of what AmplifyBackend packs into texts. Undefined, null and an empty text stay undefined; what cannot be read
 * is a `ResponseParseError`, which never quotes it.
 */
export type { JsonObject, JsonValue } from "./readers/json.js";
export { readFeatureFlags, readMetaConfig, readModelIntrospectionSchema } from "./readers/json-texts.js";
export { type ModelsSchema, readModels } from "./readers/models.js";
export { type JobTimes, readJobTimes } from "./readers/times.js";
