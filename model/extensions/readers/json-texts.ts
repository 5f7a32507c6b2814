import { isMissing, type JsonObject, parseObject } from "./json.js";

/**
 * Reads `AmplifyMetaConfig` of GetBackend: what is deployed, by category and resource.
 *
 * @throws ResponseParseError where it is not an object in JSON
 */
export const readMetaConfig = (text: string | null | undefined): JsonObject | undefined =>
  isMissing(text) ? undefined : parseObject(text, { operation: "GetBackend", name: "AmplifyMetaConfig" });

/**
 * Reads `AmplifyFeatureFlags` of GetBackend: switches of the Amplify CLI.
 *
 * @throws ResponseParseError where it is not an object in JSON
 */
export const readFeatureFlags = (text: string | null | undefined): JsonObject | undefined =>
  isMissing(text) ? undefined : parseObject(text, { operation: "GetBackend", name: "AmplifyFeatureFlags" });

/**
 * Reads `ModelIntrospectionSchema` of GetBackendAPIModels: models, described for tools.
 *
 * @throws ResponseParseError where it is not an object in JSON
 */
export const readModelIntrospectionSchema = (text: string | null | undefined): JsonObject | undefined =>
  isMissing(text)
    ? undefined
    : parseObject(text, { operation: "GetBackendAPIModels", name: "ModelIntrospectionSchema" });
