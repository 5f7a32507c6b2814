// Copied by tinsmith from model/extensions/local/payloads/api-models.ts. Do not edit: change that file and run `npm run generate`.
import { type ModelField, type ModelType, readModels } from "./read-models.js";

/** What GenerateBackendAPIModels makes out of a schema. */
export interface ApiModels {
  /** A module of JavaScript, as the service sends it: not JSON. */
  readonly models: string;
  /** JSON. */
  readonly modelIntrospectionSchema: string;
}

/** Version of Amplify's code generator that the payloads claim to come from. */
const CODEGEN_VERSION = "3.4.4";

/** Makes the models of a GraphQL schema, in the two forms in which the service hands them out. */
export const generateApiModels = (transformSchema: string): ApiModels => {
  const types = readModels(transformSchema);
  const models = Object.fromEntries(types.filter(({ isModel }) => isModel).map(describeType));
  const nonModels = Object.fromEntries(types.filter(({ isModel }) => !isModel).map(describeType));
  const schema = {
    models,
    enums: {},
    nonModels,
    codegenVersion: CODEGEN_VERSION,
    version: versionOf(transformSchema),
  };
  return {
    models: `export const schema = ${JSON.stringify(schema, undefined, 4)};`,
    modelIntrospectionSchema: JSON.stringify({ version: 1, models, enums: {}, nonModels }),
  };
};

const describeType = ({ name, fields, isModel }: ModelType): [string, object] => [
  name,
  {
    name,
    fields: Object.fromEntries(fields.map(describeField)),
    ...(isModel
      ? { syncable: true, pluralName: `${name}s`, attributes: [{ type: "model", properties: {} }] }
      : {}),
  },
];

const describeField = ({ name, type, isList, isRequired }: ModelField): [string, object] => [
  name,
  { name, isArray: isList, type, isRequired, attributes: [] },
];

/** Changes with the schema; 32-bit FNV-1a. */
const versionOf = (schema: string): string => {
  let hash = 0x811c9dc5;
  for (const character of schema) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
};
